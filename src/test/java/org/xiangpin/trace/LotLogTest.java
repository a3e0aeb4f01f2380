package org.xiangpin.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.shared.TestClock;
import org.xiangpin.traceability.log.LogProof;
import org.xiangpin.tracelog.LogFixture;
import org.xiangpin.tracelog.TraceLog;

/** What the public log tells of a lot's life, and what it keeps to itself. */
@QuarkusTest
class LotLogTest {

  @Inject TraceLog log;
  @Inject ObjectMapper json;
  @Inject TestClock clock;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void aCertificationIsInTheLogWithItsNumberAndDates() throws Exception {
    Lot lot = LotFixture.certified();
    LogFixture.sign();
    JsonNode entry = entry(step(lot, TraceEventType.CERTIFIED));
    Certification certification =
        QuarkusTransaction.requiringNew().call(() -> Certification.ofLot(lot.id()).orElseThrow());
    assertEquals("CERTIFIED", entry.get("type").asText());
    assertEquals(lot.gtin(), entry.get("gtin").asText());
    assertEquals(lot.code(), entry.get("lot").asText());
    assertEquals(LotFixture.GRAMS, entry.get("grams").asLong());
    assertEquals(certification.number(), entry.at("/certification/number").asText());
    assertEquals(
        certification.validUntil().toString(), entry.at("/certification/validUntil").asText());
  }

  @Test
  void namesAndReasonsAreInTheLogAsASaltedHashOnly() throws Exception {
    TownFixture town = TownFixture.create();
    Lot lot = LotFixture.revoke(town, LotFixture.suspended(town));
    LogFixture.sign();
    for (TraceEvent step : steps(lot)) {
      if (step.logPlace() != null) {
        String text = entry(step).toString();
        assertFalse(text.contains(step.actorName()), text);
        assertFalse(text.contains("农药"), text);
        assertTrue(text.contains("\"personal\":\"sha256:"), text);
      }
    }
    assertEquals("REVOKED", entry(step(lot, TraceEventType.REVOKED)).get("type").asText());
  }

  @Test
  void theOfficesToAndFroIsNotInTheLog() {
    Lot lot = LotFixture.returned("请补采收照片");
    assertNull(step(lot, TraceEventType.SUBMITTED).logPlace());
    assertNull(step(lot, TraceEventType.RETURNED).logPlace());
  }

  private JsonNode entry(TraceEvent step) throws Exception {
    long index = log.provenIndexOf(step.logPlace()).orElseThrow();
    LogProof proof = log.prove(index).orElseThrow();
    byte[] bytes = Base64.getDecoder().decode(proof.extra().orElseThrow());
    JsonNode entry = json.readTree(bytes);
    assertEquals(new String(bytes, StandardCharsets.UTF_8), json.writeValueAsString(entry));
    return entry;
  }

  private static TraceEvent step(Lot lot, TraceEventType type) {
    return steps(lot).stream().filter(e -> e.type() == type).findFirst().orElseThrow();
  }

  private static List<TraceEvent> steps(Lot lot) {
    return QuarkusTransaction.requiringNew().call(() -> TraceEvent.of(lot.id()));
  }
}
