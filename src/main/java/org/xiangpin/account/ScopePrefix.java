package org.xiangpin.account;

import org.xiangpin.region.Region;

/**
 * A region and all below it as a range of codes, for queries over an index.
 *
 * @param from the leading digits that say something: 430722 of 430722000000
 */
record ScopePrefix(String from) {

  static ScopePrefix of(String regionCode) {
    return new ScopePrefix(Region.prefixOf(regionCode));
  }

  /** The first text after all codes of the range; ':' follows '9'. */
  String to() {
    return from + ":";
  }
}
