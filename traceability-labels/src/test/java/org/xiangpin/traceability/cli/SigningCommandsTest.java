package org.xiangpin.traceability.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangpin.traceability.cli.command.ExitCode;
import org.xiangpin.traceability.sign.KeySet;

class SigningCommandsTest {
  private static final String LINK =
      "https://trace.example.cn/01/09520123456788/10/A1/21/S1?17=261219";

  /**
   * As openssl genpkey -algorithm ed25519 wrote it, and the public key as openssl pkey tells it.
   */
  private static final String OPENSSL =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f
      -----END PRIVATE KEY-----
      """;

  private static final String OPENSSL_PUBLIC = "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg";

  @TempDir Path folder;

  @BeforeEach
  void makeKey() {
    newKey("a", "--valid-from", "2026-01-01T00:00:00Z", "--valid-to", "2028-01-01T00:00:00Z");
  }

  private Run newKey(String id, String... more) {
    return run(
        more,
        "keys",
        "new",
        "--id",
        id,
        "--secret",
        path(id + ".pem"),
        "--keys",
        path("keys.json"));
  }

  private Run verify(String link, String... more) {
    return run(more, "verify", link, "--keys", path("keys.json"));
  }

  private static Run run(String[] more, String... args) {
    return Run.of(Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String sign(String link, String id) {
    Run run = Run.of("sign", link, "--secret", path(id + ".pem"), "--id", id);
    assertEquals(ExitCode.OK, run.code(), run.err());
    return run.line();
  }

  @Test
  void aSignedLinkIsVerified() {
    Run run = verify(sign(LINK, "a"), "--at", "2026-11-21T00:00:00Z");
    assertEquals(ExitCode.OK, run.code());
    assertEquals(
        """
        VALID: Rightly signed by the key a.
        trace.example.cn made this label for GTIN 09520123456788, lot A1, serial S1.
        """,
        run.out());
  }

  @Test
  void theVerdictIsToldInJson() {
    Run run = verify(sign(LINK, "a"), "--at", "2026-11-21T00:00:00Z", "--json");
    assertEquals(
        """
        {
          "ok": true,
          "outcome": "VALID",
          "message": "Rightly signed by the key a.",
          "keyId": "a",
          "host": "trace.example.cn",
          "gtin": "09520123456788",
          "lot": "A1",
          "serial": "S1",
          "attributes": {
            "17": "261219"
          }
        }
        """,
        run.out());
  }

  @ParameterizedTest
  @CsvSource({
    "A1, A2, 2026-11-21T00:00:00Z, The signature is not that of this link.",
    "trace., other., 2026-11-21T00:00:00Z, The signature is not that of this link.",
    "s=a, s=b, 2026-11-21T00:00:00Z, No key of the set has the name b.",
    "&s=, &t=, 2026-11-21T00:00:00Z, The label carries no signature.",
    "x, x, 2025-12-31T23:59:59Z, 'Rightly signed, but the key a is not valid before 2026-01-01T00:00:00Z.'",
    "x, x, 2028-01-01T00:00:00Z, 'Rightly signed, but the key a was valid until 2028-01-01T00:00:00Z.'"
  })
  void whatIsNotProvedIsToldAndEndsWithOne(String from, String to, String at, String message) {
    Run run = verify(sign(LINK, "a").replace(from, to), "--at", at);
    assertEquals(ExitCode.REFUSED, run.code());
    assertEquals("NOT PROVED: " + message, run.line());
  }

  @Test
  void aRevokedKeyProvesNothing() throws IOException {
    String link = sign(LINK, "a");
    Path keys = folder.resolve("keys.json");
    String reason = "\"revokedAt\": \"2026-06-01T00:00:00Z\",\"reason\": \"stolen\",\"validFrom\"";
    Files.writeString(keys, Files.readString(keys).replace("\"validFrom\"", reason));
    Run run = verify(link, "--at", "2026-11-21T00:00:00Z", "--json");
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.out().contains("\"outcome\": \"KEY_REVOKED\""), run.out());
    assertTrue(run.out().contains("stolen"), run.out());
  }

  @Test
  void aSecondKeyJoinsTheSet() throws IOException {
    assertEquals(ExitCode.OK, newKey("b").code());
    assertEquals(2, KeySet.parse(Files.readString(folder.resolve("keys.json"))).keys().size());
    assertEquals(ExitCode.OK, verify(sign(LINK, "b")).code(), "valid from now on");
  }

  @Test
  void aSecretIsForItsOwnerAndNeverOverwritten() throws IOException {
    Path secret = folder.resolve("a.pem");
    String before = Files.readString(secret);
    if (secret.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(secret));
      assertEquals("rw-------", mode);
    }
    Run run =
        Run.of("keys", "new", "--id", "c", "--secret", path("a.pem"), "--keys", path("c.json"));
    assertEquals(ExitCode.UNREADABLE, run.code());
    assertEquals(path("a.pem") + ": is there already.\n", run.err());
    assertEquals(before, Files.readString(secret));
    assertFalse(Files.exists(folder.resolve("c.json")));
  }

  @Test
  void aNameThatIsTakenOrNoneIsRefusedBeforeAnythingIsWritten() {
    for (String id : new String[] {"a", "abc", "ä"}) {
      Run run =
          Run.of("keys", "new", "--id", id, "--secret", path("n.pem"), "--keys", path("keys.json"));
      assertEquals(ExitCode.REFUSED, run.code());
      assertTrue(run.err().startsWith("The new key: "), run.err());
      assertFalse(Files.exists(folder.resolve("n.pem")));
    }
    assertEquals(ExitCode.USAGE, newKey("d", "--valid-from", "yesterday").code());
  }

  @Test
  void aKeyOfOpensslSigns() throws IOException {
    Files.writeString(folder.resolve("o.pem"), OPENSSL);
    Files.writeString(
        folder.resolve("keys.json"),
        """
        {"format": "xiangpin-label-keys@v1", "keys": [
          {"id": "o", "publicKey": "%s", "validFrom": "2026-01-01T00:00:00Z"}]}"""
            .formatted(OPENSSL_PUBLIC));
    assertEquals(ExitCode.OK, verify(sign(LINK, "o")).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing|no line \"-----BEGIN PRIVATE KEY-----\" with an end to it.",
        "-----BEGIN PRIVATE KEY-----\\n?\\n-----END PRIVATE KEY-----|is not base64.",
        "-----BEGIN PRIVATE KEY-----\\nAAAA\\n-----END PRIVATE KEY-----|but none of Ed25519"
      })
  void aFileThatIsNoSecretIsRefused(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("x.pem"), text.replace("\\n", "\n"));
    Run run = Run.of("sign", LINK, "--secret", file.toString(), "--id", "a");
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.err().contains(message), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://x/01/123|The link: no Digital Link: AI (01) at position 13: value has 3 characters",
        "/01/09520123456788|The link: no Digital Link: GS1 data at position 0: a link should begin",
        "https://x/01/09520123456788?s=a.b|The link: link is signed already (key s).",
        "https://x/01/09520123456788#f|The link: a label's link has no fragment",
        "https://x/01/09520123456788?10=A|The link: no Digital Link: AI (10) at position 28: belongs"
      })
  void aLinkThatCannotBeSignedIsRefused(String link, String message) {
    Run run = Run.of("sign", link, "--secret", path("a.pem"), "--id", "a");
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.err().startsWith(message), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|value expected at position 0.",
        "{\"format\": \"other\", \"keys\": []}|format is not xiangpin-label-keys@v1 (format)",
        "{\"format\": \"xiangpin-label-keys@v1\"}|member is missing (keys) at position 0.",
        "[[[[[[[[[[[[[[[[[[[[|nested deeper than 16 at position 17."
      })
  void aKeyFileThatIsNoneIsRefused(String json, String message) throws IOException {
    Files.writeString(folder.resolve("keys.json"), json);
    Run run = verify(LINK);
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.err().startsWith(path("keys.json") + ": " + message), run.err());
  }

  @Test
  void aHugeKeyFileIsRefusedUnread() throws IOException {
    Files.write(folder.resolve("keys.json"), new byte[2_000_000]);
    assertTrue(verify(LINK).err().endsWith("keys.json: is longer than 1,000,000 bytes.\n"));
  }

  @Test
  void aFileThatIsNotThereEndsWithThree() {
    Run run = Run.of("verify", LINK, "--keys", path("none.json"), "--json");
    assertEquals(ExitCode.UNREADABLE, run.code());
    assertTrue(run.out().contains("\"kind\": \"unreadable\""), run.out());
    assertEquals(ExitCode.UNREADABLE, Run.of("verify", LINK, "--keys", folder.toString()).code());
  }
}
