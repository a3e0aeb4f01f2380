package org.xiangpin.traceability.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xiangpin.traceability.cli.command.ExitCode;

/** Files that are right but for some bytes: one sentence, never a fault of the program's own. */
class MalformedInputTest {
  private static final String LINK = "https://trace.example.cn/01/09520123456788/10/A1/21/S1";
  private static final String KEY = LogFixture.LOG.publicKey().toString();
  private static final int TIMES = 150;

  @TempDir Path folder;
  private final Random random = new Random(7);

  @BeforeEach
  void makeKeys() {
    Run.of("keys", "new", "--id", "a", "--secret", path("a.pem"), "--keys", path("keys.json"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private byte[] spoilt(byte[] right) {
    byte[] bytes = right.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "\n\"{}[],:+= ()%&?#/".charAt(random.nextInt(18));
        case 2 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
        default -> System.arraycopy(bytes, at / 2, bytes, at, (bytes.length - at) / 2);
      }
    }
    return bytes;
  }

  private void spoil(byte[] right, Function<String, Run> command) throws IOException {
    for (int i = 0; i < TIMES; i++) {
      byte[] bytes = spoilt(right);
      Files.write(folder.resolve("spoilt"), bytes);
      check(command.apply(path("spoilt")), new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  private static void check(Run run, String given) {
    String told = run.err() + run.out();
    assertTrue(run.code() == ExitCode.OK || run.code() == ExitCode.REFUSED, told + given);
    assertFalse(told.contains("A fault of this program"), told + given);
    if (run.code() == ExitCode.REFUSED && run.out().isEmpty()) {
      assertTrue(run.err().endsWith(".\n"), told);
      assertEquals(1, run.err().lines().count(), told);
    }
  }

  @Test
  void links() {
    byte[] link = (LINK + "?17=261219&s=a.b").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < TIMES; i++) {
      String uri = new String(spoilt(link), StandardCharsets.ISO_8859_1);
      for (String command : List.of("parse", "convert")) {
        check(Run.of(command, "--", uri), uri);
      }
      check(Run.of("verify", "--keys", path("keys.json"), "--", uri), uri);
    }
  }

  @Test
  void keyFiles() throws IOException {
    byte[] keys = Files.readAllBytes(folder.resolve("keys.json"));
    spoil(keys, file -> Run.of("verify", LINK, "--keys", file));
    byte[] secret = Files.readAllBytes(folder.resolve("a.pem"));
    spoil(secret, file -> Run.of("sign", LINK, "--secret", file, "--id", "a"));
  }

  @Test
  void proofs() throws IOException {
    List<byte[]> entries = LogFixture.entries(20);
    byte[] proof =
        LogFixture.proof(entries, 3)
            .withExtra(entries.get(3))
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("entry"), entries.get(3));
    spoil(proof, file -> Run.of("proof", "verify", file, "--entry", path("entry"), "--key", KEY));
    Files.write(folder.resolve("proof"), proof);
    String policy =
        "log %s\nwitness w %s\ngroup g any w\nquorum g\n"
            .formatted(KEY, LogFixture.WITNESS.publicKey());
    spoil(
        policy.getBytes(StandardCharsets.UTF_8),
        file -> Run.of("proof", "verify", path("proof"), "--policy", file));
  }

  @Test
  void logs() throws IOException {
    LogFixture log = LogFixture.publish(folder.resolve("log"), LogFixture.entries(300));
    byte[] checkpoint = Files.readAllBytes(log.folder().resolve("checkpoint"));
    String[] audit = {"log", "audit", log.folder().toString(), "--key", KEY};
    for (String path : List.of("checkpoint", "tile/entries/000", "tile/0/001.p/44")) {
      byte[] right = Files.readAllBytes(log.folder().resolve(path));
      for (int i = 0; i < TIMES; i++) {
        log.write(path, spoilt(right));
        check(Run.of(audit), path);
      }
      log.write(path, right);
    }
    spoil(
        checkpoint,
        file -> Run.of("log", "audit", log.folder().toString(), "--key", KEY, "--against", file));
  }

  @Test
  void sheets() throws IOException {
    String csv = "link,serial\n" + LINK + ",S1\n\"" + LINK + "\",\"S\"\"2\"\n";
    spoil(
        csv.getBytes(StandardCharsets.UTF_8),
        file ->
            Run.of(
                "sheet",
                "--csv",
                file,
                "--size",
                "100x100",
                "--format",
                "zpl",
                "--out",
                path("x")));
  }
}
