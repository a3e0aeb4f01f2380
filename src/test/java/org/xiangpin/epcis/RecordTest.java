package org.xiangpin.epcis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What features above record of their own. */
@QuarkusTest
class RecordTest {

  @Inject EpcisEvents events;

  private final EpcisFixture partner = EpcisFixture.open();

  @Test
  void anEventIsRecordedInTheCallersTransaction() {
    String thing = EpcisFixture.thing();
    ObjectNode event = EpcisFixture.observed(thing);
    String id =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  String recorded = events.record(event);
                  assertTrue(events.find(recorded).isPresent());
                  return recorded;
                });
    assertTrue(id.startsWith("ni:///sha-256;"));
    assertTrue(!event.has("eventID"), "the caller keeps its event as it was");
    assertTrue(events.find(id).orElseThrow().json().contains(thing));
    assertEquals(1, partner.count(thing));
    String gone = EpcisFixture.thing();
    assertThrows(
        IllegalStateException.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      events.record(EpcisFixture.observed(gone));
                      throw new IllegalStateException("undone");
                    }));
    assertEquals(0, partner.count(gone));
  }

  @Test
  void nothingIsRecordedOutsideATransaction() {
    ObjectNode event = EpcisFixture.observed(EpcisFixture.thing());
    assertThrows(TransactionalException.class, () -> events.record(event));
  }

  @Test
  void theRulesHoldForTheServiceToo() {
    ObjectNode event = EpcisFixture.observed(EpcisFixture.thing());
    event.put("action", "HARVEST");
    assertThrows(
        EventRefused.class,
        () -> QuarkusTransaction.requiringNew().run(() -> events.record(event)));
  }

  @Test
  void nobodyOutsideCorrectsAnEventOfTheService() {
    ObjectNode event = EpcisFixture.observed(EpcisFixture.thing());
    QuarkusTransaction.requiringNew().run(() -> events.record(event));
    ObjectNode wrong = event.deepCopy();
    wrong.putObject("errorDeclaration").put("declarationTime", EpcisFixture.ago(0));
    partner.capture(wrong).then().statusCode(403);
    QuarkusTransaction.requiringNew().run(() -> events.record(wrong));
  }

  @Test
  void storedEventsMakeADocumentThatCanBeCaptured() throws Exception {
    ObjectNode first = EpcisFixture.observed(EpcisFixture.thing());
    ObjectNode second = EpcisFixture.observed(EpcisFixture.thing());
    second.put("eventTime", EpcisFixture.ago(120));
    second.put("ex:note", "n");
    second.putArray("@context").addObject().put("ex", "https://ns.example.com/x/");
    List<String> ids =
        QuarkusTransaction.requiringNew().call(() -> events.record(List.of(first, second)));
    List<StoredEvent> stored = events.list(ids);
    assertEquals(
        List.of(ids.get(1), ids.get(0)), stored.stream().map(StoredEvent::eventId).toList());
    String document = events.document(stored);
    assertEquals(
        List.of(), EventSchema.ofLoneEvent(EpcisFixture.JSON.readTree(document)), document);
    // the same events, by their ids and contents
    partner.post("/capture", document).then().statusCode(202);
    assertEquals(List.of(), events.list(List.of()));
  }
}
