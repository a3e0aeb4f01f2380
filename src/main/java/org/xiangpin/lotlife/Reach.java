package org.xiangpin.lotlife;

import org.xiangpin.epcis.QueryRefused;

/** Whose lives are told beside a lot's own. */
enum Reach {
  NONE,
  /** Those it was made of. */
  UP,
  /** Those that were made of it. */
  DOWN,
  ALL;

  static final String PARAMETER = "lineage";

  /**
   * @param word null for its own life alone
   * @throws QueryRefused for another word than {@code up}, {@code down} or {@code all}
   */
  static Reach of(String word) {
    if (word == null) {
      return NONE;
    }
    return switch (word) {
      case "up" -> UP;
      case "down" -> DOWN;
      case "all" -> ALL;
      default -> throw new QueryRefused(PARAMETER, "只能是 up、down 或 all", "must be up, down or all");
    };
  }

  boolean isUp() {
    return this == UP || this == ALL;
  }

  boolean isDown() {
    return this == DOWN || this == ALL;
  }
}
