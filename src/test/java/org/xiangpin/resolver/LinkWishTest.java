package org.xiangpin.resolver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.shared.Lang;

class LinkWishTest {

  private static final String PIP = "https://ref.gs1.org/voc/pip";
  private static final Link ZH = Link.page("https://a/x", Lang.ZH, "桃");
  private static final Link EN = Link.page("https://a/x", Lang.EN, "Peach");
  private static final Link DATA = Link.data("https://a/x", Link.JSON, "Data");
  private static final List<Link> ALL = List.of(ZH, EN, DATA);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gs1:pip",
        "gs1%3Apip",
        "https://ref.gs1.org/voc/pip",
        "https%3A%2F%2Fref.gs1.org%2Fvoc%2Fpip",
        "https://gs1.org/voc/pip",
        "http://gs1.org/voc/pip",
        "https://www.gs1.org/voc/pip",
      })
  void aTypeMayBeShortOrInFull(String written) {
    assertEquals(List.of(new LinkType(PIP)), wish("linkType=" + written).types());
  }

  @Test
  void aTypeOfAnotherVocabularyStaysAsItIs() {
    assertEquals(
        List.of(new LinkType("schema:url"), new LinkType("https://example.org/t#x")),
        wish("linkType=schema:url;linkType=https://example.org/t%23x").types());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linkType",
        "linkType=",
        "linkType=pip",
        "linkType=gs1:",
        "linkType=:pip",
        "linkType=1gs:pip",
        "linkType=ftp://example.org/x",
        "linkType=gs1:p ip",
        "linkType=gs1:pip%00",
        "linkType=gs1:pip%0D%0ASet-Cookie:x",
        "linkType=gs1:%E4%BA%A7%E5%93%81",
        "linkType=https://ref.gs1.org/voc/p<ip",
        "linkType=%zz",
        "linkType=gs1:pip&linkType=",
      })
  void whatIsNoTypeIsRefused(String query) {
    assertThrows(InvalidLinkType.class, () -> wish(query));
  }

  @Test
  void tooManyTypesAreRefused() {
    assertEquals(8, wish("&linkType=gs1:pip".repeat(8)).types().size());
    assertThrows(InvalidLinkType.class, () -> wish("&linkType=gs1:pip".repeat(9)));
    assertThrows(InvalidLinkType.class, () -> wish("&linkType=linkset".repeat(100_000)));
    assertThrows(InvalidLinkType.class, () -> wish("linkType=gs1:" + "a".repeat(200)));
  }

  @Test
  void aLinksetIsWantedByWordOrByMedia() {
    assertTrue(wish("linkType=linkset").wantsAll());
    assertTrue(wish("linkType=all").wantsAll());
    assertTrue(wish("linkType=gs1:pip&linkType=linkset").wantsAll());
    assertTrue(LinkWish.of(new GivenQuery(null), Linkset.MEDIA_TYPE, null).wantsAll());
    assertTrue(wish("xlinkType=gs1:pip").wantsNone());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html,application/xhtml+xml,*/*;q=0.8 | en-GB,zh;q=0.5 | en",
        "text/html | zh-CN | zh",
        "text/html | fr,en;q=0.3 | en",
        "text/html | zh;q=0.1,en;q=0.2 | en",
        "text/html | fr | zh en",
        "text/html | en;q=0,zh | zh",
        "text/html | * | zh en",
        "text/html | | zh en",
        "*/* | | zh en data",
        "*/* | en | en data",
        "| | zh en data",
        "application/json | zh | data",
        "application/json,text/html;q=0.9 | zh | data",
        "application/*;q=0.3,text/html;q=0.2 | zh | data",
        "application/json;q=0,*/* | zh | zh",
        "image/png | en | en data",
        "text/html;q=2 | en | en",
        ";;,, | ;;q=x,, | zh en data",
      })
  void amongLinksMediaDecideBeforeLanguages(String accept, String languages, String expected) {
    LinkWish wish = LinkWish.of(new GivenQuery("linkType=gs1:pip"), accept, languages);
    assertEquals(expected, names(wish.best(ALL)));
  }

  @Test
  void theLanguageInTheQueryIsStrongerThanTheHeader() {
    LinkWish wish = LinkWish.of(new GivenQuery("lang=en&linkType=gs1:pip"), Link.HTML, "zh-CN");
    assertEquals("en", names(wish.best(ALL)));
  }

  @Test
  void noHeaderIsTooStrange() {
    Random random = new Random(1);
    String signs = "abz*/;,=q.019 -\u0000中\"%";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder header = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        header.append(signs.charAt(random.nextInt(signs.length())));
      }
      LinkWish wish =
          LinkWish.of(new GivenQuery("linkType=gs1:pip"), header.toString(), header.toString());
      assertTrue(!wish.best(ALL).isEmpty(), header::toString);
    }
    String long1 = "text/html,".repeat(100_000);
    assertEquals(3, LinkWish.of(new GivenQuery("linkType=gs1:pip"), long1, long1).best(ALL).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a/x | | https://a/x",
        "https://a/x | s=1.x&17=261231 | https://a/x?s=1.x&17=261231",
        "https://a/x?lang=en | linkType=gs1:pip | https://a/x?lang=en&linkType=gs1:pip",
        "https://a/x?lang=en | a=1;lang=en | https://a/x?a=1;lang=en",
        "https://a/x?lang=en | xlang=en | https://a/x?lang=en&xlang=en",
        "https://a/x | a=%0D%0ASet-Cookie:x | https://a/x?a=%0D%0ASet-Cookie:x",
        "https://a/x | next=https://evil.example/ | https://a/x?next=https://evil.example/",
      })
  void theWholeQueryIsPassedOn(String url, String query, String expected) {
    assertEquals(expected, new GivenQuery(query).passedOnTo(url));
  }

  @Test
  void whatMayNotStandInAHeaderIsEscaped() {
    assertEquals(
        "https://a/x?a=%0D%0AX:%20y%00%22%3C%E4%B8%AD%23",
        new GivenQuery("a=\r\nX: y\u0000\"<中#").passedOnTo("https://a/x"));
  }

  private static LinkWish wish(String query) {
    return LinkWish.of(new GivenQuery(query), null, null);
  }

  private static String names(List<Link> links) {
    return String.join(
        " ", links.stream().map(l -> l == ZH ? "zh" : l == EN ? "en" : "data").toList());
  }
}
