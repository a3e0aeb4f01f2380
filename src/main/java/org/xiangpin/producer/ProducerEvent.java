package org.xiangpin.producer;

import org.xiangpin.shared.Lang;

/**
 * What is done to a producer's affairs, beside the life of its lots, which has events of its own.
 */
public enum ProducerEvent {
  ENTERED("登记", "Entered"),
  PLOT_ADDED("添地块", "Plot added"),
  SPRAY_RECORDED("记用药", "Spray recorded"),
  SPRAY_CORRECTED("更正用药记录", "Spray record corrected"),
  STORY_TOLD("改故事", "Story changed"),
  PHOTO_HUNG("放照片", "Photo put up"),
  PHOTO_SHOWN("照片给买家看", "Photo shown to buyers"),
  PHOTO_HIDDEN("照片不给买家看", "Photo no longer shown"),
  PHOTO_TAKEN_DOWN("拿掉照片", "Photo taken down"),
  DETAILS_CHANGED("改登记信息", "Details changed"),
  ACCOUNT_LINKED("对上账号", "Account linked"),
  LISTED("上架", "Listed"),
  LISTING_EDITED("改价格或说明", "Listing edited"),
  LISTING_PUBLISHED("开卖", "Put on sale"),
  LISTING_PAUSED("暂停卖", "Paused"),
  LISTING_RESUMED("接着卖", "Resumed"),
  LISTING_WITHDRAWN("下架", "Withdrawn"),
  STOCK_CORRECTED("改库存", "Stock corrected"),
  SHIPPED("发货", "Shipped"),
  RECEIVED("记收货", "Receipt recorded");

  private final String chinese;
  private final String english;

  ProducerEvent(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }
}
