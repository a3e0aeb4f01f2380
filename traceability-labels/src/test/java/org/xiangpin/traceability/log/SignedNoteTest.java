package org.xiangpin.traceability.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.traceability.log.InvalidLogData.Reason;
import org.xiangpin.traceability.log.NoteKey.Kind;
import org.xiangpin.traceability.sign.SigningKey;

class SignedNoteTest {
  /** The example of Go's golang.org/x/mod/sumdb/note. */
  private static final String PETER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String PETER_SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
  private static final String ENOCH =
      "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
  private static final String TEXT =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";
  private static final String PETER_LINE =
      "— PeterNeumann"
          + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6Ry"
          + "yBwJnAM=\n";
  private static final String ENOCH_LINE =
      "— EnochRoot"
          + " rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1"
          + "RvMc+QQ=\n";
  private static final String BOTH = TEXT + "\n" + PETER_LINE + ENOCH_LINE;

  /** A published checkpoint of a log with signatures of two kinds and four witnesses. */
  private static final String PUBLISHED =
      """
      arche2025h1.staging.ct.transparency.dev
      1432088532
      U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

      — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6ho\
      GREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
      — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUk\
      zbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
      — witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/i\
      EcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
      — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobW\
      X9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
      """;

  private static final NoteKey ARCHE =
      NoteKey.parse(
          "arche2025h1.staging.ct.transparency.dev+ba2f06c0"
              + "+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f");
  private static final NoteKey REMORA =
      NoteKey.parse("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2");

  private static Reason refusal(org.junit.jupiter.api.function.Executable action) {
    return assertThrows(InvalidLogData.class, action).reason();
  }

  @Test
  void signsAndChecksTheExampleOfGo() {
    NoteSigner signer = NoteSigner.parse(PETER_SECRET);
    assertEquals(PETER, signer.publicKey().toString());
    assertEquals(PETER_SECRET, signer.secretText());
    assertFalse(signer.toString().contains("AYEKFALV"));
    assertEquals(TEXT + "\n" + PETER_LINE, SignedNote.sign(TEXT, signer).toString());
    SignedNote note = SignedNote.parse(BOTH);
    assertEquals(TEXT, note.text());
    assertEquals(BOTH, note.toString());
    assertEquals(note, SignedNote.parse(BOTH.getBytes(StandardCharsets.UTF_8)));
    NoteKey peter = NoteKey.parse(PETER);
    NoteKey enoch = NoteKey.parse(ENOCH);
    assertEquals(List.of(new Cosignature(enoch, 0)), note.verify(List.of(enoch)));
    List<Cosignature> both = List.of(new Cosignature(peter, 0), new Cosignature(enoch, 0));
    assertEquals(both, note.verify(List.of(enoch, peter)));
    assertEquals(both, note.with(note.signatures().get(0)).verify(List.of(peter, enoch)));
  }

  @Test
  void checksTheExampleOfTheSpecification() {
    NoteKey key =
        NoteKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    SignedNote note =
        SignedNote.parse(
            "This is an example message.\n\n— example.com/foo"
                + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Y"
                + "u72IneyaQM=\n");
    assertEquals(1, note.verify(List.of(key)).size());
  }

  @Test
  void checksAPublishedCheckpointAndItsWitness() {
    LogPolicy policy = new LogPolicy(ARCHE.name(), ARCHE, List.of(REMORA), 1);
    LogPolicy.Verified verified = policy.verify(SignedNote.parse(PUBLISHED));
    assertEquals(1_432_088_532L, verified.checkpoint().size());
    assertEquals(List.of(new Cosignature(REMORA, 0x6a122120L)), verified.cosignatures());
    String other = PUBLISHED.replace("1432088532", "1432088533");
    assertEquals(Reason.SIGNATURE, refusal(() -> policy.verify(SignedNote.parse(other))));
  }

  @Test
  void ignoresStrangersButNotForgers() {
    SignedNote note = SignedNote.parse(BOTH);
    NoteKey peter = NoteKey.parse(PETER);
    NoteKey stranger = new NoteSigner("x", Kind.LOG, SigningKey.ofSeed(new byte[32])).publicKey();
    assertEquals(Reason.KEY, refusal(() -> note.verify(List.of(stranger))));
    assertEquals(Reason.KEY, refusal(() -> note.verify(List.of())));
    NoteKey sameName = new NoteKey("PeterNeumann", Kind.LOG, stranger.key());
    NoteKey otherKind = new NoteKey("PeterNeumann", Kind.WITNESS, peter.key());
    assertEquals(Reason.KEY, refusal(() -> note.verify(List.of(sameName, otherKind))));
    SignedNote changed = SignedNote.parse(BOTH.replace("think", "thinK"));
    assertEquals(Reason.SIGNATURE, refusal(() -> changed.verify(List.of(peter))));
    String forged = BOTH.replace("x08go/Z", "x08go/a");
    NoteKey enoch = NoteKey.parse(ENOCH);
    assertEquals(
        Reason.SIGNATURE, refusal(() -> SignedNote.parse(forged).verify(List.of(enoch, peter))));
    assertEquals(1, SignedNote.parse(forged).verify(List.of(enoch)).size());
  }

