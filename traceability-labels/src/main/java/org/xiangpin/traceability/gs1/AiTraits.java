package org.xiangpin.traceability.gs1;

import java.util.Arrays;
import java.util.List;

/**
 * What the table says of an application identifier besides its format.
 *
 * @param predefinedLength no separator follows it
 * @param attribute it may stand in a link's query
 * @param primaryKey a link may be about it
 * @param decimals its last digit counts decimal places
 * @param qualifiers alternatives of key qualifiers in their order
 * @param required groups of which one alternative must be there each
 * @param excluded none of which may be there
 */
record AiTraits(
    boolean predefinedLength,
    boolean attribute,
    boolean primaryKey,
    boolean decimals,
    List<List<String>> qualifiers,
    List<AiNeed.Group> required,
    List<AiNeed> excluded) {

  static final AiTraits UNKNOWN_ATTRIBUTE =
      new AiTraits(false, true, false, false, List.of(), List.of(), List.of());

  /** Reads columns 4 to 7 of the table; {@code codes} are all identifiers, sorted. */
  static AiTraits parse(String[] columns, List<String> codes) {
    String flags = columns[3];
    return new AiTraits(
        flags.contains("F"),
        flags.contains("A"),
        flags.contains("K"),
        flags.contains("D"),
        parts(columns[4], "\\|").stream().map(order -> parts(order, " ")).toList(),
        parts(columns[5], ";").stream().map(group -> AiNeed.Group.parse(group, codes)).toList(),
        parts(columns[6], ",").stream().map(need -> AiNeed.parse(need, codes)).toList());
  }

  private static List<String> parts(String cell, String separator) {
    return cell.equals("-") ? List.of() : Arrays.stream(cell.split(separator)).toList();
  }

  /** Returns whether some elements qualify the key in an order that one alternative allows. */
  boolean allows(List<Element> elements, int from, int to) {
    if (from == to) {
      return true;
    }
    for (int i = 0; i < qualifiers.size(); i++) {
      if (subsequence(qualifiers.get(i), elements, from, to)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether, besides those elements, one more identifier could qualify the key. */
  boolean allowsAnother(List<Element> elements, int from, int to, String code) {
    for (int i = 0; i < qualifiers.size(); i++) {
      List<String> order = qualifiers.get(i);
      if (order.contains(code) && subsequence(order, elements, from, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean subsequence(List<String> order, List<Element> elements, int from, int to) {
    int next = from;
    for (int i = 0; i < order.size() && next < to; i++) {
      if (order.get(i).equals(elements.get(next).ai().code())) {
        next++;
      }
    }
    return next == to;
  }
}
