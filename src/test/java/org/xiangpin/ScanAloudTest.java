package org.xiangpin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.RollFixture;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** The scan page in a real Chromium: it reads itself aloud, and needs no script. */
@QuarkusTest
class ScanAloudTest {

  /** Stands for a phone's voice: headless browsers have none. */
  private static final String VOICE =
      """
      window.said = [];
      const voice = { speak: (u) => window.said.push(u.lang + ' ' + u.text),
                      cancel: () => window.said.push('-') };
      Object.defineProperty(window, 'speechSynthesis', { value: voice });
      window.SpeechSynthesisUtterance = function (text) { this.text = text; };
      """;

  @TestHTTPResource URL service;

  private Browser browser;
  private Lot lot;
  private String path;

  @BeforeEach
  void open() {
    browser = Browser.open();
    TownFixture town = TownFixture.create();
    lot = LotFixture.certified(town, 5_000);
    path = RollFixture.path(town, lot);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private com.microsoft.playwright.Browser.NewContextOptions phone(String locale) {
    return new com.microsoft.playwright.Browser.NewContextOptions()
        .setViewportSize(360, 740)
        .setLocale(locale);
  }

  private Page scan(String locale) {
    Page page = browser.chromium().newContext(phone(locale)).newPage();
    page.addInitScript(VOICE);
    page.navigate(service.toString().replaceAll("/$", "") + path);
    return page;
  }

  @Test
  void theButtonReadsTheAnswerAndThreeFactsInThePagesLanguage() {
    Page page = scan("zh-CN");
    page.click("#aloud button");
    String said = (String) page.evaluate("() => window.said[0]");
    for (String words :
        new String[] {"zh-CN ", "这批黄桃已由崔家桥镇核验", "认证现在有效", "采摘", "核验，崔家桥镇", "检测，还没有"}) {
      assertTrue(said.contains(words), said);
    }
    page.click("#aloud button:has-text('停下')");
    assertEquals("-", page.evaluate("() => window.said[1]"));
    assertThat(page.locator("#aloud")).containsText("读给我听");

    Page english = scan("en-GB");
    english.click("#aloud button");
    String words = (String) english.evaluate("() => window.said[0]");
    assertTrue(words.startsWith("en ") && words.contains("Checked by"), words);
  }

  @Test
  void withoutScriptOrVoiceThereIsNoButtonAndEverythingElse() {
    Page page = browser.chromium().newContext(phone("zh-CN").setJavaScriptEnabled(false)).newPage();
    page.navigate(service.toString().replaceAll("/$", "") + path);
    assertThat(page.locator("#aloud")).isHidden();
    assertThat(page.locator("#where")).isHidden();
    assertThat(page.locator(".facts")).containsText("崔家桥镇");
    assertThat(page.locator("main")).containsText(lot.code());
  }

  @Test
  void pageStyleAndScriptAreSmallAndNothingElseIsLoaded() {
    Page page = browser.chromium().newContext(phone("zh-CN")).newPage();
    List<String> loaded = new ArrayList<>();
    List<Integer> bytes = new ArrayList<>();
    page.onResponse(
        answer -> {
          loaded.add(answer.url().replaceFirst("https?://[^/]+", ""));
          if (!answer.url().contains("/art/") && !answer.url().contains("/photo/")) {
            bytes.add(answer.body().length);
          }
        });
    page.navigate(service.toString().replaceAll("/$", "") + path);
    page.waitForLoadState();
    assertTrue(
        loaded.stream()
            .allMatch(u -> u.startsWith("/01/") || u.matches("/(scan.js|favicon.svg|art/.*)")),
        loaded::toString);
    int sum = bytes.stream().mapToInt(Integer::intValue).sum();
    assertTrue(sum > 5_000 && sum <= 20_480, sum + " bytes, not compressed, of " + loaded);
  }
}
