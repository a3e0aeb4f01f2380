package org.xiangpin.traceability.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkTableTest {
  @Test
  void everyLinkOfTheTableIsReadAsTheStandardSays() {
    List<String> wrong = new ArrayList<>();
    for (LinkTable.Row row : LinkTable.rows()) {
      String actual;
      boolean valid = true;
      try {
        actual = LinkTable.elements(Gs1DigitalLink.parse(row.uri(), row.options()).elements());
      } catch (InvalidGs1Data e) {
        valid = false;
        actual = e.rule() + " " + (e.ai().isEmpty() ? "-" : e.ai());
      }
      if (valid != row.valid() || !actual.equals(row.expected())) {
        wrong.add(row + "\n    but is " + actual);
      }
    }
    assertTrue(wrong.isEmpty(), () -> wrong.size() + " differ:\n" + String.join("\n", wrong));
  }

  @Test
  void theTableHoldsEveryPrimaryKeyAndNearlyEveryRule() {
    List<LinkTable.Row> rows = LinkTable.rows();
    assertTrue(rows.size() >= 300, "rows: " + rows.size());
    Set<String> keys = new HashSet<>();
    Set<String> rules = new HashSet<>();
    for (LinkTable.Row row : rows) {
      if (row.valid()) {
        keys.add(row.expected().substring(0, row.expected().indexOf('=')));
      } else {
        rules.add(row.expected().split(" ")[0]);
      }
    }
    Set<String> expectedKeys = new HashSet<>();
    for (ApplicationIdentifier ai : ApplicationIdentifiers.all()) {
      if (ai.isPrimaryKey()) {
        expectedKeys.add(ai.code());
      }
    }
    assertEquals(expectedKeys, keys);
    Set<String> missing = new HashSet<>();
    for (Gs1Rule rule : Gs1Rule.values()) {
      if (!rules.contains(rule.name())) {
        missing.add(rule.name());
      }
    }
    // Of AI 8014 and 7041, which no link may hold, and of other texts than links.
    assertEquals(Set.of("NON_DIGIT", "PACKAGE_TYPE", "ELEMENT_STRING", "COMPRESSION"), missing);
  }

  @Test
  void everyValidLinkIsWrittenSoThatItIsReadAsEqual() {
    for (LinkTable.Row row : LinkTable.rows()) {
      if (row.valid()) {
        Gs1DigitalLink link = Gs1DigitalLink.parse(row.uri(), row.options());
        assertEquals(link, Gs1DigitalLink.parse(link.uri(), row.options()), row.uri());
        String canonical = link.canonical().uri();
        assertTrue(canonical.startsWith("https://id.gs1.org/"), canonical);
        assertEquals(canonical, Gs1DigitalLink.parse(canonical, row.options()).canonical().uri());
      }
    }
  }

  @Test
  void everyValidLinkGoesThroughBothElementStringsAndBack() {
    for (LinkTable.Row row : LinkTable.rows()) {
      if (row.valid() && !row.options().contains(Gs1Option.UNKNOWN_AI)) {
        Gs1DigitalLink link = Gs1DigitalLink.parse(row.uri(), row.options());
        ElementString elements = link.toElementString();
        assertEquals(elements, ElementString.parseBracketed(elements.bracketed()), row.uri());
        assertEquals(elements, ElementString.parseFnc1(elements.fnc1()), row.uri());
        assertEquals(
            link.canonical(),
            elements.toDigitalLink(Gs1DigitalLink.CANONICAL_STEM).canonical(),
            row.uri());
      }
    }
  }
}
