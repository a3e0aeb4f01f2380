package org.xiangpin.account;

import org.xiangpin.region.Region;
import org.xiangpin.shared.Lang;

/** What a person may do; always held together with a region, see {@link ScopedRole}. */
public enum Role {
  COUNTY_ADMIN("县管理员", "County admin", Region.Level.COUNTY, false),
  TOWNSHIP_INSPECTOR("乡镇核验员", "Township inspector", Region.Level.TOWNSHIP, false),
  LIAISON_OFFICER("联络员", "Liaison officer", Region.Level.VILLAGE, false),
  FARMER("农户", "Farmer", Region.Level.VILLAGE, true),
  SUPERMARKET_PARTNER("爱心超市合伙人", "Supermarket partner", Region.Level.VILLAGE, true),
  AUDITOR("审计员", "Auditor", Region.Level.COUNTY, false);

  private final String chinese;
  private final String english;
  private final Region.Level level;
  private final boolean own;

  Role(String chinese, String english, Region.Level level, boolean own) {
    this.chinese = chinese;
    this.english = english;
    this.level = level;
    this.own = own;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  /** The level of the region that the role is held for. */
  public Region.Level level() {
    return level;
  }

  /**
   * Whether the role reaches only the person's own things; its region then says where the person is
   * at home, and the feature checks whose thing it is.
   */
  public boolean isOwn() {
    return own;
  }
}
