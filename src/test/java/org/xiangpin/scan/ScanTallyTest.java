package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.label.RollFixture;
import org.xiangpin.shared.Eventually;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** First scan and count. */
@QuarkusTest
class ScanTallyTest {

  /** How far the count may lag behind. */
  private static final Duration LAG = Duration.ofSeconds(5);

  @Inject DataSource database;
  @Inject TestClock clock;

  private final TownFixture town = TownFixture.create();
  private final Lot lot = LotFixture.certified(town, 1_000);
  private final String label = RollFixture.path(town, lot);

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void theFirstScanIsRememberedWithItsTime() {
    Instant before = Times.now(clock);
    ScanClient phone = new ScanClient();
    assertTrue(phone.get(label).text().contains("就是这一次"));
    awaitScans(1);
    Instant first = Instant.parse(read().get("firstScannedAt").textValue());
    assertTrue(!first.isBefore(before) && !first.isAfter(Times.now(clock)));
    assertTrue(phone.get(label).text().contains(Lang.ZH.time(first)));
    assertTrue(phone.get(label).text().contains("1 次"));
  }

  @Test
  void everyDeviceCountsOnceInTenMinutes() {
    ScanClient one = new ScanClient();
    ScanClient other = new ScanClient();
    one.get(label);
    one.get(label);
    other.get(label);
    awaitScans(2);
    clock.advance(Duration.ofMinutes(9));
    one.get(label);
    clock.advance(Duration.ofMinutes(2));
    one.get(label);
    awaitScans(3);
    new ScanClient().get(label);
    awaitScans(4);
  }

  @Test
  void headPreviewsAndProgramsDoNotCount() {
    ScanClient phone = new ScanClient();
    phone.send("HEAD", label, "Accept", "text/html");
    phone.send("GET", label, "Accept", "text/html", "Sec-Purpose", "prefetch;prerender");
    phone.send("GET", label, "Accept", "text/html", "Purpose", "prefetch");
    phone.send("GET", label, "Accept", "text/html", "X-Purpose", "preview");
    phone.json(label);
    for (String program :
        new String[] {
          "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
          "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
          "facebookexternalhit/1.1",
          "WhatsApp/2.23.20",
          "TelegramBot (like TwitterBot)",
          "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
        }) {
      new ScanClient(program).get(label);
    }
    new ScanClient("Mozilla/5.0 (Linux; Android 13; CUBOT P80) Mobile").get(label);
    awaitScans(1);
  }

  @Test
  void noScanOfManyAtOnceIsLostOrDoubled() {
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            i -> {
              ScanClient phone = new ScanClient();
              phone.get(label);
              phone.get(label);
            });
    awaitScans(200);
  }

  @Test
  void scansOnOtherNodesAreCountedToo() throws SQLException {
    new ScanClient().get(label);
    awaitScans(1);
    LocalDateTime now = LocalDateTime.ofInstant(Times.now(clock), ZoneOffset.UTC);
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update scan_tally set scans = scans + 6, written_at = ? where lot_id = ?")) {
      update.setObject(1, now);
      update.setLong(2, lot.id());
      assertEquals(1, update.executeUpdate());
    }
    awaitScans(7);
    assertTrue(new ScanClient().get(label).text().contains("7 次"));
  }

  private void awaitScans(long scans) {
    Eventually.within(LAG, () -> read().get("scans").longValue() == scans);
  }

  private JsonNode read() {
    try {
      return new ObjectMapper().readTree(new ScanClient().json(label).text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
