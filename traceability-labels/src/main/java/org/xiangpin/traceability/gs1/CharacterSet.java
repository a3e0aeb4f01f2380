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

  /** For each ASCII character a bit for each set that holds it. */
  private static final byte[] MEMBERS = new byte[128];

  static {
    for (CharacterSet set : values()) {
      for (int i = 0; i < set.characters.length(); i++) {
        MEMBERS[set.characters.charAt(i)] |= (byte) set.bit;
      }
    }
  }

  private final String description;
  private final String characters;
  private final int bit = 1 << ordinal();

  CharacterSet(String description, String characters) {
    this.description = description;
    this.characters = characters;
  }

  /** The characters in the standard's order, in which check characters and compression count. */
  String characters() {
    return characters;
  }

  boolean contains(char c) {
    return c < 128 && (MEMBERS[c] & bit) != 0;
  }

  /**
   * Returns the index of the first character between two indexes that is not in this set, or -1.
   */
  int findStranger(String text, int from, int to) {
    int mask = bit;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= 128 || (MEMBERS[c] & mask) == 0) {
        return i;
      }
    }
    return -1;
  }

  Fault fault(int index) {
    return new Fault(Gs1Rule.CHARACTER_SET, index, "character is not " + description);
  }
}
