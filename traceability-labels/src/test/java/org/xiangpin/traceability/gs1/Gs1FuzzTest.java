package org.xiangpin.traceability.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class Gs1FuzzTest {
  private static final int ROUNDS = 30_000;
  private static final String ALPHABET =
      "0123456789/?#&;=%+()\\[]:.-_~ABCabc \u001d\u0000\u00e9\u6279\ud83c\uff11";

  private static final List<Set<Gs1Option>> OPTIONS =
      List.of(EnumSet.noneOf(Gs1Option.class), EnumSet.allOf(Gs1Option.class));

  private final Random random = new Random(20261121);
  private int accepted;
  private int refused;

  @Test
  void readersOfLinksThrowNothingElse() {
    List<String> seeds = LinkTable.rows().stream().map(LinkTable.Row::uri).toList();
    run(seeds, text -> Gs1DigitalLink.parse(text, options()));
  }

  @Test
  void readersOfBracketedElementStringsThrowNothingElse() {
    RandomLinks links = new RandomLinks(6);
    List<String> seeds =
        Stream.generate(links::elements)
            .limit(300)
            .map(e -> ElementString.of(e).bracketed())
            .toList();
    run(seeds, text -> ElementString.parseBracketed(text, options()));
  }

  @Test
  void readersOfScannedElementStringsThrowNothingElse() {
    RandomLinks links = new RandomLinks(7);
    List<String> seeds =
        Stream.generate(links::elements).limit(300).map(e -> ElementString.of(e).fnc1()).toList();
    run(seeds, text -> ElementString.parseFnc1(text, options()));
  }

  @Test
  void readersOfCompressedLinksThrowNothingElse() {
    List<String> seeds = CompressedLinkTest.EXAMPLES.stream().map(example -> example[0]).toList();
    run(seeds, CompressedLink::decompress);
  }

  @Test
  void checksOfValuesThrowNothingElse() {
    List<ApplicationIdentifier> all = ApplicationIdentifiers.all();
    run(
        List.of("0", "012345678901234567", "2512312359", "156ABC", "1/2", "GB98MIDL07009312345678"),
        text -> all.get(random.nextInt(all.size())).check(text));
  }

  @Test
  void stemsAndExtensionsThrowNothingElse() {
    Gs1DigitalLink link = Gs1DigitalLink.parse("https://a/00/952012345678912345");
    run(List.of("https://a/b", "http://[::1]:80/c%20d/", "HTTPS://A"), link::on);
    run(List.of("s", "1.abc", "k%20"), text -> LinkExtension.of(text, text));
  }

  /** Were it the square of the length, this would take minutes. */
  @Test
  @Timeout(60)
  void timeGrowsWithTheLengthOfTheText() {
    String link = "https://a/01/09520123456788";
    String elements = "(10)A".repeat(300_000) + "(01)09520123456788";
    assertEquals(300_001, ElementString.parseBracketed(elements).elements().size());
    String scanned = ("10A" + ElementString.SEPARATOR).repeat(300_000) + "0109520123456788";
    assertEquals(300_001, ElementString.parseFnc1(scanned).elements().size());
    assertEquals(
        300_000, Gs1DigitalLink.parse(link + "?" + "k=v&".repeat(300_000)).extensions().size());
    for (String text :
        List.of(
            link + "/10/A".repeat(300_000),
            link + "/".repeat(300_000),
            link + "?" + "99=A&".repeat(300_000),
            "https://a" + "/01".repeat(300_000),
            "https://a" + "/10/A".repeat(300_000),
            link + "?99=" + "%41".repeat(300_000))) {
      assertThrows(InvalidGs1Data.class, () -> Gs1DigitalLink.parse(text));
    }
    String compressed = "https://a/" + "EBC".repeat(100_000);
    assertThrows(InvalidGs1Data.class, () -> CompressedLink.decompress(compressed));
  }

  private Set<Gs1Option> options() {
    return OPTIONS.get(random.nextInt(2));
  }

  private void run(List<String> seeds, Consumer<String> reader) {
    accepted = 0;
    refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String text = mutated(seeds.get(random.nextInt(seeds.size())));
      try {
        reader.accept(text);
        accepted++;
      } catch (InvalidGs1Data e) {
        refused++;
        assertTrue(e.position() >= -1 && e.position() <= text.length(), () -> e + " of " + text);
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
      }
    }
    assertTrue(accepted > ROUNDS / 1000, "hardly anything was accepted: " + accepted);
    assertTrue(refused > ROUNDS / 10, "hardly anything was refused: " + refused);
    assertEquals(ROUNDS, accepted + refused);
  }

  private String mutated(String seed) {
    StringBuilder text = new StringBuilder(seed);
    int changes = random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, c);
        case 1 -> text.setLength(at);
        case 2 -> text.append(text, at, Math.min(text.length(), at + 20));
        default -> {
          if (at < text.length()) {
            text.setCharAt(at, c);
          }
        }
      }
    }
    return text.toString();
  }
}
