package org.xiangpin.listing;

import org.xiangpin.shared.Lang;

/** Where a listing stands. */
public enum ListingState {
  DRAFT("草稿", "Draft", "draft"),
  PUBLISHED("在售", "On sale", "certified"),
  PAUSED("暂停", "Paused", "attention"),
  WITHDRAWN("已下架", "Withdrawn", "neutral");

  private final String chinese;
  private final String english;
  private final String look;

  ListingState(String chinese, String english, String look) {
    this.chinese = chinese;
    this.english = english;
    this.look = look;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  /** The stylesheet's class for this state. */
  public String look() {
    return look;
  }

  /** A withdrawn listing may be put up again: its lot has no other one. */
  boolean canBecome(ListingState next) {
    return switch (this) {
      case DRAFT, PAUSED -> next == PUBLISHED || next == WITHDRAWN;
      case PUBLISHED -> next == PAUSED || next == WITHDRAWN;
      case WITHDRAWN -> next == PUBLISHED;
    };
  }
}
