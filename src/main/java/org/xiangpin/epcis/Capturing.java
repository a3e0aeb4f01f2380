package org.xiangpin.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.xiangpin.jsonschema.Fault;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.SqlErrors;
import org.xiangpin.shared.Times;

/**
 * Captures what storefronts send. A document is judged whole before the first row is written; then
 * one transaction writes it. Lost against another transaction, it is written again: what the other
 * one wrote is seen then.
 */
@ApplicationScoped
class Capturing {

  private static final int MOST_ATTEMPTS = 5;

  @Inject EventWriter writer;
  @Inject EpcisEvents events;
  @Inject Clock clock;

  /**
   * @return the finished job
   * @throws EventRefused for a document that can't be read or whose head is wrong; and, rolling
   *     back, for any event that is wrong: then nothing is kept, not even the job
   * @throws EventIdTaken rolling back, for an id that another event bears
   * @throws ForeignEvent rolling back, for a correction of another's event
   */
  CaptureJob capture(byte[] body, long storefrontId, ErrorBehaviour behaviour) {
    Instant began = Times.now(clock);
    EventDocument document = EventDocument.read(body);
    JsonNode context = null;
    if (document.head() != null) {
      List<Fault> faults = EventSchema.ofHead(document.head());
      if (!faults.isEmpty()) {
        throw new EventRefused(faults);
      }
      context = document.head().get("@context");
    }
    List<Fault> faults = new ArrayList<>();
    List<NewEvent> accepted = new ArrayList<>(document.events().size());
    EventRules rules = events.rules(began);
    for (int i = 0; i < document.events().size(); i++) {
      JsonNode event = document.events().get(i);
      String pointer = document.pointer() + "/" + i;
      List<Fault> found = EventSchema.ofEvent(event, pointer);
      accept(event, context, pointer, rules, found, accepted, faults);
    }
    if (behaviour == ErrorBehaviour.ROLLBACK && !faults.isEmpty()) {
      throw new EventRefused(faults);
    }
    return patiently(
        () -> {
          CaptureErrors errors = new CaptureErrors(behaviour, faults);
          writer.write(accepted, storefrontId, began, errors::add);
          return CaptureJob.finished(
              storefrontId, behaviour, errors.json(), began, Times.now(clock));
        });
  }

  /**
   * Captures one event.
   *
   * @return its id
   */
  String captureOne(byte[] body, long storefrontId) {
    Instant now = Times.now(clock);
    ObjectNode event = EventDocument.readEvent(body);
    List<Fault> faults = new ArrayList<>();
    List<NewEvent> accepted = new ArrayList<>(1);
    accept(event, null, "", events.rules(now), EventSchema.ofLoneEvent(event), accepted, faults);
    if (!faults.isEmpty()) {
      throw new EventRefused(faults);
    }
    patiently(
        () ->
            writer.write(
                accepted,
                storefrontId,
                now,
                refusal -> {
                  throw refusal;
                }));
    return accepted.get(0).eventId();
  }

  private static void accept(
      JsonNode event,
      JsonNode context,
      String pointer,
      EventRules rules,
      List<Fault> ofSchema,
      List<NewEvent> accepted,
      List<Fault> faults) {
    if (!ofSchema.isEmpty()) {
      faults.addAll(ofSchema);
      return;
    }
    ObjectNode object = (ObjectNode) event;
    List<Fault> found = rules.faults(object, context, pointer);
    if (found.isEmpty()) {
      NewEvent candidate = NewEvent.of(object, context, pointer, Ids.next());
      found = candidate.faults();
      if (found.isEmpty()) {
        accepted.add(candidate);
      }
    }
    faults.addAll(found);
  }

  private static <T> T patiently(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return QuarkusTransaction.requiringNew().call(work::get);
      } catch (Refusal e) {
        throw e;
      } catch (RuntimeException e) {
        boolean lost = SqlErrors.isDuplicate(e) || SqlErrors.isRetryable(e);
        if (!lost || attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
