package org.xiangpin.traceability.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangpin.traceability.sign.InvalidKeySet.Reason;

class KeySetTest {
  private static final Instant T2026 = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant T2027 = Instant.parse("2027-01-01T00:00:00Z");
  private static final Instant T2028 = Instant.parse("2028-01-01T00:00:00Z");

  private static final String FILE =
      """
      {"format": "xiangpin-label-keys@v1", "keys": [
        {"id": "a", "publicKey": "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg",
         "validFrom": "2026-01-01T00:00:00Z", "validTo": "2028-01-01T00:00:00Z"},
        {"id": "Z9", "publicKey": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
         "validFrom": "2027-01-01T00:00:00Z",
         "revokedAt": "2028-01-01T00:00:00Z", "reason": "打印店丢了电脑 \\u5403"}]}
      """;

  static LabelKey key(String id, int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    VerificationKey key = SigningKey.ofSeed(bytes).publicKey();
    return new LabelKey(id, key, T2026, Optional.of(T2028), Optional.empty());
  }

  @Test
  void readsAKeyFileAndWritesItSoThatItReadsTheSame() {
    KeySet set = KeySet.parse(FILE);
    assertEquals(2, set.keys().size());
    LabelKey revoked = set.find("Z9").orElseThrow();
    assertEquals(T2027, revoked.validFrom());
    assertEquals(Optional.empty(), revoked.validTo());
    assertEquals(Optional.of(new LabelKey.Revocation(T2028, "打印店丢了电脑 吃")), revoked.revocation());
    assertEquals(set, KeySet.parse(set.toJson()));
    KeySet empty = new KeySet(List.of());
    assertEquals(empty, KeySet.parse(empty.toJson()));
    KeySet odd =
        new KeySet(List.of(key("a", 1)))
            .withRevoked("a", new LabelKey.Revocation(T2027, "\"\\\n\t\u0001😀/"));
    assertEquals(odd, KeySet.parse(odd.toJson()));
  }

  @Test
  void keysOverlapWhileTheyAreRotated() {
    KeySet set = KeySet.parse(FILE);
    assertEquals(List.of(), ids(set, T2026.minusSeconds(1)));
    assertEquals(List.of("a"), ids(set, T2026));
    assertEquals(List.of("a", "Z9"), ids(set, T2027));
    assertEquals(List.of("a", "Z9"), ids(set, T2028.minusSeconds(1)));
    assertEquals(List.of(), ids(set, T2028));
  }

  private static List<String> ids(KeySet set, Instant time) {
    return set.validAt(time).stream().map(LabelKey::id).toList();
  }

  @Test
  void aKeyIsAddedUnderANewNameAndTakenBackOnce() {
    KeySet one = new KeySet(List.of(key("a", 1)));
    KeySet two = one.with(key("b", 2));
    assertEquals(List.of("a", "b"), ids(two, T2026));
    assertEquals(1, one.keys().size());
    assertEquals(Reason.DUPLICATE, refusal(() -> two.with(key("a", 3))));
    assertEquals(Reason.DUPLICATE, refusal(() -> two.with(key("c", 2))));
    LabelKey.Revocation lost = new LabelKey.Revocation(T2027, "lost");
    KeySet after = two.withRevoked("a", lost);
    assertEquals(List.of("a", "b"), ids(after, T2027.minusSeconds(1)));
    assertEquals(List.of("b"), ids(after, T2027));
    assertEquals(Reason.ID, refusal(() -> after.withRevoked("a", lost)));
    assertEquals(Reason.ID, refusal(() -> after.withRevoked("x", lost)));
  }

  @Test
  void refusesKeysThatCouldNotBeWritten() {
    VerificationKey raw = key("a", 1).key();
    Optional<LabelKey.Revocation> none = Optional.empty();
    Optional<Instant> end = Optional.of(T2027);
    assertEquals(Reason.ID, refusal(() -> new LabelKey("", raw, T2026, end, none)));
    assertEquals(Reason.ID, refusal(() -> new LabelKey("abc", raw, T2026, end, none)));
    assertEquals(Reason.ID, refusal(() -> new LabelKey("é", raw, T2026, end, none)));
    assertEquals(Reason.TIME, refusal(() -> new LabelKey("a", raw, T2027, end, none)));
    Instant fraction = T2026.plusNanos(1);
    assertEquals(Reason.TIME, refusal(() -> new LabelKey("a", raw, fraction, end, none)));
    assertEquals(Reason.TIME, refusal(() -> new LabelKey("a", raw, Instant.MIN, end, none)));
    assertEquals(Reason.TIME, refusal(() -> new LabelKey.Revocation(Instant.MAX, "x")));
    assertEquals(Reason.MEMBER, refusal(() -> new LabelKey.Revocation(T2026, " ")));
    assertEquals(Reason.MEMBER, refusal(() -> new LabelKey.Revocation(T2026, "\uD800")));
  }

  private static Reason refusal(org.junit.jupiter.api.function.Executable action) {
    return assertThrows(InvalidKeySet.class, action).reason();
  }

