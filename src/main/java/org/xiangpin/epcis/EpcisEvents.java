package org.xiangpin.epcis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xiangpin.jsonschema.Fault;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.XiangpinConfig;

/**
 * For the features above: their own events go in by the same rules as everybody's, in their own
 * transaction, and are found again by id.
 */
@ApplicationScoped
public class EpcisEvents {

  @Inject EventWriter writer;
  @Inject EventReader reader;
  @Inject Clock clock;
  @Inject XiangpinConfig config;

  /**
   * Records an event of the service itself. Nobody outside can correct it.
   *
   * @param event as the schema has it, with its context if it uses prefixes of its own
   * @return its id: its own, or its hash
   * @throws EventRefused for an event that breaks a rule
   * @throws EventIdTaken when its own id belongs to another event
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public String record(ObjectNode event) {
    return record(List.of(event)).get(0);
  }

  /**
   * Records several, with few statements.
   *
   * @return their ids, in the order of the events
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<String> record(List<ObjectNode> events) {
    Instant now = Times.now(clock);
    List<NewEvent> accepted = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      // a copy: the caller keeps its event
      accepted.add(accept(events.get(i).deepCopy(), "/" + i, now));
    }
    writer.write(
        accepted,
        null,
        now,
        refusal -> {
          throw refusal;
        });
    return accepted.stream().map(NewEvent::eventId).toList();
  }

  /**
   * Declares an event of the service wrong; it stays as it is, and what corrects it is named.
   *
   * @param eventId of an event that is here
   * @param correctiveId of the event that says it right
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void declareWrong(String eventId, String correctiveId) {
    ObjectNode event =
        EventDocument.readEvent(
            find(eventId).orElseThrow().json().getBytes(StandardCharsets.UTF_8));
    event
        .putObject("errorDeclaration")
        .put("declarationTime", Times.now(clock).toString())
        .put("reason", "incorrect_data")
        .putArray("correctiveEventIDs")
        .add(correctiveId);
    record(event);
  }

  private NewEvent accept(ObjectNode event, String pointer, Instant now) {
    List<Fault> faults = new ArrayList<>(EventSchema.ofEvent(event, pointer));
    if (faults.isEmpty()) {
      faults.addAll(rules(now).faults(event, null, pointer));
    }
    if (faults.isEmpty()) {
      NewEvent accepted = NewEvent.of(event, null, pointer, Ids.next());
      faults.addAll(accepted.faults());
      if (faults.isEmpty()) {
        return accepted;
      }
    }
    throw new EventRefused(faults);
  }

  EventRules rules(Instant now) {
    return new EventRules(now, Duration.ofDays(config.epcisWindowDays()));
  }

  /** The event of this id; where it was declared wrong, the declaration, which repeats it whole. */
  public Optional<StoredEvent> find(String eventId) {
    return reader.find(eventId);
  }

  /** Those there are of these ids, in the order in which they happened; for a lot's history. */
  public List<StoredEvent> list(List<String> eventIds) {
    return reader.list(eventIds);
  }

  /**
   * A page of what the service itself recorded of some things, in the order in which it happened.
   * What others captured about them is not among it.
   *
   * @param things canonical
   * @param perPage up to {@value EventQuery#LARGEST_PAGE}
   * @param token of the page before; null for the first
   * @throws QueryRefused for a page size or a token that cannot be
   */
  public EventPage ownOf(List<String> things, String perPage, String token) {
    return reader.page(EventQuery.ownOf(things, perPage, token));
  }

  /** An EPCISDocument of these events, as another repository can capture it. */
  public String document(List<StoredEvent> events) {
    return EventPage.document(events, clock.instant());
  }
}
