package org.xiangpin.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.intake.Intake;
import org.xiangpin.intake.IntakeFixture;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.label.RollFixture;
import org.xiangpin.mark.MarkFixture;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.spray.SprayFixture;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** Everything of one town as people of another, and people without the right, come upon it. */
@QuarkusTest
class ForeignPagesTest {

  private final LocalDate today = LocalDate.now(Lang.CHINA);
  private final TownFixture town = TownFixture.create();
  private final TownFixture elsewhere = TownFixture.create();
  private final Product peaches = ProducerFixture.product(town.county());
  private final Producer farmer = ProducerFixture.farmer(town.village());
  private final Producer station =
      ProducerFixture.producer(ProducerKind.STATION, "永固服务站（演示）", town.village());
  private final Lot lot = LotFixture.certified(town, farmer, peaches, 50_000);
  private final List<String> pages = new ArrayList<>();
  private final List<String> forms = new ArrayList<>();

  @BeforeEach
  void makeOneOfEach() {
    LabelRoll roll = RollFixture.issueWithCodes(town, lot, 3);
    Intake asked = IntakeFixture.asked(town, station, lot, 1_000);
    Intake incomplete = IntakeFixture.incomplete(town, station, peaches, 1_000);
    String mark = MarkFixture.ofCounty(peaches, today, today.plusDays(9), town.admin()).idText();
    String spray =
        Ids.toText(
            SprayFixture.spray(
                    farmer,
                    null,
                    SprayFixture.pesticide(town.county(), 14),
                    today,
                    town.liaisonFor(farmer.id()))
                .id());
    pages.addAll(
        List.of(
            "/console/rolls/" + roll.idText(),
            "/console/labels/" + roll.idText() + "/labels",
            "/console/labels/" + roll.idText() + "/codes",
            "/console/intake/" + asked.idText(),
            "/console/intake/" + incomplete.idText(),
            "/console/sprays?producer=" + farmer.idText(),
            "/console/sprays/new?producer=" + farmer.idText(),
            "/console/sprays/" + spray + "/correct",
            "/console/residue/test?lot=" + lot.idText(),
            "/console/residue/report?lot=" + lot.idText(),
            "/console/marks/new?producer=" + farmer.idText(),
            "/console/marks/" + mark + "/end",
            "/console/scans/" + lot.idText(),
            "/console/life/" + lot.idText(),
            "/console/producers/" + farmer.idText() + "/photo",
            "/console/filing/file?format=JSON&from="
                + today
                + "&to="
                + today
                + "&of="
                + town.county(),
            "/console/filing/file?format=XLSX&from="
                + today
                + "&to="
                + today
                + "&of=producer-"
                + farmer.idText()));
    forms.addAll(
        List.of(
            "/console/rolls/" + roll.idText() + "?step=void",
            "/console/intake/" + asked.idText() + "?step=agree",
            "/console/intake/" + asked.idText() + "?step=withdraw",
            "/console/intake/" + incomplete.idText() + "?step=report",
            "/console/sprays?producer=" + farmer.idText(),
            "/console/sprays/" + spray + "/correct?what=none&reason=x",
            "/console/residue/test?lot=" + lot.idText(),
            "/console/residue/report?lot=" + lot.idText(),
            "/console/marks?producer=" + farmer.idText(),
            "/console/marks/" + mark + "/end?reason=x",
            "/console/scans/" + lot.idText() + "/cleared?reason=x",
            "/console/producers/" + farmer.idText() + "/photo/showing?shown=yes",
            "/console/producers/" + farmer.idText() + "/photo/removal?x=y",
            "/console/producers/" + farmer.idText() + "/details?address=x"));
  }

  @Test
  void anotherCountysOfficeFindsNothing() {
    ConsoleClient admin = TownFixture.signIn(elsewhere.admin());
    ConsoleClient inspector = TownFixture.signIn(elsewhere.inspector());
    for (ConsoleClient who : List.of(admin, inspector)) {
      pages.forEach(page -> assertEquals(404, who.get(page).statusCode(), page));
      forms.forEach(form -> assertEquals(404, post(who, form), form));
    }
  }

  @Test
  void aFarmerNextDoorIsToldNothingAndChangesNothing() {
    var neighbour = TownFixture.person(Role.FARMER, town.village());
    ProducerFixture.farmerOf(neighbour.accountId(), town.village());
    ConsoleClient who = TownFixture.signIn(neighbour);
    for (String page : pages) {
      assertTrue(List.of(403, 404).contains(who.get(page).statusCode()), page);
    }
    for (String form : forms) {
      assertTrue(List.of(403, 404).contains(post(who, form)), form);
    }
    for (String office :
        List.of(
            "/console/pesticides",
            "/console/marks",
            "/console/sampling",
            "/console/scans",
            "/console/residue",
            "/console/late-sprays",
            "/console/certificate-reports")) {
      assertEquals(403, who.get(office).statusCode(), office);
    }
  }

  @Test
  void whoIsNotSignedInIsLedToTheDoor() {
    ConsoleClient nobody = ConsoleClient.anonymous();
    for (String page : pages) {
      assertEquals(303, nobody.get(page).statusCode(), page);
      assertTrue(nobody.get(page).header("Location").startsWith("/console/sign-in"), page);
    }
    for (String form : forms) {
      assertTrue(List.of(303, 400, 403).contains(post(nobody, form)), form);
    }
    TownFixture.signIn(town.liaison())
        .get("/console/intake?tab=asked")
        .then()
        .statusCode(200)
        .body(org.hamcrest.Matchers.containsString("/console/intake/"));
  }

  /** The query stands for the form's fields. */
  private static int post(ConsoleClient who, String form) {
    String[] parts = form.split("\\?");
    Map<String, String> fields = new java.util.HashMap<>();
    for (String field : parts[1].split("&")) {
      fields.put(field.split("=")[0], field.split("=")[1]);
    }
    return who.post(parts[0], fields).statusCode();
  }
}
