package org.xiangpin.account;

import org.xiangpin.shared.Lang;

/** What the access log tells. */
public enum AccessEvent {
  SIGNED_IN("登录了", "Signed in"),
  SIGN_IN_FAILED("登录没有成功", "Sign-in failed"),
  LOCKED("输错太多，锁定 15 分钟", "Locked for 15 minutes after wrong passwords"),
  SIGNED_OUT("退出了", "Signed out"),
  SIGNED_OUT_EVERYWHERE("在所有设备上退出", "Signed out everywhere"),
  PASSWORD_CHANGED("改了密码", "Password changed"),
  INVITED("被邀请", "Invited"),
  PASSWORD_RESET("密码被重设，要用新链接", "Password reset; a new link was made"),
  DISABLED("被停用", "Disabled"),
  ENABLED("恢复使用", "Enabled again"),
  ROLE_GRANTED("加了角色", "Role granted"),
  ROLE_REVOKED("去掉了角色", "Role revoked"),
  HANDED_OVER("农户交给了别的联络员", "Producers handed over"),
  STOREFRONT_CHANGED("改了店铺", "Storefront changed"),
  EXPORTED("导出了追溯数据", "Exported traceability data"),
  KEY_CREATED("发了店铺钥匙", "Storefront key created"),
  KEY_REVOKED("停用了店铺钥匙", "Storefront key revoked");

  private final String chinese;
  private final String english;

  AccessEvent(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }
}
