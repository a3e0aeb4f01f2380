package org.xiangpin.producer;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangpin.account.Actor;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.account.TownFixture;
import org.xiangpin.region.RegionFixture;
import org.xiangpin.shared.InvalidInput;

/** What the office types about producers and products, and what it should not have typed. */
@QuarkusTest
class ProducerPagesTest {

  private final TownFixture town = TownFixture.create();

  @Test
  void takesAStoryOfAThousandCharacters() {
    Producer producer = ProducerFixture.farmer(town.village());
    String story = "黄".repeat(1000);
    tell(producer, story).then().statusCode(303);
    assertEquals(story, stored(producer).story());
  }

  @Test
  void aStoryThatIsTooLongComesBackToBeShortened() {
    Producer producer = ProducerFixture.farmer(town.village());
    String story = "桃".repeat(1001);
    tell(producer, story)
        .then()
        .statusCode(422)
        .body(containsString("故事最多一千字"))
        .body(containsString(story));
  }

  @Test
  void tellsApartWhatAFarmerDidAndWhatWasDoneForHim() {
    Producer producer = ProducerFixture.farmer(town.village());
    Actor farmer = TownFixture.person(Role.FARMER, town.village());
    QuarkusTransaction.requiringNew()
        .run(() -> Producer.<Producer>findById(producer.id()).signsInAs(farmer.accountId()));
    String page = "/console/producers/" + producer.idText();
    TownFixture.signIn(farmer).post(page + "/plots", Map.of("plotName", "屋后", "mu", "2"));
    TownFixture.signIn(town.liaison()).post(page + "/plots", Map.of("plotName", "河边", "mu", "3"));
    TownFixture.signIn(town.liaison())
        .get(page)
        .then()
        .body(containsString(farmer.name() + "：添地块"))
        .body(containsString(town.liaison().name() + "代办：添地块"));
  }

  @ParameterizedTest
  @CsvSource({
    "category, 核果类",
    "category, ０１０３０２",
    "category, '%'",
    "category, 99",
    "englishName, LONG",
    "variety, LONG",
    "name, LONG",
    "name, ''"
  })
  void aProductWithAWrongFieldComesBackWithWhatWasTyped(String field, String typed) {
    ProducerFixture.issuer(town.county());
    String value = typed.equals("LONG") ? "长".repeat(65) : typed;
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "name",
                "黄桃试",
                "englishName",
                "Peach",
                "variety",
                "锦绣",
                "category",
                "010302",
                "illustration",
                "produce"));
    form.put(field, value);
    TownFixture.signIn(town.admin())
        .post("/console/products", form)
        .then()
        .statusCode(422)
        .body(containsString(field.equals("name") ? "锦绣" : "黄桃试"));
    assertEquals(
        0, QuarkusTransaction.requiringNew().call(() -> Product.ofCounty(town.county())).size());
  }

  @Test
  void refusesACompanyPrefixThatBeginsLikeAnotherCountys() {
    ProducerFixture.issuer(town.county());
    String taken =
        QuarkusTransaction.requiringNew()
            .call(() -> Issuer.ofCounty(town.county()).orElseThrow().companyPrefix());
    String county = RegionFixture.county();
    for (String prefix : new String[] {taken, taken + "1", taken.substring(0, 8)}) {
      InvalidInput refusal =
          assertThrows(
              InvalidInput.class,
              () -> QuarkusTransaction.requiringNew().run(() -> new Issuer(county, prefix)));
      assertTrue(refusal.getMessage().contains("Another county"));
    }
  }

  @Test
  void readsAPhoneNumberTypedWithFullWidthDigits() {
    ConsoleClient liaison = TownFixture.signIn(town.liaison());
    String page =
        liaison
            .post(
                "/console/producers",
                Map.of(
                    "name",
                    "某某（演示）",
                    "kind",
                    "FARMER",
                    "village",
                    town.village(),
                    "shown",
                    "FULL",
                    "phone",
                    "１９９００００１２３４"))
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    liaison.get(page).then().body(containsString("19900001234"));
  }

  @Test
  void aListIsReportedByItsLinesToTheLastField() {
    String list =
        "village_code,name,plot,mu\n%1$s,某甲（演示）,坡,1\n%1$s,某乙（演示）,%2$s,1\n%1$s,某丙（演示）,坡,1,x\n"
            .formatted(town.village(), "坡".repeat(65));
    TownFixture.signIn(town.liaison())
        .upload(
            "/console/producers/import",
            "file",
            "list.csv",
            list.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            Map.of())
        .then()
        .statusCode(422)
        .body(containsString("第 3 行"))
        .body(containsString("第 4 行"));
    assertEquals(
        0L,
        QuarkusTransaction.requiringNew().call(() -> Producer.count("regionCode", town.village())));
  }

  private io.restassured.response.Response tell(Producer producer, String story) {
    return TownFixture.signIn(town.liaison())
        .post("/console/producers/" + producer.idText() + "/story", Map.of("story", story));
  }

  private static Producer stored(Producer producer) {
    return QuarkusTransaction.requiringNew().call(() -> Producer.findById(producer.id()));
  }
}