  @Test
  void aWitnessSignsUnderItsTime() {
    NoteSigner witness = new NoteSigner("w", Kind.WITNESS, SigningKey.ofSeed(new byte[32]));
    NoteSigner log = NoteSigner.parse(PETER_SECRET);
    SignedNote note = SignedNote.sign(TEXT, log).with(witness.cosign(TEXT, 1_679_315_147L));
    NoteKey key = NoteKey.parse(witness.publicKey().toString());
    assertEquals(
        List.of(new Cosignature(key, 1_679_315_147L)),
        SignedNote.parse(note.toString()).verify(List.of(key)));
    byte[] bytes = witness.cosign(TEXT, 5).signature();
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      SignedNote forged =
          SignedNote.sign(TEXT, log).with(new NoteSignature("w", key.id(), changed));
      assertEquals(Reason.SIGNATURE, refusal(() -> forged.verify(List.of(key))), "byte " + i);
    }
    byte[] early = SigningKey.ofSeed(new byte[32]).sign(NoteSignatures.witnessMessage(TEXT, -1));
    byte[] before1970 = java.util.Arrays.copyOf(NoteSignatures.timeBytes(-1), 72);
    System.arraycopy(early, 0, before1970, 8, 64);
    SignedNote signedEarly =
        SignedNote.sign(TEXT, log).with(new NoteSignature("w", key.id(), before1970));
    assertEquals(Reason.SIGNATURE, refusal(() -> signedEarly.verify(List.of(key))));
    NoteSignature untimed = new NoteSignature("w", key.id(), new byte[64]);
    SignedNote short64 = SignedNote.sign(TEXT, log).with(untimed);
    assertEquals(Reason.SIGNATURE, refusal(() -> short64.verify(List.of(key))));
    assertEquals(Reason.RANGE, refusal(() -> witness.cosign(TEXT, -1)));
    assertThrows(IllegalStateException.class, () -> witness.sign(TEXT));
    assertThrows(IllegalStateException.class, () -> log.cosign(TEXT, 1));
  }

  @Test
  void refusesEveryMangledKey() {
    for (int from = 0; from < PETER.length(); from++) {
      for (int to = from; to <= PETER.length(); to++) {
        if (to - from < PETER.length()) {
          String part = PETER.substring(from, to);
          assertThrows(InvalidLogData.class, () -> NoteKey.parse(part), part);
        }
      }
    }
    for (int i = 0; i < PETER.length(); i++) {
      char c = (char) (PETER.charAt(i) + 1);
      String changed = PETER.substring(0, i) + c + PETER.substring(i + 1);
      assertThrows(InvalidLogData.class, () -> NoteKey.parse(changed), changed);
    }
    for (int to = 0; to < PETER_SECRET.length(); to++) {
      String part = PETER_SECRET.substring(0, to);
      assertThrows(InvalidLogData.class, () -> NoteSigner.parse(part), part);
    }
    String unknownKind = "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    assertEquals(Reason.KEY, refusal(() -> NoteKey.parse(unknownKind)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "text\n",
        "text\n\n",
        "text\n— a AAAAAAA=\n",
        "text\n\n— a AAAAAAA=",
        "text\n\n— a AAAAAAA=\n\n",
        "text\n\n— a AAAAAAA=\nmore\n",
        "text\n\n— a  AAAAAAA=\n",
        "text\n\n—  AAAAAAA=\n",
        "text\n\n— a\u00a0b AAAAAAA=\n",
        "text\n\n— a\u0085b AAAAAAA=\n",
        "text\n\n— a+b AAAAAAA=\n",
        "text\n\n- a AAAAAAA=\n",
        "text\n\n— a AAAAAA==\n",
        "text\n\n— a AAAAAAB=\n",
        "text\n\n— a AAAAAAA\n",
        "text\n\n— a AAAA\n",
        "text\r\n\n— a AAAAAAA=\n",
        "te\txt\n\n— a AAAAAAA=\n",
        "te\0xt\n\n— a AAAAAAA=\n",
        "te\uD800xt\n\n— a AAAAAAA=\n"
      })
  void refusesWhatIsNoNote(String note) {
    assertThrows(InvalidLogData.class, () -> SignedNote.parse(note));
  }

  @Test
  void readsOddButRightNotes() {
    for (String text : List.of("\n", "a\n\n", "\n\nb\n", "— a AAAAAAA=\n", "乡品\u007f 😀\n")) {
      String note = text + "\n— é/ü AAAAAAA=\n";
      assertEquals(text, SignedNote.parse(note).text());
      assertEquals(note, SignedNote.parse(note).toString());
    }
    String line = "— a AAAAAAA=\n";
    assertEquals(100, SignedNote.parse("t\n\n" + line.repeat(100)).signatures().size());
    assertEquals(Reason.LENGTH, refusal(() -> SignedNote.parse("t\n\n" + line.repeat(101))));
    assertEquals(Reason.LENGTH, refusal(() -> SignedNote.parse("t\n".repeat(600_000))));
    byte[] latin = {'a', (byte) 0xe9, '\n', '\n'};
    InvalidLogData refusal = assertThrows(InvalidLogData.class, () -> SignedNote.parse(latin));
    assertEquals(Reason.ENCODING, refusal.reason());
    assertEquals(1, refusal.position());
    assertEquals(
        Reason.FORMAT, refusal(() -> SignedNote.sign("x", NoteSigner.parse(PETER_SECRET))));
  }

  @Test
  void neverThrowsAnythingElseWhateverTheNoteOrKey() {
    Random random = new Random(13);
    String alphabet = "\n—  +=A0é\uD800\r/";
    int read = 0;
    for (int i = 0; i < 30_000; i++) {
      StringBuilder text = new StringBuilder(i % 3 == 0 ? PETER : i % 3 == 1 ? BOTH : "");
      for (int n = random.nextInt(4); n >= 0; n--) {
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        text.insert(random.nextInt(text.length() + 1), c);
      }
      String input = text.toString();
      try {
        if (i % 3 == 0) {
          NoteKey.parse(input);
        } else {
          assertEquals(input, SignedNote.parse(input).toString());
        }
        read++;
      } catch (InvalidLogData expected) {
        assertTrue(expected.position() <= input.length());
      }
    }
    assertTrue(read > 100, "text may change, read " + read);
  }
}
