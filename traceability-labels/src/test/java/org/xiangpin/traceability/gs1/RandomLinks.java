package org.xiangpin.traceability.gs1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes links of random, valid parts, without the reader under test. */
final class RandomLinks {
  private static final String CSET_82 =
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

  private static final List<String> STEMS =
      List.of(
          "https://id.gs1.org",
          "http://a",
          "https://example.com:8443/some/stem",
          "https://[2001:db8::1]/x",
          "https://a/01/x",
          "https://a/%E6%A1%83/");

  private final Random random;

  RandomLinks(long seed) {
    this.random = new Random(seed);
  }

  Gs1DigitalLink link() {
    return Gs1DigitalLink.of(pick(STEMS), elements(), extensions());
  }

  /** Key first, then qualifiers and attributes in any order. */
  List<Element> elements() {
    List<Element> others = new ArrayList<>();
    Element key = key(others);
    for (int ai = 91; ai <= 99; ai++) {
      if (random.nextInt(4) == 0) {
        others.add(Element.of("" + ai, text(90)));
      }
    }
    Collections.shuffle(others, random);
    others.add(0, key);
    return others;
  }

  private Element key(List<Element> others) {
    switch (random.nextInt(8)) {
      case 0:
        others.add(Element.of("02", checked(13)));
        others.add(Element.of("37", digits(1 + random.nextInt(8))));
        maybe(others, "10", text(20));
        maybe(others, "330" + random.nextInt(6), digits(6));
        return Element.of("00", checked(17));
      case 1:
        maybe(others, random.nextBoolean() ? "254" : "7040", "1ABC");
        return Element.of("414", checked(12));
      case 2:
        maybe(others, "8011", "" + (1 + random.nextInt(1_000_000)));
        return Element.of("8010", digits(4) + "-#/" + digits(10));
      case 3:
        return Element.of("8003", "0" + checked(12) + text(16));
      case 4:
        others.add(Element.of("235", text(28)));
        maybe(others, "10", text(20));
        return Element.of("01", checked(13));
      case 5:
        maybe(others, "10", text(20));
        maybe(others, "21", text(20));
        return Element.of("8006", checked(13) + "0102");
      default:
        maybe(others, "22", text(20));
        maybe(others, "10", text(20));
        maybe(others, "21", text(20));
        maybe(others, "17", "2" + random.nextInt(10) + "123" + random.nextInt(2));
        maybe(others, "310" + random.nextInt(6), digits(6));
        maybe(others, "422", "156");
        maybe(others, "240", text(30));
        return Element.of("01", checked(13));
    }
  }

  private void maybe(List<Element> others, String ai, String value) {
    if (random.nextBoolean()) {
      others.add(Element.of(ai, value));
    }
  }

  private List<LinkExtension> extensions() {
    List<LinkExtension> extensions = new ArrayList<>();
    for (String extension : List.of("s=1.abc", "linkType=gs1%3Apip", "k=", "17a=/?x")) {
      if (random.nextInt(4) == 0) {
        String[] halves = extension.split("=", 2);
        extensions.add(LinkExtension.of(halves[0], halves[1]));
      }
    }
    return extensions;
  }

  String text(int max) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(max);
    for (int i = 0; i < length; i++) {
      text.append(CSET_82.charAt(random.nextInt(CSET_82.length())));
    }
    return text.toString().matches("\\.\\.?") ? "A" : text.toString();
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  /** Digits and their check digit, reckoned from the left as the General Specifications draw it. */
  private String checked(int count) {
    String digits = digits(count);
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Character.getNumericValue(digits.charAt(i)) * ((count - i) % 2 == 1 ? 3 : 1);
    }
    return digits + (1000 - sum) % 10;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
