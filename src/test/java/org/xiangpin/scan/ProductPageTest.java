package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.scan.ScanPageTest.assertInOrder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.xiangpin.listing.Listing;
import org.xiangpin.order.ShopFixture;
import org.xiangpin.shared.Eventually;
import org.xiangpin.shared.StatementLog;
import org.xiangpin.trace.CertificationService;
import org.xiangpin.trace.Lot;

/** The page of a product: what it is, and who has some on sale. */
@QuarkusTest
class ProductPageTest {

  @Inject DataSource database;
  @Inject CertificationService certifications;

  private final ScanClient phone = new ScanClient();

  @Test
  void namesTheGrowersOfCertifiedGoodsThatAreOnSale() {
    ShopFixture shop = ShopFixture.open();
    ShopFixture.Goods goods = shop.goods(shop.producer("演示农户甲"), 10_000, 680, 500, 500);
    shop.certifiedLot(shop.producer("没上架的农户"), 10_000);
    Lot lot = lot(goods);
    ScanClient.Answer page = phone.get("/01/" + lot.gtin());
    assertEquals(200, page.status());
    assertInOrder(page.words(), "黄桃（锦绣）", "现在谁家在卖", "演示农户甲 种", "批号 " + lot.code());
    assertTrue(page.text().contains("href=\"" + ScanPageTest.path(lot) + "\""));
    assertFalse(page.text().contains("没上架的农户"));
    assertEquals(200, phone.get(ScanPageTest.path(lot)).status());
    ScanClient.Answer english =
        phone.send("GET", "/01/" + lot.gtin(), "Accept", "text/html", "Accept-Language", "en");
    assertInOrder(english.words(), "Yellow peaches", "Who sells it now", "grown by 演示农户甲");
    assertTrue(
        phone.json("/01/" + lot.gtin()).text().contains("\"producer\":\"演示农户甲\""), "as JSON");
  }

  @Test
  void goodsWhoseCertificationStopsAreGoneAtOnce() {
    ShopFixture shop = ShopFixture.open();
    Lot lot = lot(shop.goods(shop.producer("演示农户乙"), 10_000, 680, 500, 500));
    assertTrue(phone.get("/01/" + lot.gtin()).text().contains("演示农户乙"));
    certifications.suspend(lot.id(), "抽检发现问题，等待复核", shop.byInspector());
    assertFalse(phone.get("/01/" + lot.gtin()).text().contains("演示农户乙"));
  }

  @Test
  void goodsThatArePausedAreGoneWithinTenSeconds() {
    ShopFixture shop = ShopFixture.open();
    ShopFixture.Goods goods = shop.goods(shop.producer("演示农户丙"), 10_000, 680, 500, 500);
    String product = "/01/" + lot(goods).gtin();
    assertTrue(phone.get(product).text().contains("演示农户丙"));
    QuarkusTransaction.requiringNew()
        .run(() -> Listing.lock(goods.listingId()).pause(ShopFixture.clock()));
    Eventually.within(Duration.ofSeconds(12), () -> !phone.get(product).text().contains("演示农户丙"));
  }

  @Test
  void pagesAndLinksThatAreInMemoryAskTheDatabaseNothing() throws SQLException {
    ShopFixture shop = ShopFixture.open();
    Lot lot = lot(shop.goods(10_000));
    List<String> paths =
        List.of(
            "/01/" + lot.gtin(),
            "/01/" + lot.gtin() + "?linkType=linkset",
            ScanPageTest.path(lot) + "?linkType=linkset",
            ScanPageTest.path(lot) + "?linkType=gs1:pip&lang=en",
            "/01/" + lot.gtin() + "/21/GUESSED?linkType=linkset",
            "/01/" + lot.gtin() + "/10/GUESSED/21/GUESSED?linkType=linkset");
    paths.forEach(phone::json);
    String[] ours = {lot.gtin(), "GUESSED"};
    try (StatementLog log = StatementLog.start(database)) {
      for (int i = 0; i < 30; i++) {
        paths.forEach(path -> assertTrue(phone.json(path).status() < 400, path));
        String made = "/01/" + lot.gtin() + "/10/GUESSED" + i + "/21/GUESSED?linkType=linkset";
        assertEquals(200, phone.json(made).status());
      }
      assertEquals(List.of(), log.naming(ours));
    }
  }

  private static Lot lot(ShopFixture.Goods goods) {
    return QuarkusTransaction.requiringNew().call(() -> Lot.<Lot>findById(goods.lotId()));
  }
}
