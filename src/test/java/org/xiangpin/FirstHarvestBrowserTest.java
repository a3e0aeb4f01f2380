package org.xiangpin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.Role;
import org.xiangpin.producer.ProducerFixture;
import org.xiangpin.region.RegionFixture;

/** The liaison officer, the inspector and the buyer at their phones, in a real Chromium. */
@QuarkusTest
class FirstHarvestBrowserTest {

  private static final String VILLAGE = "430722111229";
  private static final String TOWNSHIP = "430722111000";

  @TestHTTPResource("/")
  URL service;

  private Browser browser;

  @BeforeEach
  void openBrowser() {
    browser = Browser.open();
  }

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void theBuyerOpensTheCodeOfALabelThatTheVillagePrinted() throws Exception {
    RegionFixture.sourcesCounties();
    ProducerFixture.product("430722000000");
    AccountFixture.Person liaison = AccountFixture.with(Role.LIAISON_OFFICER, VILLAGE);
    AccountFixture.Person inspector = AccountFixture.with(Role.TOWNSHIP_INSPECTOR, TOWNSHIP);

    String lotPath;
    byte[] sheet;
    try (BrowserContext phone = phone()) {
      Page page = signIn(phone, liaison);
      page.navigate(at("/console/producers/new"));
      page.fill("#name", "龙小明");
      page.selectOption("#village", VILLAGE);
      page.fill("#plotName", "后山桃园");
      page.fill("#mu", "20");
      page.click("main form button");
      page.click("a[href^='/console/lots/new']");
      page.locator("input[name=product]").first().check();
      page.fill("#quantity", "三万");
      page.click("main form button");
      assertTrue(page.locator("#quantity-error").isVisible(), "the field says what is wrong");
      page.fill("#quantity", "30000");
      page.click("main form button");
      page.click("form[action$='/submit'] button");
      lotPath = URI.create(page.url()).getPath();

      try (BrowserContext office = phone()) {
        Page queue = signIn(office, inspector);
        queue.navigate(at("/console/certification"));
        queue.click("a[href='" + lotPath.replace("/lots/", "/certification/") + "']");
        queue.check("input[value=certify]");
        queue.click("main form button");
        assertTrue(queue.locator(".state.certified").first().isVisible());
      }

      page.navigate(at(lotPath));
      page.click("a[href^='/console/labels?lot=']");
      page.fill("#size", "24");
      page.fill("#pack", "5");
      page.click("main form button");
      String href =
          page.locator("form[action$='/labels'][method=get]").first().getAttribute("action");
      sheet = phone.request().get(at(href)).body();
    }

    URI label = URI.create(firstCode(sheet));
    assertTrue(label.getPath().matches("/01/\\d{14}/10/\\w{10}/21/\\w{20}"), label.getPath());
    try (BrowserContext buyer = phone()) {
      Page page = buyer.newPage();
      page.navigate(at(label.getPath()));
      Locator first = page.locator("h1");
      assertTrue(first.innerText().contains("崔家桥镇"), first.innerText());
      assertTrue(page.locator("main").innerText().contains("龙小明"));
      assertTrue(page.locator("main").innerText().contains("永固村"));
      assertEquals(
          360, page.evaluate("document.documentElement.scrollWidth"), "nothing runs off the side");
      assertTrue(buyer.cookies().stream().map((Cookie c) -> c.name).toList().isEmpty());
    }
  }

  private BrowserContext phone() {
    return browser
        .chromium()
        .newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setLocale("zh-CN")
                .setExtraHTTPHeaders(Map.of("X-Forwarded-For", "10.200.0.1")));
  }

  private Page signIn(BrowserContext context, AccountFixture.Person person) {
    Page page = context.newPage();
    page.navigate(at("/console"));
    page.fill("#phone", person.phone());
    page.fill("#password", AccountFixture.PASSWORD);
    page.click("main form button");
    assertEquals("/console", URI.create(page.url()).getPath());
    return page;
  }

  private String at(String path) {
    return URI.create(service.toString()).resolve(path).toString();
  }

  /**
   * The text of the first QR code on the first page, module by module: looking for a signed code in
   * one picture, ZXing misses about one label in twenty, and this test is of the paper.
   */
  private static String firstCode(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 300);
      int left = page.getWidth();
      int right = 0;
      int top = -1;
      while (right == 0) {
        top++;
        for (int x = 0; x < page.getWidth() / 7; x++) { // the words stand right of it
          if (isDark(page, x, top)) {
            left = Math.min(left, x);
            right = x + 1;
          }
        }
      }
      for (int modules = 21; modules <= 177; modules += 4) { // ISO/IEC 18004 §5.3.1
        BitMatrix code = new BitMatrix(modules);
        double size = (right - left) / (double) modules;
        for (int x = 0; x < modules; x++) {
          for (int y = 0; y < modules; y++) {
            if (isDark(page, (int) (left + (x + 0.5) * size), (int) (top + (y + 0.5) * size))) {
              code.set(x, y);
            }
          }
        }
        try {
          return new Decoder().decode(code).getText();
        } catch (ReaderException anotherNumberOfModules) {
          continue;
        }
      }
      throw new AssertionError("no code on the label");
    }
  }

  private static boolean isDark(BufferedImage page, int x, int y) {
    return (page.getRGB(x, y) & 0xFF) < 128;
  }
}
