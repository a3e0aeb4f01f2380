package org.xiangpin.trace;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.TownFixture;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Slice;

/** Long lists over HTTP: page by page, and by what people remember of a lot. */
@QuarkusTest
class LotListPagesTest {

  private static final Pattern LOT = Pattern.compile("href=\"/console/lots/([0-9A-Z]{13})\"");
  private static final Pattern NEXT = Pattern.compile("name=\"after\" value=\"([^\"]+)\"");

  private final TownFixture town = TownFixture.create();

  @Test
  void everyLotOfALongListIsOnOnePageAndNoOther() {
    Producer farmer = ProducerFixture.farmer(town.village());
    Product product = ProducerFixture.product(town.county());
    Set<String> entered = new HashSet<>();
    for (int i = 0; i < Slice.SIZE + 3; i++) {
      entered.add(LotFixture.draft(town, farmer, product, LotFixture.GRAMS).idText());
    }
    ConsoleClient liaison = TownFixture.signIn(town.liaison());
    String first = liaison.get("/console/lots").asString();
    Matcher next = NEXT.matcher(first);
    assertTrue(next.find(), "a way to the next page");
    String second = liaison.get("/console/lots?after=" + next.group(1)).asString();
    Set<String> seen = lots(first);
    assertEquals(Slice.SIZE, seen.size());
    assertEquals(3, lots(second).size());
    seen.addAll(lots(second));
    assertEquals(entered, seen);
    assertTrue(!NEXT.matcher(second).find(), "the last page leads no further");
  }

  @Test
  void findsALotByItsCodeAndByItsProducersName() {
    Producer known = ProducerFixture.producer(ProducerKind.FARMER, "寻得见（演示）", town.village());
    Lot wanted =
        LotFixture.draft(town, known, ProducerFixture.product(town.county()), LotFixture.GRAMS);
    Lot other = LotFixture.draft(town, LotFixture.GRAMS);
    ConsoleClient liaison = TownFixture.signIn(town.liaison());
    for (String words : new String[] {wanted.code().toLowerCase(), "寻得见"}) {
      liaison
          .get("/console/lots?q=" + words)
          .then()
          .statusCode(200)
          .body(containsString(wanted.idText()))
          .body(not(containsString(other.idText())));
    }
    liaison.get("/console/lots?q=查无此人").then().statusCode(200).body(containsString("没有找到"));
    liaison.get("/console/lots?tab=certified").then().body(not(containsString(wanted.idText())));
    liaison.get("/console/lots?tab=todo").then().body(containsString(wanted.idText()));
  }

  @Test
  void aHarvestEnteredLaterIsToldByBothDays() {
    LocalDate day = LotFixture.today().minusDays(3);
    Producer farmer = ProducerFixture.farmer(town.village());
    LotFacts facts = new LotFacts(ProducerFixture.product(town.county()), null, day, 5_000);
    Lot lot = LotFixture.lots().enter(farmer, facts, town.liaisonFor(farmer.id()));
    TownFixture.signIn(town.liaison())
        .get("/console/lots/" + lot.idText())
        .then()
        .body(
            containsString(
                Lang.ZH.day(day, LotFixture.today()) + " · " + town.liaison().name() + "代办，"))
        .body(containsString(" 登记</span>"));
  }

  @Test
  void aWordThatNoCodeColumnCouldHoldIsLookedForAllTheSame() {
    ConsoleClient liaison = TownFixture.signIn(town.liaison());
    for (String list : new String[] {"lots", "listings", "producers", "orders", "people"}) {
      liaison.get("/console/" + list + "?q=100%25_!甲’").then().statusCode(200);
      liaison.get("/console/" + list + "?tab=done&q=甲’").then().statusCode(200);
    }
  }

  private static Set<String> lots(String page) {
    Set<String> found = new HashSet<>();
    LOT.matcher(page).results().forEach(r -> found.add(r.group(1)));
    return found;
  }
}
