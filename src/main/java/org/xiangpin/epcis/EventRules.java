package org.xiangpin.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xiangpin.eventhash.EventContext;
import org.xiangpin.eventhash.Timestamp;
import org.xiangpin.eventhash.Vocabulary;
import org.xiangpin.jsonschema.Fault;

/**
 * What is demanded of an event beyond the schema: it happened already and not too long ago, words
 * in the CBV's own namespace exist, and identifiers can be looked up.
 *
 * @param now the moment of capturing
 * @param window how long after it happened an event may be entered without saying why
 */
record EventRules(Instant now, Duration window) {

  /** Clocks of others go a little ahead. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private static final Instant FIRST =
      LocalDate.of(1900, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

  /** The extension by which an event says why it comes late. */
  static final String REASON = "xiangpin:reason";

  private static final int LONGEST_REASON = 500;

  /**
   * @param event one that the schema accepts
   * @return what is wrong; empty for a good one
   */
  List<Fault> faults(ObjectNode event, JsonNode outer, String pointer) {
    List<Fault> faults = new ArrayList<>();
    time(event, pointer, faults);
    Map<String, String> prefixes =
        EventContext.prefixes(EventContext.merged(outer, event.get("@context")));
    word(event, "bizStep", Vocabulary.BIZ_STEP, prefixes, pointer, faults);
    word(event, "disposition", Vocabulary.DISPOSITION, prefixes, pointer, faults);
    return faults;
  }

  private void time(ObjectNode event, String pointer, List<Fault> faults) {
    Instant time = Timestamp.of(event.path("eventTime").textValue());
    String place = pointer + "/eventTime";
    if (time.isAfter(now.plus(SKEW))) {
      faults.add(new Fault(place, "future", "事件还没有发生", "lies in the future"));
    } else if (time.isBefore(FIRST)) {
      faults.add(new Fault(place, "past", "事件时间早于 1900 年", "lies before the year 1900"));
    } else if (time.isBefore(now.minus(window)) && !hasReason(event)) {
      faults.add(
          new Fault(
              place,
              "window",
              "事件早于 " + window.toDays() + " 天，请用 " + REASON + " 说明为何现在才补记",
              "lies more than %d days back and needs its reason in %s"
                  .formatted(window.toDays(), REASON)));
    }
  }

  private static boolean hasReason(ObjectNode event) {
    String reason = event.path(REASON).asText();
    return event.path("errorDeclaration").has("reason")
        || (!reason.isBlank() && reason.length() <= LONGEST_REASON);
  }

  /** The schema lets any IRI pass; one in the CBV's own namespace must be a word of the CBV. */
  private static void word(
      ObjectNode event,
      String member,
      Vocabulary words,
      Map<String, String> prefixes,
      String pointer,
      List<Fault> faults) {
    JsonNode value = event.path(member);
    if (!value.isTextual()) {
      return;
    }
    String word = words.word(value.textValue(), prefixes);
    boolean isOfTheStandard = word.indexOf(':') < 0 || word.startsWith(Vocabulary.CBV);
    if (isOfTheStandard && !EventSchema.words(member).contains(word)) {
      faults.add(
          new Fault(Fault.step(pointer, member), "cbv", "CBV 里没有这个词", "is no word of the CBV"));
    }
  }
}
