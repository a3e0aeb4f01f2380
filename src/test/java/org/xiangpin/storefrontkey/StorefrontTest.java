package org.xiangpin.storefrontkey;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.ConsoleClient;
import org.xiangpin.account.Role;
import org.xiangpin.region.RegionFixture;
import org.xiangpin.shared.Eventually;
import org.xiangpin.shared.Tokens;

@QuarkusTest
class StorefrontTest {

  private static final Pattern KEY = Pattern.compile("xp_live_[0-9a-z]{8}_[0-9a-z]{40}");

  @Inject StorefrontKeys keys;

  private String county;
  private ConsoleClient admin;
  private String storefront;

  @BeforeEach
  void aStorefront() {
    county = RegionFixture.county();
    admin = AccountFixture.with(Role.COUNTY_ADMIN, county).signIn();
    admin.get("/console/storefronts").then().statusCode(200);
    Response opened =
        admin.post("/console/storefronts", Map.of("name", "湘里鲜商店（演示）", "county", county));
    assertEquals(303, opened.statusCode());
    storefront = opened.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  @Test
  void aKeyIsShownOnceAndKeptAsAHash() {
    Response made = createKey("catalog:read", "orders:write");
    String key = keyIn(made);
    admin
        .get(storefront)
        .then()
        .body(not(containsString(key)))
        .body(containsString(key.substring(0, 16)));
    List<?> kept =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    StorefrontKey.getEntityManager()
                        .createNativeQuery(
                            "select concat(prefix, key_sha256, scopes) from storefront_key"
                                + " where prefix = ?1")
                        .setParameter(1, key.substring(0, 16))
                        .getResultList());
    assertEquals(
        List.of(key.substring(0, 16) + Tokens.sha256(key) + "catalog:read orders:write"), kept);
  }

  @Test
  void aKeyOpensItsScopesAndCounties() {
    StorefrontAccess access = keys.findByBearer(keyIn(createKey("catalog:read"))).orElseThrow();
    assertEquals("湘里鲜商店（演示）", access.name());
    assertEquals(Set.of("catalog:read"), access.scopes());
    assertEquals(Set.of(county), access.countyCodes());
    assertTrue(access.may("catalog:read"));
    assertTrue(!access.may("orders:write"));
  }

  @Test
  void aRevokedKeyEndsWithinASecondOnEveryNode() {
    String key = keyIn(createKey("catalog:read"));
    assertTrue(keys.findByBearer(key).isPresent());
    // written by another node: this one is not told
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                StorefrontKey.update(
                    "revokedAt = createdAt where prefix = ?1", key.substring(0, 16)));
    Eventually.within(Duration.ofSeconds(1), () -> keys.findByBearer(key).isEmpty());
  }

  @Test
  void aKeyRevokedOnThePageEndsAtOnce() {
    String key = keyIn(createKey("catalog:read"));
    assertTrue(keys.findByBearer(key).isPresent());
    String page = admin.get(storefront).asString();
    Matcher revocation =
        Pattern.compile(storefront + "/keys/[0-9A-Z]{13}/revocation").matcher(page);
    assertTrue(revocation.find());
    admin.post(revocation.group(), Map.of()).then().statusCode(303);
    assertTrue(keys.findByBearer(key).isEmpty());
  }

  @Test
  void aDisabledStorefrontsKeysEndAtOnce() {
    String key = keyIn(createKey("catalog:read"));
    assertTrue(keys.findByBearer(key).isPresent());
    admin.post(storefront + "/disabling", Map.of()).then().statusCode(303);
    assertTrue(keys.findByBearer(key).isEmpty());
    admin.post(storefront + "/enabling", Map.of()).then().statusCode(303);
    assertTrue(keys.findByBearer(key).isPresent());
  }

  @Test
  void theLogTellsInWordsWhatBecameOfAStorefront() {
    admin.post(storefront + "/disabling", Map.of()).then().statusCode(303);
    admin.post(storefront + "/enabling", Map.of()).then().statusCode(303);
    admin.post(storefront + "/withdrawal", Map.of("county", county)).then().statusCode(303);
    admin
        .get("/console/access-log")
        .then()
        .body(containsString("湘里鲜商店（演示），可以卖测试县的货"))
        .body(containsString("湘里鲜商店（演示），停用了"))
        .body(containsString("湘里鲜商店（演示），恢复使用"))
        .body(containsString("湘里鲜商店（演示），不再卖测试县的货"));
  }

  @Test
  void whatIsNoKeyOpensNothing() {
    String key = keyIn(createKey("catalog:read"));
    assertTrue(keys.findByBearer(null).isEmpty());
    assertTrue(keys.findByBearer("").isEmpty());
    assertTrue(keys.findByBearer("xp_test_demo").isEmpty());
    assertTrue(keys.findByBearer(key + "a").isEmpty());
    assertTrue(keys.findByBearer(key.substring(0, key.length() - 2) + "zz").isEmpty());
  }

  @Test
  void aKeyWantsAtLeastOneScopeThatThereIs() {
    assertEquals(422, admin.post(storefront + "/keys", Map.of()).statusCode());
    assertEquals(422, createKey("everything:write").statusCode());
  }

  @Test
  void anotherCountysStorefrontIsNotThere() {
    ConsoleClient stranger =
        AccountFixture.with(Role.COUNTY_ADMIN, RegionFixture.county()).signIn();
    stranger.get("/console/storefronts").then().body(not(containsString("湘里鲜")));
    stranger.get(storefront).then().statusCode(404);
    stranger.post(storefront + "/keys", Map.of("scopes", "catalog:read")).then().statusCode(404);
    stranger.post(storefront + "/withdrawal", Map.of("county", county)).then().statusCode(404);
  }

  @Test
  void anotherCountyOpensAndWithdrawsItsOwnGoodsAndNothingElse() {
    String other = RegionFixture.county();
    ConsoleClient neighbour = AccountFixture.with(Role.COUNTY_ADMIN, other).signIn();
    String key = keyIn(createKey("catalog:read"));
    String number = storefront.substring(storefront.lastIndexOf('/') + 1);
    neighbour
        .post("/console/storefronts/grant", Map.of("number", number, "county", other))
        .then()
        .statusCode(303);
    assertEquals(Set.of(county, other), keys.findByBearer(key).orElseThrow().countyCodes());
    neighbour.get(storefront).then().statusCode(200).body(not(containsString("xp_live_")));
    neighbour.post(storefront + "/keys", Map.of("scopes", "catalog:read")).then().statusCode(422);
    neighbour.post(storefront + "/disabling", Map.of()).then().statusCode(422);
    neighbour.post(storefront + "/withdrawal", Map.of("county", other)).then().statusCode(303);
    assertEquals(Set.of(county), keys.findByBearer(key).orElseThrow().countyCodes());
  }

  @Test
  void onlyAdminsHaveToDoWithStorefronts() {
    ConsoleClient auditor = AccountFixture.with(Role.AUDITOR, county).signIn();
    auditor.get("/console/storefronts").then().statusCode(403);
    auditor.get(storefront).then().statusCode(403);
  }

  private Response createKey(String... scopes) {
    return admin.post(storefront + "/keys", Map.of("scopes", List.of(scopes)));
  }

  private static String keyIn(Response page) {
    assertEquals(200, page.statusCode());
    Matcher key = KEY.matcher(page.asString());
    assertTrue(key.find());
    return key.group();
  }
}
