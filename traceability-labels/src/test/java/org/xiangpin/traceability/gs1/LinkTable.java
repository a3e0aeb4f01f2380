package org.xiangpin.traceability.gs1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of links {@code links.tsv}, which was written without the code under test. */
final class LinkTable {
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

  private LinkTable() {}

  /** One line: what a link should be read as. */
  record Row(boolean valid, Set<Gs1Option> options, String uri, String expected) {}

  static List<Row> rows() {
    try (InputStream in = LinkTable.class.getResourceAsStream("links.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(LinkTable::row)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Row row(String line) {
    String[] columns = line.split("\t", -1);
    String uri =
        ESCAPE
            .matcher(columns[2])
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement("" + (char) Integer.parseInt(escape.group(1), 16)));
    return new Row(columns[0].equals("ok"), options(columns[1]), uri, columns[3]);
  }

  private static Set<Gs1Option> options(String names) {
    EnumSet<Gs1Option> options = EnumSet.noneOf(Gs1Option.class);
    if (!names.equals("-")) {
      Arrays.stream(names.split(",")).map(Gs1Option::valueOf).forEach(options::add);
    }
    return options;
  }

  /** Writes elements as the table does. */
  static String elements(List<Element> elements) {
    return elements.stream()
        .map(element -> element.ai().code() + "=" + element.value())
        .collect(Collectors.joining(" "));
  }
}
