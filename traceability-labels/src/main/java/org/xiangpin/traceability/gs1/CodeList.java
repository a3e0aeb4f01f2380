package org.xiangpin.traceability.gs1;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists of codes that values are looked up in: the resource {@code code-lists.tsv}. */
final class CodeList implements ContentRule.Finder {
  private static final Map<String, Set<String>> LISTS = load();

  static final CodeList COUNTRY = new CodeList("country");
  static final CodeList COUNTRY_ALPHA2 = new CodeList("country-alpha2");
  static final CodeList CURRENCY = new CodeList("currency");
  static final CodeList PACKAGE = new CodeList("package");
  static final CodeList MEDIA = new CodeList("media");

  private final Set<String> codes;

  private CodeList(String name) {
    this.codes = Set.copyOf(LISTS.get(name));
  }

  @Override
  public int find(String value, int from, int to) {
    return codes.contains(value.substring(from, to)) ? -1 : from;
  }

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> lists = new HashMap<>();
    for (String[] columns : TableFile.read("code-lists.tsv", 2)) {
      lists
          .computeIfAbsent(columns[0], name -> new HashSet<>())
          .addAll(List.of(columns[1].split(" ")));
    }
    return lists;
  }
}
