package org.xiangpin.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.scan.ScanPageTest.path;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotFixture;

/** Compressed links are answered as the plain ones that they stand for. */
@QuarkusTest
class CompressedLinkTest extends ResolverAsked {

  @Test
  void aCompressedLinkIsAnsweredAsThePlainOneAndNamesIt() {
    ScanClient.Answer answer = machine.get("/ARHKVAdpQg?linkType=linkset");
    assertEquals(404, answer.status());
    assertSameAs("/01/09780345418913", answer);
    ScanClient.Answer other = machine.get("/ABeRcNWtKMPA");
    assertEquals(404, other.status());
    assertEquals("这里没有这个编码", other.headline());
    assertSameAs("/00/106141412345678908", other);
  }

  @Test
  void aCompressedLinkOfOursShowsTheLotAndHasItsPlainAnchors() throws IOException {
    Lot lot = LotFixture.certified(town, 1_000);
    String compressed = CompressedFixture.of(lot.gtin(), lot.code());
    ScanClient.Answer page = machine.get("/" + compressed);
    assertEquals("这批黄桃已由崔家桥镇核验", page.headline());
    assertSameAs(path(lot), page);
    ScanClient.Answer links = machine.send("GET", "/" + compressed, "Accept", LINKSET);
    assertAnchor(path(lot), JSON.readTree(links.text()), compressed);
    String half = "/01/" + lot.gtin() + "/" + CompressedFixture.lotOnly(lot.code());
    assertEquals("这批黄桃已由崔家桥镇核验", machine.get(half).headline());
    assertSameAs(path(lot), machine.get(half));
  }

  @Test
  void noPageOfOursIsTakenForACompressedLink() {
    for (String path :
        new String[] {
          "/console",
          "/verify",
          "/verify/",
          "/log",
          "/api",
          "/q",
          "/photo",
          "/photos",
          "/sign-in",
          "/invitation",
          "/benchmark",
          "/certificate",
          "/recall",
          "/producers",
          "/epcis",
          "/favicon.svg",
          "/app.css",
          "/robots.txt",
          "/abcdefghijkl",
        }) {
      assertTrue(KeyRoute.expanded(path).isEmpty(), path);
      assertFalse(links(machine.get(path)).contains("owl:sameAs"), path);
    }
  }
}
