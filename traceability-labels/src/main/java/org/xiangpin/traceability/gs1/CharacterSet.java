package org.xiangpin.traceability.gs1;

/** The character sets of GS1 General Specifications §7.11, by the letters of the AI table. */
enum CharacterSet {
  /** Digits. */
  N("a digit", "0123456789"),
  /** Character set 82. */
  X(
      "in GS1 character set 82",
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
  /** Character set 39. */
  Y("in GS1 character set 39", "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  /** Character set 64, base64 for URIs; {@link Component} lets padding end a value. */
  Z("in GS1 character set 64", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

  private final String description;
  private final boolean[] members = new boolean[128];

  CharacterSet(String description, String characters) {
    this.description = description;
    for (int i = 0; i < characters.length(); i++) {
      members[characters.charAt(i)] = true;
    }
  }

  boolean contains(char c) {
    return c < members.length && members[c];
  }

  Fault fault(int index) {
    return new Fault(Gs1Rule.CHARACTER_SET, index, "character is not " + description);
  }
}
