package org.xiangpin.lotlife;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.epcis.EpcisFixture;
import org.xiangpin.lineage.LineageFixture;
import org.xiangpin.lotevent.Goods;
import org.xiangpin.shared.StatementLog;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFacts;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.LotService;

/** A lot's life as a document: who gets it, how far it reaches, and who can take it in again. */
@QuarkusTest
class LifeExportTest {

  @Inject DataSource database;
  @Inject LotService lots;

  private final EpcisFixture partner = EpcisFixture.open();
  private final TownFixture town = TownFixture.create();

  @Test
  void theDocumentIsTakenInAgainAndAddsNothing() {
    Lot lot = corrected();
    String document = LifeFixture.document(partner, LifeFixture.path(lot));
    int there = partner.count(Goods.name(lot.link()));
    assertEquals(LifeFixture.events(document).size(), there);
    partner.post("/capture", document).then().statusCode(202);
    assertEquals(there, partner.count(Goods.name(lot.link())));
  }

  @Test
  void anEmptyRepositoryTakesTheDocument() throws SQLException {
    Lot lot = corrected();
    String thing = Goods.name(lot.link());
    String document = LifeFixture.document(partner, LifeFixture.path(lot));
    int there = partner.count(thing);
    forget(LifeFixture.events(document));
    assertEquals(0, partner.count(thing));
    partner.post("/capture", document).then().statusCode(202);
    assertEquals(there, partner.count(thing));
    // they are the partner's now, and the lot's life tells our own only
    assertTrue(LifeFixture.events(LifeFixture.document(partner, LifeFixture.path(lot))).isEmpty());
  }

  @Test
  void pagesFollowEachOtherAndTellEachEventOnce() {
    Lot lot = corrected();
    List<String> whole = ids(LifeFixture.document(partner, LifeFixture.path(lot)));
    List<String> paged = new ArrayList<>();
    String path = LifeFixture.path(lot) + "?perPage=2";
    while (path != null) {
      Response answer = partner.get(path);
      paged.addAll(ids(answer.then().statusCode(200).extract().asString()));
      path = next(answer);
    }
    assertTrue(whole.size() > 4);
    assertEquals(whole, paged);
  }

  @Test
  void aPagesTokenIsGoodForItsOwnLotOnly() {
    String next = next(partner.get(LifeFixture.path(corrected()) + "?perPage=2"));
    String token = next.substring(next.indexOf("nextPageToken"));
    partner
        .get(LifeFixture.path(corrected()) + "?perPage=2&" + token)
        .then()
        .statusCode(400)
        .body("type", equalTo("epcisException:QueryParameterException"));
  }

  @Test
  void whatIsAskedWronglyIsRefusedByTheStandardsNames() {
    Lot lot = LotFixture.draft();
    partner
        .get("/lots/" + lot.gtin() + "/NOSUCHLOT")
        .then()
        .statusCode(404)
        .header("GS1-EPCIS-Version", "2.0.0")
        .body("type", equalTo("epcisException:NoSuchResourceException"));
    for (String query : List.of("?lineage=sideways", "?perPage=0", "?nextPageToken=x")) {
      partner
          .get(LifeFixture.path(lot) + query)
          .then()
          .statusCode(400)
          .body("type", equalTo("epcisException:QueryParameterException"));
    }
    String writer = partner.key(Set.of("trace:write"));
    EpcisFixture.api(writer)
        .get(EpcisFixture.URL + LifeFixture.path(lot))
        .then()
        .statusCode(403)
        .body("type", equalTo("epcisException:SecurityException"));
    EpcisFixture.api("none").get(EpcisFixture.URL + LifeFixture.path(lot)).then().statusCode(401);
    partner.get("/events?xiangpin:own=" + Goods.name(lot.link())).then().statusCode(400);
  }

  @Test
  void aLineageOfTenThousandTakesTheSameFewStatementsAndOneLotMoreIsRefused() throws SQLException {
    long first = LineageFixture.lots(i -> i - 1);
    Lot root = lot(first);
    String path = LifeFixture.path(root) + "?lineage=down";
    partner.get(path).then().statusCode(200);
    long before = StatementLog.statements(database);
    partner.get(path).then().statusCode(200);
    assertTrue(StatementLog.statements(database) - before < 40, "whatever else runs meanwhile");
    Lot source = LotFixture.certified(town, 5_000);
    LineageFixture.link(source.id(), first);
    partner
        .get(LifeFixture.path(source) + "?lineage=down")
        .then()
        .statusCode(413)
        .body("type", equalTo("epcisException:QueryTooLargeException"))
        .body("detail", containsString("10001"));
    partner.get(LifeFixture.path(source)).then().statusCode(200);
  }

  @Test
  void whoeverSeesTheLotSavesItsLifeAndNobodyElse() {
    Lot lot = corrected();
    TownFixture.signIn(town.inspector())
        .get("/console/lots/" + lot.idText())
        .then()
        .body(containsString("/console/life/" + lot.idText()));
    String saved =
        TownFixture.signIn(town.inspector())
            .get("/console/life/" + lot.idText())
            .then()
            .statusCode(200)
            .header("Content-Disposition", containsString(lot.code()))
            .extract()
            .asString();
    assertEquals(List.of(), EpcisFixture.faults(saved));
    assertEquals(ids(LifeFixture.document(partner, LifeFixture.path(lot))), ids(saved));
    AccountFixture.with(Role.LIAISON_OFFICER, TownFixture.create().village())
        .signIn()
        .get("/console/life/" + lot.idText())
        .then()
        .statusCode(404);
  }

  /** Certified after its weight was stated wrongly once. */
  private Lot corrected() {
    Lot lot = LotFixture.draft(town, 5_000);
    lots.correct(
        lot.id(),
        new LotFacts(lot.product(), lot.plot(), lot.harvestedOn(), 4_500),
        town.liaisonFor(lot.producerId()),
        "又称了一次");
    return LotFixture.suspend(town, LotFixture.certify(town, LotFixture.submit(town, lot)));
  }

  private static Lot lot(long id) {
    return LotFixture.again(QuarkusTransaction.requiringNew().call(() -> Lot.<Lot>findById(id)));
  }

  private void forget(List<JsonNode> events) throws SQLException {
    try (Connection connection = database.getConnection();
        var things =
            connection.prepareStatement(
                "delete t from epcis_thing t join epcis_event e on e.id = t.event"
                    + " where e.event_id = ?");
        var rows = connection.prepareStatement("delete from epcis_event where event_id = ?")) {
      for (JsonNode event : events) {
        things.setString(1, event.get("eventID").asText());
        things.executeUpdate();
        rows.setString(1, event.get("eventID").asText());
        rows.executeUpdate();
      }
    }
  }

  private static List<String> ids(String document) {
    return LifeFixture.texts(LifeFixture.events(document), "eventID");
  }

  private static String next(Response answer) {
    String link = answer.header("Link");
    if (link == null) {
      return null;
    }
    Matcher next = Pattern.compile("<[^>]*/epcis/v2([^>]*)>; rel=\"next\"").matcher(link);
    assertTrue(next.matches(), link);
    return next.group(1);
  }
}
