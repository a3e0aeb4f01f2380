package org.xiangpin.account;

import org.xiangpin.region.Region;

/**
 * A region and all below it as a range of codes, for queries over an index.
 *
 * @param from the leading digits that say something: 430722 of 430722000000
 */
public record ScopePrefix(String from) {

  public static ScopePrefix of(String regionCode) {
    return new ScopePrefix(Region.prefixOf(regionCode));
  }

  /** The first text after all codes of the range; ':' follows '9'. */
  public String to() {
    return from + ":";
  }
}
