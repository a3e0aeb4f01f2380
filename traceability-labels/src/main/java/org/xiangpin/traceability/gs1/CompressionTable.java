package org.xiangpin.traceability.gs1;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of compression: the resource {@code compression.tsv}. */
final class CompressionTable {
  private static final Map<String, List<String>> SEQUENCES = new HashMap<>();
  private static final Map<String, Component[]> FORMATS = new HashMap<>();

  static {
    for (String[] columns : TableFile.read("compression.tsv", 3)) {
      if (columns[0].equals("sequence")) {
        SEQUENCES.put(columns[1], List.of(columns[2].split(" ")));
      } else {
        Component[] parts =
            Arrays.stream(columns[2].split(" ")).map(Component::parse).toArray(Component[]::new);
        String[] range = columns[1].split("-");
        String last = range[range.length - 1];
        for (ApplicationIdentifier ai : ApplicationIdentifiers.all()) {
          String code = ai.code();
          if (code.length() == last.length()
              && code.compareTo(range[0]) >= 0
              && code.compareTo(last) <= 0) {
            FORMATS.put(code, parts);
          }
        }
      }
    }
  }

  private CompressionTable() {}

  /** Returns the identifiers that a byte stands for, given as two hexadecimal digits, or null. */
  static List<String> sequence(String hex) {
    return SEQUENCES.get(hex);
  }

  /** Returns how an identifier's value is laid down, or null. */
  static Component[] format(String code) {
    return FORMATS.get(code);
  }
}
