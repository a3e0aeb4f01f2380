package org.xiangpin.custody;

import org.xiangpin.region.Region;

/**
 * A person with labels, and for which place he has them.
 *
 * @param regionCode a village, or the township or county of an office; 12 digits
 */
public record Holder(Long accountId, String name, String regionCode) {

  /** As choices of a form send it. */
  public String key() {
    return accountId + "@" + regionCode;
  }

  public String place() {
    return Region.shortName(regionCode);
  }
}
