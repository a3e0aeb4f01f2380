package org.xiangpin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.RollFixture;
import org.xiangpin.shared.TestClock;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;
import org.xiangpin.trace.TraceEvent;
import org.xiangpin.trace.TraceEventType;
import org.xiangpin.tracelog.LogFixture;
import org.xiangpin.tracelog.TraceLog;

/** The page on which a buyer's own device checks, in a real Chromium. */
@QuarkusTest
class VerifyPageTest {

  @TestHTTPResource("/verify/")
  URL verify;

  @Inject TraceLog log;
  @Inject TestClock clock;

  private Browser browser;
  private BrowserContext phone;
  private Page page;

  @BeforeEach
  void openThePage() {
    browser = Browser.open();
    phone =
        browser
            .chromium()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(360, 740)
                    .setLocale("zh-CN"));
    page = phone.newPage();
    page.navigate(verify.toString());
    page.locator("html[data-ready]").waitFor();
    page.evaluate("() => navigator.serviceWorker.ready");
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
    clock.reset();
  }

  @Test
  void aRecordIsCheckedOnTheDeviceAlsoWithoutANetwork() {
    Lot lot = LotFixture.certified();
    LogFixture.sign();
    String proof = log.prove(indexOfCertification(lot)).orElseThrow().toString();
    phone.setOffline(true);
    page.reload();
    page.locator("html[data-ready]").waitFor();
    open(proof);
    assertThat(page.locator("#proof-answer.certified")).containsText("没有改过");
    assertThat(page.locator("#proof-answer")).containsText(lot.code());
    assertThat(page.locator("#proof-answer")).containsText("30,000 斤");
    open(proof.replaceFirst("index \\d+", "index 0"));
    assertThat(page.locator("#proof-answer.refused")).containsText("不对");
  }

  @Test
  void aRecordWithAnotherWeightIsToldToBeWrong() {
    Lot lot = LotFixture.certified();
    LogFixture.sign();
    var proof = log.prove(indexOfCertification(lot)).orElseThrow();
    byte[] entry = java.util.Base64.getDecoder().decode(proof.extra().orElseThrow());
    String forged = new String(entry, StandardCharsets.UTF_8).replace("15000000", "16000000");
    open(proof.withExtra(forged.getBytes(StandardCharsets.UTF_8)).toString());
    assertThat(page.locator("#proof-answer.refused")).containsText("不对");
  }

  @Test
  void aLabelIsCheckedOnTheDeviceAlsoWithoutANetwork() {
    TownFixture town = TownFixture.create();
    Lot lot = LotFixture.certified(town, 5_000);
    List<String> links = RollFixture.signedLinks(town, lot, 2);
    // the keys come with the page while there is a network
    page.reload();
    page.locator("html[data-ready]").waitFor();
    phone.setOffline(true);
    page.reload();
    page.locator("html[data-ready]").waitFor();
    check(links.get(0));
    assertThat(page.locator("#label-answer.certified")).containsText("真的");
    assertThat(page.locator("#label-answer")).containsText(lot.code());
    String otherLot = lot.code().replaceFirst(".$", lot.code().endsWith("0") ? "1" : "0");
    check(links.get(0).replace(lot.code(), otherLot));
    assertThat(page.locator("#label-answer.refused")).containsText("不对");
    check(links.get(0).replaceAll("\\?.*", ""));
    assertThat(page.locator("#label-answer.attention")).containsText("没有签名");
  }

  private void check(String link) {
    page.fill("#link", link);
    page.click("#label-form button");
  }

  @Test
  void theScanPageHandsLabelAndProofOver() {
    TownFixture town = TownFixture.create();
    Lot lot = LotFixture.certified(town, 5_000);
    String link = RollFixture.signedLinks(town, lot, 1).get(0);
    LogFixture.sign();
    page.navigate(
        verify.toString().replace("/verify/", "") + link.replaceFirst("https?://[^/]+", ""));
    page.click("a:has-text('用自己的手机验一验')");
    page.locator("html[data-ready]").waitFor();
    assertThat(page.locator("#label-answer.certified")).containsText("真的");
    assertThat(page.locator("#proof-answer.certified")).containsText("没有改过");
  }

  @Test
  void itHasWordsForEveryPublicStep() {
    for (TraceEventType type : TraceEventType.values()) {
      Object words =
          page.evaluate(
              "async (type) => (await import('/verify/words.js')).step(type)", type.name());
      assertEquals(type.isPublic(), !type.name().equals(words), type.name());
    }
  }

  @Test
  void whatIsNoLinkOfALabelIsToldSo() {
    page.fill("#link", "https://example.com/01/09520001000011");
    page.click("#label-form button");
    assertThat(page.locator("#label-answer.attention")).containsText("不是标签的网址");
  }

  private void open(String proof) {
    page.setInputFiles(
        "#proof-file",
        new FilePayload("1.tlog-proof", "text/plain", proof.getBytes(StandardCharsets.UTF_8)));
  }

  private long indexOfCertification(Lot lot) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                TraceEvent.of(lot.id()).stream()
                    .filter(e -> e.type() == TraceEventType.CERTIFIED)
                    .map(e -> log.provenIndexOf(e.logPlace()).orElseThrow())
                    .findFirst()
                    .orElseThrow());
  }
}
