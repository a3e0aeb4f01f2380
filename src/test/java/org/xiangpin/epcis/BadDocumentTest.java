package org.xiangpin.epcis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.shared.Refusal;

/** Whatever is sent, it is taken or refused with a sentence; nothing else happens. */
class BadDocumentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "null",
        "1",
        "\"x\"",
        "{}",
        "{\"type\": 1}",
        "{\"type\": \"EPCISQueryDocument\"}",
        "{\"type\": \"EPCISDocument\"}",
        "{\"type\": \"EPCISDocument\", \"epcisBody\": []}",
        "{\"type\": \"EPCISDocument\", \"epcisBody\": {\"eventList\": {}}}",
        "{\"type\": \"EPCISDocument\", \"type\": \"EPCISDocument\"}",
        "[{\"a\": 1, \"a\": 2}]",
        "[NaN]",
        "[Infinity]",
        "[01]",
        "[1e99999999999]",
        "[1,]",
        "[] []",
        "[1] // comment",
        "['a']",
        "[\"\t\"]",
        "{\"type\": \"EPCISDocument\", \"epcisBody\": {\"eventList\": []}} x"
      })
  void refusesWhatIsNoDocument(String text) {
    assertThrows(
        EventRefused.class, () -> EventDocument.read(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void refusesWhatIsTooDeepOrTooLong() {
    for (String text :
        List.of(
            "[".repeat(33) + "]".repeat(33),
            "[".repeat(1_000_000),
            "{\"a\":".repeat(40) + "1" + "}".repeat(40),
            "[\"" + "x".repeat(70_000) + "\"]",
            "[" + "1".repeat(101) + "]")) {
      assertThrows(
          EventRefused.class, () -> EventDocument.read(text.getBytes(StandardCharsets.UTF_8)));
    }
    assertThrows(
        CaptureTooLarge.class, () -> EventDocument.read(new byte[EventDocument.MOST_BYTES + 1]));
  }

  @Test
  void saysWhereReadingEnded() {
    Refusal refusal =
        assertThrows(EventRefused.class, () -> EventDocument.read("[1, 2".getBytes()));
    assertTrue(refusal.getMessage().contains("byte"), refusal.getMessage());
  }

  @Test
  void keepsHalfACharacterAsItsEscape() {
    ObjectNode event = EpcisFixture.observed(EpcisFixture.thing());
    event.put("ex:half", "\ud800");
    assertTrue(NewEvent.of(event, null, "/0", 1).body().contains("\"ex:half\":\"\\uD800\""));
  }

  @Test
  void garbageIsRefusedAndNothingElse() throws Exception {
    Random random = new Random(20261124);
    byte[] good =
        EpcisFixture.text(
                EpcisFixture.JSON.readTree(
                    getClass()
                        .getResourceAsStream("/epcis/hash/ObjectEvent_all_possible_fields.json")))
            .getBytes(StandardCharsets.UTF_8);
    int taken = 0;
    for (int i = 0; i < 5_000; i++) {
      taken += take(garbage(good, random)) ? 1 : 0;
    }
    assertTrue(taken > 0, "some hits leave it whole");
    assertEquals(true, take(good));
  }

  private static boolean take(byte[] body) {
    try {
      EventDocument document = EventDocument.read(body);
      JsonNode context = document.head() == null ? null : document.head().get("@context");
      if (document.head() != null && !EventSchema.ofHead(document.head()).isEmpty()) {
        return false;
      }
      EventRules rules = new EventRules(Instant.now(), Duration.ofDays(365));
      for (JsonNode event : document.events()) {
        if (!EventSchema.ofEvent(event, "/0").isEmpty()
            || !rules.faults((ObjectNode) event, context, "/0").isEmpty()) {
          return false;
        }
        NewEvent.of((ObjectNode) event, context, "/0", 1).faults();
      }
      return true;
    } catch (Refusal e) {
      assertTrue(!e.getMessage().isBlank());
      return false;
    }
  }

  /** A few bytes changed, cut out, doubled, or all of them made up. */
  private static byte[] garbage(byte[] good, Random random) {
    if (random.nextInt(50) == 0) {
      byte[] all = new byte[random.nextInt(300)];
      random.nextBytes(all);
      return all;
    }
    byte[] bytes = good.clone();
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(bytes.length - 40);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "{}[]\",:0129.eE-+\\ntu".charAt(random.nextInt(19));
        case 2 -> System.arraycopy(good, random.nextInt(good.length - 40), bytes, at, 20);
        default -> bytes = java.util.Arrays.copyOf(bytes, Math.max(50, at));
      }
    }
    return bytes;
  }
}
