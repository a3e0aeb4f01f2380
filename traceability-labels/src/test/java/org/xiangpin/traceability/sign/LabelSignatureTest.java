package org.xiangpin.traceability.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.traceability.sign.InvalidSignedLink.Reason;
import org.xiangpin.traceability.sign.SignatureVerdict.Outcome;

class LabelSignatureTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
  private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);
  private static final String LABEL =
      "https://x.example.cn/01/09520001000010/10/L1/21/S1?17=261219&11=261120";
  private static final String SIGNED = new LabelSigner("a", KEY).sign(LABEL);
  private static final LabelVerifier VERIFIER = verifier(Optional.empty());

  private static LabelVerifier verifier(Optional<LabelKey.Revocation> revocation) {
    LabelKey key = new LabelKey("a", KEY.publicKey(), FROM, Optional.of(TO), revocation);
    return new LabelVerifier(new KeySet(List.of(key, KeySetTest.key("b", 9))));
  }

  private static Outcome outcome(String url) {
    return VERIFIER.verify(url, NOW).outcome();
  }

  @Test
  void givesTheCommittedVectors() throws IOException {
    List<String> lines;
    try (InputStream in = getClass().getResourceAsStream("signed-labels.tsv")) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    SigningKey key = SigningKey.ofSeed(HexFormat.of().parseHex(lines.get(2).split("\t")[1]));
    assertEquals(lines.get(3).split("\t")[1], key.publicKey().toString());
    List<String> vectors = lines.subList(4, lines.size());
    assertEquals(10, vectors.size());
    for (String vector : vectors) {
      String[] column = vector.split("\t");
      assertEquals(column[2], LabelStatement.of(column[1]).text(column[0]), vector);
      String signed = new LabelSigner(column[0], key).sign(column[1]);
      String separator = column[1].contains("?") ? "&" : "?";
      assertEquals(column[1] + separator + "s=" + column[0] + "." + column[3], signed);
      LabelKey known =
          new LabelKey(column[0], key.publicKey(), FROM, Optional.empty(), Optional.empty());
      SignatureVerdict verdict = new LabelVerifier(new KeySet(List.of(known))).verify(signed, NOW);
      assertTrue(verdict.isValid(), verdict.message());
      assertEquals(Optional.of(known), verdict.key());
    }
  }

  @Test
  void acceptsOtherSpellingsOfTheSameLink() {
    assertEquals(Outcome.VALID, outcome(SIGNED));
    assertEquals(Outcome.VALID, outcome(SIGNED + "#top"));
    assertEquals(Outcome.VALID, outcome(SIGNED + "&utm_source=%E4%B9%A1&linkType=all"));
    assertEquals(Outcome.VALID, outcome(SIGNED.replace("https://x.e", "HTTPS://X.E")));
    assertEquals(Outcome.VALID, outcome(SIGNED.replace(".cn/", ".cn:443/")));
    assertEquals(Outcome.VALID, outcome(SIGNED.replace("https", "http")));
    assertEquals(Outcome.VALID, outcome(SIGNED.replace("/L1", "/%4C1")));
    assertEquals(Outcome.VALID, outcome(SIGNED.replace("&s=", "&%73=")));
    String signature = SIGNED.substring(SIGNED.indexOf("s="));
    String other = "https://x.example.cn/p/01/09520001000010/10/L1/21/S1?";
    assertEquals(Outcome.VALID, outcome(other + signature + ";11=261120;17=26121%39"));
  }

  @ParameterizedTest
  @CsvSource({
    "x.example.cn, y.example.cn",
    ".cn/, .cn:8443/",
    "https, http://x.example.cn:443/?",
    "09520001000010, 09520001000027",
    "/10/L1, /10/L2",
    "/10/L1, ''",
    "/10/L1, /10/l1",
    "/21/S1, /21/S2",
    "17=261219, 17=261220",
    "17=261219&, ''",
    "17=261219, 15=261219",
    "17=261219, 17=261219&3103=005000",
    "/10/L1/21/S1, /10/L1%2F21%2FS1",
    "s=a., s=b."
  })
  void refusesEveryChangeOfWhatIsSigned(String old, String now) {
    String changed =
        now.endsWith("?")
            ? SIGNED.replace("https://x.example.cn/", now.substring(0, now.length() - 1))
            : SIGNED.replace(old, now);
    assertNotEquals(SIGNED, changed);
    SignatureVerdict verdict = VERIFIER.verify(changed, NOW);
    assertEquals(Outcome.SIGNATURE_WRONG, verdict.outcome());
    assertTrue(verdict.key().isPresent());
  }

  @Test
  void refusesEveryChangedCharacterOfTheSignature() {
    for (int i = SIGNED.indexOf("s=a.") + 4; i < SIGNED.length(); i++) {
      // the neighbour in base64url, so that the last character changes in its spare bits alone
      char c = SIGNED.charAt(i) == 'A' ? 'B' : SIGNED.charAt(i) == 'Q' ? 'R' : 'A';
      String changed = SIGNED.substring(0, i) + c + SIGNED.substring(i + 1);
      assertEquals(changed.equals(SIGNED), outcome(changed) == Outcome.VALID, "character " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a.", ".", "a.b.c", "abc.x", "%E9.x", "a.%20", "a.====", "%00"})
  void tellsGarbledSignaturesFromWrongOnes(String value) {
    assertEquals(Outcome.SIGNATURE_GARBLED, outcome(LABEL + "&s=" + value));
  }

  @Test
  void refusesPaddingAndMoreThanASignature() {
    assertEquals(Outcome.SIGNATURE_GARBLED, outcome(SIGNED + "=="));
    assertEquals(Outcome.SIGNATURE_GARBLED, outcome(SIGNED + "AAAA"));
    assertEquals(Outcome.SIGNATURE_GARBLED, outcome(SIGNED.substring(0, SIGNED.length() - 1)));
  }

  @Test
  void tellsUnsignedAndUnknownFromWrong() {
    assertEquals(Outcome.UNSIGNED, outcome(LABEL));
    assertEquals(Outcome.KEY_UNKNOWN, outcome(SIGNED.replace("s=a.", "s=c.")));
    assertEquals(Outcome.KEY_UNKNOWN, outcome(LABEL + "&s=zz."));
  }

  @Test
  void tellsTheTimeOfTheKey() {
    assertEquals(Outcome.VALID, VERIFIER.verify(SIGNED, FROM).outcome());
    assertEquals(Outcome.VALID, VERIFIER.verify(SIGNED, TO.minusNanos(1)).outcome());
    SignatureVerdict early = VERIFIER.verify(SIGNED, FROM.minusNanos(1));
    assertEquals(Outcome.KEY_NOT_YET_VALID, early.outcome());
    assertTrue(early.message().contains(FROM.toString()));
    SignatureVerdict late = VERIFIER.verify(SIGNED, TO);
    assertEquals(Outcome.KEY_NO_LONGER_VALID, late.outcome());
    assertTrue(late.message().contains(TO.toString()));
    assertFalse(late.isValid());
    LabelVerifier revoked = verifier(Optional.of(new LabelKey.Revocation(NOW, "lost at the fair")));
    assertEquals(Outcome.VALID, revoked.verify(SIGNED, NOW.minusSeconds(1)).outcome());
    SignatureVerdict after = revoked.verify(SIGNED, NOW);
    assertEquals(Outcome.KEY_REVOKED, after.outcome());
    assertTrue(after.message().contains("lost at the fair"));
    assertEquals(Outcome.KEY_REVOKED, revoked.verify(SIGNED, TO).outcome());
    String forged = SIGNED.replace("/S1", "/S2");
    assertEquals(Outcome.SIGNATURE_WRONG, revoked.verify(forged, TO).outcome());
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "/01/09520001000010, LINK, '', 0",
        "https://x.cn:0/01/09520001000010, HOST, '', 13",
        "https://x.cn:/01/09520001000010, HOST, '', 13",
        "https://x.cn:65536/01/09520001000010, HOST, '', 13",
        "https://[::1]/01/09520001000010, HOST, '', 8",
        "https://x.cn/01/09520001000011, LINK, 01, 29",
        "https://x.cn, LINK, '', 12",
        "https://x.cn/01/09520001000010?17=, LINK, 17, 34",
        "https://x.cn/01/09520001000010?17, LINK, 17, 33",
        "https://x.cn/01/09520001000010?17=261331, LINK, 17, 36",
        "https://x.cn/01/09520001000010?240=a%7Cb, LINK, 240, 36",
        "https://x.cn/01/09520001000010?240=a+b, LINK, 240, 36",
        "https://x.cn/01/09520001000010?240=a%E4b, LINK, 240, 36",
        "https://x.cn/01/09520001000010?240=aéb, LINK, '', 36",
        "https://x.cn/01/09520001000010?10=L1, LINK, 10, 31",
        "https://x.cn/01/09520001000010?1=L1, LINK, 1, 31",
        "https://x.cn/01/09520001000010?%317=261219, LINK, %317, 31",
        "https://x.cn/01/09520001000010?x=%4, LINK, '', 33",
        "https://x.cn/01/09520001000010?17=2&17=2, LINK, 17, 34",
        "https://x.cn/01/09520001000010?s=a&s=a, DUPLICATE, s, 35",
        "https://x.cn/01/09520001000010?s=a&%73=s&x=%73#s, DUPLICATE, s, 35",
        "https://x.cn/01/09520001000010/22/V, KEY, 22, -1",
        "https://x.cn/01/09520001000010/235/V, KEY, 235, -1",
        "https://x.cn/00/952012345678912345, KEY, 00, -1",
      })
  void namesKeyPlaceAndRuleOfALinkThatCannotBeChecked(
      String url, Reason reason, String ai, int position) {
    InvalidSignedLink refusal =
        assertThrows(InvalidSignedLink.class, () -> VERIFIER.verify(url, NOW));
    assertEquals(reason, refusal.reason(), refusal.getMessage());
    assertEquals(ai, refusal.ai());
    assertEquals(position, refusal.position(), refusal.getMessage());
  }

  @Test
  void signsPlainLinksOnly() {
    LabelSigner signer = new LabelSigner("a", KEY);
    assertThrows(InvalidSignedLink.class, () -> signer.sign(SIGNED));
    assertThrows(InvalidSignedLink.class, () -> signer.sign(LABEL + "#x"));
    assertThrows(InvalidSignedLink.class, () -> signer.sign(LABEL + "&s="));
    assertThrows(InvalidKeySet.class, () -> new LabelSigner("a.", KEY));
    String bare = "https://x.example.cn/01/09520001000010";
    assertTrue(signer.sign(bare + "?").startsWith(bare + "?s=a."));
    assertTrue(signer.sign(bare + "?x&").startsWith(bare + "?x&s=a."));
    assertEquals(bare.length() + 91, signer.sign(bare).length());
  }

  @Test
  void linksThatSayTheSameMakeTheSameStatement() {
    LabelStatement statement = LabelStatement.of(SIGNED);
    assertEquals(statement, LabelStatement.of("HTTP://X.example.cn/p" + LABEL.substring(20)));
    assertEquals("x.example.cn", statement.host());
    assertEquals(
        "xp1|x.example.cn|b|09520001000010|L1|S1|11=261120|17=261219", statement.text("b"));
    assertThrows(InvalidKeySet.class, () -> statement.text("a|"));
  }

  @Test
  void aRefusalNamesTheFaultOfTheLink() {
    InvalidSignedLink refusal =
        assertThrows(
            InvalidSignedLink.class, () -> LabelStatement.of(LABEL.replace("=261219", "=261319")));
    assertEquals(
        "AI (17) at position 56: not a date YYMMDD, where DD may be 00.", refusal.getMessage());
  }

  @Test
  void neverThrowsAnythingElseWhateverTheLink() {
    Random random = new Random(3);
    String alphabet = "/:?#&;=%+.01A|é\uD800 s" + "\0";
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(i % 3 == 0 ? "" : LABEL + "&s=c.AAAA");
      for (int n = random.nextInt(4); n >= 0; n--) {
        int at = random.nextInt(text.length() + 1);
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        if (random.nextBoolean() || at == text.length()) {
          text.insert(at, c);
        } else {
          text.setCharAt(at, c);
        }
      }
      try {
        assertFalse(VERIFIER.verify(text.toString(), NOW).isValid());
        read++;
      } catch (InvalidSignedLink expected) {
        assertFalse(expected.getMessage().isEmpty());
      }
    }
    assertTrue(read > 500, "some links stay readable, read " + read);
  }
}
