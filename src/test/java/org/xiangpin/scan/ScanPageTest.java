package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.RollFixture;
import org.xiangpin.producer.NameShown;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.Eventually;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.CommitmentCertificate.Basis;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.LotService;

/** What the page says, state by state. */
@QuarkusTest
class ScanPageTest {

  @Inject TestClock clock;
  @Inject LotService lots;

  private final TownFixture town = TownFixture.create();
  private final ScanClient phone = new ScanClient();

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void aCertifiedLotSaysWhoGrewItWhereAndWhoCertifiedItWhen() {
    Lot lot = LotFixture.certified(town, 15_000_000);
    ScanClient.Answer page = phone.get(RollFixture.path(town, lot));
    assertEquals(200, page.status());
    assertEquals("这批黄桃已由崔家桥镇核验", page.headline());
    String today = Lang.ZH.day(Times.today(clock), Times.today(clock));
    assertInOrder(
        page.words(),
        today + "核验，认证现在有效。",
        "黄桃（锦绣）",
        "永固村 · 张种桃（演示） 种",
        "采摘",
        today,
        "30,000 斤",
        "崔家桥镇溯源认证",
        "编号",
        town.township().substring(0, 9) + "-",
        town.inspector().name(),
        "采摘，30,000 斤",
        "乡镇核验通过",
        "标签在册",
        "第一次扫",
        "先找卖家，请他看批号",
        lot.code());
  }

  @Test
  void beforeCertificationTheFirstSentenceSaysSo() {
    Lot submitted = LotFixture.submitted(town, 15_000_000);
    assertEquals("这批黄桃还在等崔家桥镇核验", phone.get(path(submitted)).headline());
    assertEquals("这批黄桃还没有核验", phone.get(path(LotFixture.draft(town, 1_000))).headline());
    ScanClient.Answer returned = phone.get(path(LotFixture.returned("请补地块")));
    assertEquals("这批黄桃还没有核验", returned.headline());
    assertInOrder(returned.words(), "登记材料还在村里", "没有核验的不该卖");
  }

  @Test
  void afterRefusalTheStateTheAdviceAndTheReasonStandBeforeThePicture() {
    ScanClient.Answer page = phone.get(path(LotFixture.refused("农药速测1份呈阳性")));
    assertEquals("这批黄桃没有通过崔家桥镇核验", page.headline());
    assertInOrder(page.text(), "请不要吃，也不要再卖。", "现在怎么办", "为什么没有通过", "农药速测1份呈阳性", "class=\"photo\"");
  }

  @Test
  void aSuspendedLotSaysThatSaleIsStoppedAndWhy() {
    ScanClient.Answer page = phone.get(path(LotFixture.suspended(town)));
    assertEquals("这批黄桃的认证暂停了", page.headline());
    assertInOrder(page.text(), "正在复查", "现在怎么办", "抽检发现问题，等待复核", "class=\"photo\"", "现在不作数");
  }

  @Test
  void aRevokedLotSaysThatFirstAndWhy() {
    Lot lot = LotFixture.revoke(town, LotFixture.suspended(town));
    ScanClient.Answer page = phone.get(path(lot));
    assertEquals("这批黄桃的认证已经撤销", page.headline());
    assertTrue(page.text().contains("class=\"verdict stop\""));
    assertInOrder(page.text(), "请不要吃", "现在怎么办", "复检农药残留超标", "class=\"photo\"", "撤销日");
    assertFalse(page.text().contains("认证现在有效"));
  }

  @Test
  void anExpiredCertificationIsNotShownAsValid() {
    Lot lot = LotFixture.certified(town, 15_000_000);
    clock.advance(Duration.ofDays(30));
    assertEquals("这批黄桃已由崔家桥镇核验", phone.get(path(lot)).headline(), "on its last day");
    clock.advance(Duration.ofDays(1));
    Eventually.within(
        Duration.ofSeconds(1), () -> phone.get(path(lot)).headline().equals("这批黄桃的认证已经到期"));
    assertInOrder(phone.get(path(lot)).words(), "认证有效到", "先问卖家", "现在不作数");
  }

  @Test
  void theTwoCertificatesAreToldApartAndAnimalsSpeakOfVeterinaryDrugs() {
    Product turtle =
        ProducerFixture.product(town.county(), "03", "生态甲鱼", "Soft-shelled turtle", null, "turtle");
    Producer farmer = ProducerFixture.farmer(town.village());
    Lot lot = LotFixture.draft(town, farmer, turtle, 210_000);
    lots.commit(lot.id(), Basis.OWN_TEST, "19900004321", town.liaisonFor(farmer.id()));
    LotFixture.certify(town, LotFixture.submit(town, lot));
    String words = phone.get(path(lot)).words();
    assertInOrder(
        words,
        "永固村 · 张种桃（演示） 养",
        "捕捞",
        "承诺达标合格证",
        "张种桃（演示）承诺：不使用禁用的兽药，常规兽药残留不超标",
        "生态甲鱼，420 斤",
        "自行检测",
        "崔家桥镇溯源认证");
  }

  @Test
  void showsTheNameAsTheFarmerAllowsAndNeverAPhone() {
    Producer farmer =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  Producer p =
                      new Producer(
                          ProducerKind.FARMER,
                          "欧阳小明",
                          NameShown.MR,
                          "19900007777",
                          town.village(),
                          Times.now(clock));
                  p.persist();
                  return p;
                });
    Lot lot = LotFixture.draft(town, farmer, ProducerFixture.product(town.county()), 5_000);
    lots.commit(lot.id(), Basis.OWN_TEST, "19900008888", town.liaisonFor(farmer.id()));
    for (String text : new String[] {phone.get(path(lot)).text(), phone.json(path(lot)).text()}) {
      assertTrue(text.contains("欧阳先生"));
      assertFalse(text.contains("欧阳小明"));
      assertFalse(text.contains("1990000"));
    }
  }

  @Test
  void whatAFarmerWritesStaysText() {
    Producer farmer = ProducerFixture.farmer(town.village());
    QuarkusTransaction.requiringNew()
        .run(() -> Producer.<Producer>findById(farmer.id()).tell("<script>alert(1)</script>\"'&"));
    Lot lot = LotFixture.draft(town, farmer, ProducerFixture.product(town.county()), 5_000);
    String html = phone.get(path(lot)).text();
    assertFalse(html.contains("<script>"));
    assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"));
  }

  @Test
  void speaksEnglishByTheBrowsersLanguageOrByTheLink() {
    String path = path(LotFixture.certified(town, 15_000_000));
    ScanClient.Answer english =
        phone.send(
            "GET", path, "Accept", "text/html", "Accept-Language", "en-GB,en;q=0.9,zh;q=0.5");
    assertEquals("This lot was checked by 崔家桥镇", english.headline());
    assertInOrder(
        english.words(), "grown by 张种桃（演示）", "Picked", "15,000 kg", "Something is wrong?");
    assertEquals("这批黄桃已由崔家桥镇核验", phone.get(path + "?lang=zh").headline());
    assertTrue(english.text().contains("<a href=\"?lang=zh\" lang=\"zh-CN\""));
  }

  static String path(Lot lot) {
    return "/01/" + lot.gtin() + "/10/" + lot.code();
  }

  static void assertInOrder(String text, String... parts) {
    int from = 0;
    for (String part : parts) {
      int at = text.indexOf(part, from);
      assertTrue(at >= 0, () -> "missing or too early: " + part + "\nin: " + text);
      from = at + part.length();
    }
  }
}
