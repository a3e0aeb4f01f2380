package org.xiangpin.traceability.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinkPropertyTest {
  private static final int ROUNDS = 3_000;

  @Test
  void readingWhatWasWrittenGivesTheSameLink() {
    RandomLinks links = new RandomLinks(1);
    for (int i = 0; i < ROUNDS; i++) {
      Gs1DigitalLink link = links.link();
      Gs1DigitalLink read = Gs1DigitalLink.parse(link.uri());
      assertEquals(link, read);
      assertEquals(link.hashCode(), read.hashCode());
      assertEquals(link.elements(), read.elements());
      assertEquals(link.uri(), read.uri());
    }
  }

  @Test
  void readingElementStringsGivesTheSameElementsInTheSameOrder() {
    RandomLinks links = new RandomLinks(2);
    for (int i = 0; i < ROUNDS; i++) {
      ElementString string = ElementString.of(links.elements());
      assertEquals(string, ElementString.parseBracketed(string.bracketed()));
      assertEquals(string, ElementString.parseFnc1(string.fnc1()));
    }
  }

  @Test
  void theOrderOfAttributesDoesNotMatter() {
    RandomLinks links = new RandomLinks(3);
    Random random = new Random(3);
    for (int i = 0; i < ROUNDS; i++) {
      List<Element> elements = links.elements();
      Gs1DigitalLink link = Gs1DigitalLink.of("https://a", elements, List.of());
      List<Element> others = new ArrayList<>(elements.subList(1, elements.size()));
      Collections.shuffle(others, random);
      others.add(0, elements.get(0));
      Gs1DigitalLink shuffled = Gs1DigitalLink.of("https://a", others, List.of());
      assertEquals(link, shuffled);
      assertEquals(link.hashCode(), shuffled.hashCode());
      assertEquals(link.canonical().uri(), shuffled.canonical().uri());
    }
  }

  @Test
  void linksOfDifferentThingsDiffer() {
    RandomLinks links = new RandomLinks(4);
    for (int i = 0; i < ROUNDS; i++) {
      assertNotEquals(links.link().canonical().uri(), links.link().canonical().uri());
    }
  }

  @Test
  void escapedInFullALinkReadsTheSame() {
    RandomLinks links = new RandomLinks(5);
    for (int i = 0; i < ROUNDS; i++) {
      Gs1DigitalLink link = links.link();
      StringBuilder uri = new StringBuilder(link.stem());
      for (Element element : link.elements()) {
        boolean path = !link.attributes().contains(element);
        uri.append(path ? '/' : uri.indexOf("?") < 0 ? '?' : ';').append(element.ai());
        uri.append(path ? '/' : '=');
        element.value().chars().forEach(c -> uri.append(String.format("%%%02x", c)));
      }
      assertEquals(link.elements(), Gs1DigitalLink.parse(uri.toString()).elements());
    }
  }
}