  /** Every line replaces one place of the file; ^ in the last column stands before the fault. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"format\" | [\"format\" | SYNTAX | ''",
        "]} | ],} | SYNTAX | ''",
        "]} | ]}x | SYNTAX | ''",
        "]} | ] | SYNTAX | ''",
        "keys@v1 | keys@v2 | MEMBER | format",
        "\"keys\": | \"key\": | MEMBER | ''",
        "\"id\": \"a\" | \"id\": \"a\", \"id\": \"a\" | MEMBER | ''",
        "\"id\": \"a\" | \"id\": 7 | MEMBER | keys[0].id",
        "\"id\": \"a\", |  | MEMBER | keys[0].id",
        "\"id\": \"a\" | \"id\": \"a.\" | ID | keys[0].id",
        "\"id\": \"a\" | \"id\": \"Z9\" | DUPLICATE | keys[1].id",
        "\"id\": \"a\" | \"id\": \"a\", \"note\": 1 | MEMBER | keys[0].",
        "VMbg | VMbh | KEY | keys[0].publicKey",
        "VMbg | VMbg= | KEY | keys[0].publicKey",
        "VMbg | VMb | KEY | keys[0].publicKey",
        "A6EHv_ | A6EHv/ | KEY | keys[0].publicKey",
        "2026-01-01T00:00:00Z | 2026-01-01T00:00:00+08:00 | TIME | keys[0].validFrom",
        "2026-01-01T00:00:00Z | 2026-02-30T00:00:00Z | TIME | keys[0].validFrom",
        "2026-01-01T00:00:00Z | 2026-01-01 | TIME | keys[0].validFrom",
        "2026-01-01T00:00:00Z | 2026-01-01T24:00:00Z | TIME | keys[0].validFrom",
        "2026-01-01T00:00:00Z | 2029-01-01T00:00:00Z | TIME | keys[0].validTo",
        "\"reason\" | \"because\" | MEMBER | keys[1].",
        "打印店丢了电脑 \\u5403 |  | MEMBER | keys[1].reason",
        "\\u5403 | \\ud800 | SYNTAX | ''",
        "\\u5403 | \\x5403 | SYNTAX | ''",
        "\\u5403 | \\u540g | SYNTAX | ''",
        "打 | '\t' | SYNTAX | ''",
      })
  void namesMemberAndRuleOfABrokenFile(String old, String now, Reason reason, String element) {
    assertTrue(FILE.contains(old));
    String broken = FILE.replaceFirst(java.util.regex.Pattern.quote(old), quote(now));
    InvalidKeySet refusal = assertThrows(InvalidKeySet.class, () -> KeySet.parse(broken));
    assertEquals(reason, refusal.reason(), refusal.getMessage());
    assertEquals(element == null ? "" : element, refusal.element());
    assertTrue(refusal.position() >= 0 && refusal.position() <= broken.length());
  }

  private static String quote(String text) {
    return java.util.regex.Matcher.quoteReplacement(text == null ? "" : text);
  }

  @Test
  void pointsAtTheFault() {
    String json = FILE.replace("\"id\": \"a\"", "\"id\": \"a!\"");
    InvalidKeySet refusal = assertThrows(InvalidKeySet.class, () -> KeySet.parse(json));
    assertEquals(json.indexOf("\"a!\""), refusal.position());
  }

  @Test
  void neitherDepthNorLengthBreaksTheReader() {
    assertEquals(Reason.SYNTAX, refusal(() -> KeySet.parse("[".repeat(500_000))));
    assertEquals(Reason.SYNTAX, refusal(() -> KeySet.parse("{\"a\":".repeat(200_000))));
    assertEquals(Reason.SYNTAX, refusal(() -> KeySet.parse(" ".repeat(2_000_000))));
    assertEquals(Reason.MEMBER, refusal(() -> KeySet.parse("1".repeat(900_000))));
    assertEquals(Reason.SYNTAX, refusal(() -> KeySet.parse("")));
  }

  @Test
  void neverThrowsAnythingElseWhateverTheFile() {
    Random random = new Random(7);
    String alphabet = "{}[]\",:\\u0aZ9-.eE+ \n\0\uD800é" + "tfn";
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(i % 2 == 0 ? FILE : "");
      for (int n = random.nextInt(i % 2 == 0 ? 3 : 30); n >= 0; n--) {
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        int at = random.nextInt(text.length() + 1);
        if (random.nextBoolean() || at == text.length()) {
          text.insert(at, c);
        } else if (random.nextBoolean()) {
          text.setCharAt(at, c);
        } else {
          text.deleteCharAt(at);
        }
      }
      try {
        KeySet set = KeySet.parse(text.toString());
        assertEquals(set, KeySet.parse(set.toJson()));
        read++;
      } catch (InvalidKeySet expected) {
        assertFalse(expected.getMessage().isEmpty());
      }
    }
    assertTrue(read > 100, "white space and reasons may change, read " + read);
  }
}
