package org.xiangpin.account;

/**
 * A region and all below it as a range of codes, for queries over an index.
 *
 * @param from the leading digits that say something: 430722 of 430722000000
 */
record ScopePrefix(String from) {

  static ScopePrefix of(String regionCode) {
    return new ScopePrefix(
        regionCode.replaceFirst(
            "(?<=^\\d{9})000$|(?<=^\\d{6})0{6}$|(?<=^\\d{4})0{8}$|(?<=^\\d{2})0{10}$", ""));
  }

  /** The first text after all codes of the range; ':' follows '9'. */
  String to() {
    return from + ":";
  }
}
