package org.xiangpin.traceability.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All application identifiers of the GS1 General Specifications, as the resource {@code
 * application-identifiers.tsv} gives them (state of 2026).
 */
public final class ApplicationIdentifiers {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 4;

  private static final List<ApplicationIdentifier> ALL = load();

  /** By number: two digits from 0, three digits from 100, four digits from 1100. */
  private static final ApplicationIdentifier[] BY_NUMBER = new ApplicationIdentifier[11_100];

  /** One identifier for each pair of first digits: they fix an identifier's length. */
  private static final ApplicationIdentifier[] BY_PREFIX = new ApplicationIdentifier[100];

  static {
    for (ApplicationIdentifier ai : ALL) {
      BY_NUMBER[place(ai.code(), 0, ai.code().length())] = ai;
      int prefix = Integer.parseInt(ai.code().substring(0, SHORTEST));
      ApplicationIdentifier sibling = BY_PREFIX[prefix];
      if (sibling != null && sibling.code().length() != ai.code().length()) {
        throw new IllegalStateException("length of AI is not fixed by its first digits: " + ai);
      }
      BY_PREFIX[prefix] = ai;
    }
  }

  private ApplicationIdentifiers() {}

  /**
   * Returns all identifiers.
   *
   * @return sorted by their digits as text
   */
  public static List<ApplicationIdentifier> all() {
    return ALL;
  }

  /**
   * Looks one up.
   *
   * @param code any text
   * @return the identifier of that code, if there is one
   */
  public static Optional<ApplicationIdentifier> find(String code) {
    return Optional.ofNullable(find(code, 0, code.length()));
  }

  /**
   * Returns one that is there.
   *
   * @param code two to four digits
   * @return the identifier of that code
   * @throws InvalidGs1Data with rule {@code UNKNOWN_AI} when there is none
   */
  public static ApplicationIdentifier of(String code) {
    Objects.requireNonNull(code, "code");
    return find(code).orElseThrow(() -> unknown(code, 0, code.length(), 0));
  }

  /** As {@link #find(String)} for a stretch of a text; null when there is none. */
  static ApplicationIdentifier find(String text, int from, int to) {
    int place = place(text, from, to);
    return place < 0 ? null : BY_NUMBER[place];
  }

  /** As {@link #find(String, int, int)}, making up an identifier where that is allowed. */
  static ApplicationIdentifier find(String text, int from, int to, boolean unknownToo) {
    ApplicationIdentifier ai = find(text, from, to);
    if (ai != null || !unknownToo || place(text, from, to) < 0) {
      return ai;
    }
    ApplicationIdentifier sibling = ofPrefix(text, from, to);
    boolean possible = sibling == null || sibling.code().length() == to - from;
    return possible ? ApplicationIdentifier.unknown(text.substring(from, to)) : null;
  }

  /** Returns some identifier with the first two digits of a text, or null. */
  static ApplicationIdentifier ofPrefix(String text, int from, int to) {
    int place = to - from < SHORTEST ? -1 : place(text, from, from + SHORTEST);
    return place < 0 ? null : BY_PREFIX[place];
  }

  static InvalidGs1Data unknown(String text, int from, int to, int position) {
    return new InvalidGs1Data(
        Gs1Rule.UNKNOWN_AI,
        text.substring(from, Math.min(to, from + 20)),
        position,
        "not an application identifier of GS1");
  }

  private static int place(String text, int from, int to) {
    int length = to - from;
    if (length < SHORTEST || length > LONGEST) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number + (length == SHORTEST ? 0 : length == LONGEST ? 1_100 : 100);
  }

  private static List<ApplicationIdentifier> load() {
    TreeMap<String, String[]> rows = new TreeMap<>();
    for (String[] columns : TableFile.read("application-identifiers.tsv", 7)) {
      String[] range = columns[0].split("-");
      int last = Integer.parseInt(range[range.length - 1]);
      for (int number = Integer.parseInt(range[0]); number <= last; number++) {
        String code = String.format("%0" + range[0].length() + "d", number);
        if (rows.put(code, columns) != null) {
          throw new IllegalStateException("AI stands twice in the table: " + code);
        }
      }
    }
    List<String> codes = List.copyOf(rows.keySet());
    List<ApplicationIdentifier> all = new ArrayList<>();
    rows.forEach(
        (code, columns) ->
            all.add(
                new ApplicationIdentifier(
                    all.size(), code, columns[1], columns[2], AiTraits.parse(columns, codes))));
    return List.copyOf(all);
  }
}
