package org.xiangpin.label;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.shared.TestClock;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.traceability.sign.KeySet;
import org.xiangpin.traceability.sign.LabelVerifier;
import org.xiangpin.traceability.sign.SignatureVerdict.Outcome;
import org.xiangpin.tracelog.LogFixture;

/** Labels that anybody can check with the published keys alone. */
@QuarkusTest
class LabelSigningTest {

  @Inject LabelService labels;
  @Inject TestClock clock;
  @Inject LabelSigning signing;

  private final TownFixture town = TownFixture.create();
  private final Lot lot = LotFixture.certified(town, 5_000);

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void everyLabelIsSignedAndCheckedWithThePublishedKeysAlone() {
    List<String> links = links(700);
    KeySet keys = published();
    for (String link : links) {
      assertEquals(Outcome.VALID, outcome(keys, link), link);
    }
    assertEquals(700, links.stream().distinct().count());
  }

  @Test
  void aLinkWithAnotherSerialIsNotBelieved() {
    List<String> links = links(2);
    String serial = links.get(1).replaceAll(".*/21/([0-9A-Z]+)\\?.*", "$1");
    String forged = links.get(0).replaceAll("/21/[0-9A-Z]+", "/21/" + serial);
    assertEquals(Outcome.SIGNATURE_WRONG, outcome(published(), forged));
  }

  @Test
  void afterAChangeOfKeysOldLabelsStayGenuineAndNewOnesCarryTheNewName() {
    String old = links(1).get(0);
    signing.renew(town.county());
    String fresh = links(1).get(0);
    assertNotEquals(name(old), name(fresh));
    KeySet keys = published();
    assertEquals(Outcome.VALID, outcome(keys, old));
    assertEquals(Outcome.VALID, outcome(keys, fresh));
  }

  @Test
  void noLabelOfARevokedKeyIsBelievedAndTheNextOnesGetAnother() {
    ConsoleClient admin = AccountFixture.with(Role.COUNTY_ADMIN, town.county()).signIn();
    String old = links(1).get(0);
    LabelSigningKey key = signing.ofCounty(town.county()).get(0);
    admin
        .post("/console/signing-keys/revoked", Map.of("key", key.idText(), "reason", ""))
        .then()
        .statusCode(422);
    admin
        .post("/console/signing-keys/revoked", Map.of("key", key.idText(), "reason", "电脑被偷"))
        .then()
        .statusCode(303);
    admin.get("/console/signing-keys").then().statusCode(200).body(containsString("已吊销"));
    admin.get("/console/products").then().body(containsString("/console/signing-keys"));
    assertEquals(Outcome.KEY_REVOKED, outcome(published(), old));
    String next = links(1).get(0);
    assertEquals(Outcome.VALID, outcome(published(), next));
  }

  @Test
  void anotherCountysAdminDoesNotRevoke() {
    links(1);
    LabelSigningKey key = signing.ofCounty(town.county()).get(0);
    ConsoleClient stranger =
        AccountFixture.with(Role.COUNTY_ADMIN, TownFixture.create().county()).signIn();
    stranger
        .post("/console/signing-keys/revoked", Map.of("key", key.idText(), "reason", "试"))
        .then()
        .statusCode(404);
    assertTrue(signing.ofCounty(town.county()).get(0).isCurrent());
  }

  @Test
  void aNewKeyEntersThePublicLog() {
    links(1);
    String name = signing.ofCounty(town.county()).get(0).name();
    long size = LogFixture.sign().size();
    String entries =
        new String(
            given().get("/log/entries/" + lastBundle(size)).asByteArray(), StandardCharsets.UTF_8);
    assertTrue(entries.contains("SIGNING_KEY_ADDED"), entries);
    assertFalse(name.isEmpty());
  }

  @Test
  void rollsAreWrittenForLabelPrintersToo() {
    LabelRoll roll = RollFixture.issue(town, lot, 3);
    ConsoleClient officer = AccountFixture.with(Role.LIAISON_OFFICER, town.village()).signIn();
    String path = "/console/labels/" + roll.idText() + "/labels?layout=";
    for (String kind : List.of("tspl-203", "tspl-300")) {
      String job =
          officer.get(path + "ROLL_70X50&kind=" + kind).then().statusCode(200).extract().asString();
      assertTrue(job.contains("SIZE 70 mm"), job.substring(0, 60));
    }
    for (String kind : List.of("zpl-203", "zpl-300")) {
      String job =
          officer.get(path + "ROLL_70X50&kind=" + kind).then().statusCode(200).extract().asString();
      assertTrue(job.startsWith("^XA"), job.substring(0, 20));
    }
    officer.get(path + "A4_24&kind=zpl-203").then().statusCode(400);
    officer.get(path + "A4_24&kind=telex").then().statusCode(400);
    officer.get(path + "A5").then().statusCode(400);
    for (String layout : List.of("A4_24", "A4_40", "A4_65", "ROLL_40X30", "ROLL_100X100")) {
      officer.get(path + layout).then().statusCode(200).contentType("application/pdf");
    }
  }

  private List<String> links(int count) {
    LabelRoll roll = RollFixture.issue(town, lot, count);
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<String> links = new ArrayList<>();
              labels
                  .labels(LabelRoll.findById(roll.id()), 1, count, true)
                  .forEachRemaining(label -> links.add(label.url()));
              return links;
            });
  }

  private static KeySet published() {
    return KeySet.parse(given().get("/.well-known/xiangpin-label-keys.json").asString());
  }

  private static Outcome outcome(KeySet keys, String link) {
    return new LabelVerifier(keys).verify(link, Instant.now().plusSeconds(1)).outcome();
  }

  private static String name(String link) {
    return link.replaceAll(".*[?]s=([^.]+)[.].*", "$1");
  }

  private static String lastBundle(long size) {
    return org.xiangpin.traceability.log.EntryBundle.of(size, (size - 1) / 256)
        .path()
        .substring("tile/entries/".length());
  }
}
