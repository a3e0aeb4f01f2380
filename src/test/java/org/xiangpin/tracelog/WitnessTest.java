package org.xiangpin.tracelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xiangpin.shared.TestClock;
import org.xiangpin.traceability.log.LogPolicy;
import org.xiangpin.traceability.log.LogProof;
import org.xiangpin.traceability.log.NoteKey;

/** A witness in a process of its own, started from the command line's jar as a bureau would. */
@QuarkusTest
class WitnessTest {

  @Inject TraceLog log;
  @Inject LogGrowth growth;
  @Inject DataSource database;
  @Inject TestClock clock;

  private Path folder;

  private Process witness;
  private NoteKey key;
  private Witnesses witnesses;

  @BeforeEach
  void startTheWitness() throws Exception {
    folder = Files.createTempDirectory("witness");
    Files.writeString(folder.resolve("log.pub"), PublishedLog.key().toString());
    Process made = cli("witness", "new", "school.example.cn/witness", "--secret", "secret");
    key = NoteKey.parse(made.inputReader(StandardCharsets.UTF_8).readLine());
    assertEquals(0, made.waitFor());
    witnesses = started();
  }

  @AfterEach
  void stopTheWitness() throws Exception {
    witness.destroy();
    assertTrue(witness.waitFor(30, TimeUnit.SECONDS));
    clock.reset();
  }

  private Witnesses started() throws IOException {
    witness =
        cli(
            "witness",
            "serve",
            "--secret",
            "secret",
            "--log",
            "log.pub",
            "--state",
            "memory",
            "--port",
            "0");
    BufferedReader lines = witness.inputReader(StandardCharsets.UTF_8);
    lines.readLine();
    String address = lines.readLine().replaceAll(".*(http://[^ ]+).*", "$1");
    Witnesses asked = new Witnesses();
    asked.config = configured(key + " " + address);
    asked.database = database;
    asked.clock = clock;
    asked.prepare();
    return asked;
  }

  private static TraceLogConfig configured(String witness) {
    return new TraceLogConfig() {
      @Override
      public String lookEvery() {
        return "off";
      }

      @Override
      public Optional<List<String>> witnesses() {
        return Optional.of(List.of(witness));
      }
    };
  }

  private Process cli(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", jar().toString()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "traceability-labels", "target"))) {
      return files
          .filter(file -> file.toString().endsWith("-cli.jar"))
          .findFirst()
          .orElseThrow()
          .toAbsolutePath();
    }
  }

  @Test
  void cosignsEachStateAndItsSignatureIsShownAndInTheProofs() {
    LogPlace place = null;
    for (int count : new int[] {1, 5, 300}) {
      place = LogFixture.append(LogFixture.entries(count)).get(0);
      witnesses.cosign(LogFixture.sign());
    }
    LogPolicy policy =
        new LogPolicy(PublishedLog.key().name(), PublishedLog.key(), List.of(key), 1);
    assertEquals(key, policy.verify(PublishedLog.note()).cosignatures().get(0).key());
    long index = log.provenIndexOf(place).orElseThrow();
    LogProof proof = LogProof.parse(PublishedLog.bytes("/log/proof/" + index));
    proof.verify(java.util.Base64.getDecoder().decode(proof.extra().orElseThrow()), policy);
  }

  @Test
  void goesOnWhereItWasWhenItIsStartedAgain() throws Exception {
    LogFixture.append(LogFixture.entry());
    witnesses.cosign(LogFixture.sign());
    witness.destroy();
    witness.waitFor();
    LogFixture.append(LogFixture.entry());
    SignedState away = LogFixture.sign();
    witnesses.cosign(away); // nobody answers, and the log goes on
    assertTrue(PublishedLog.note().signatures().size() == 1);
    witnesses = started();
    witnesses.cosign(away);
    assertTrue(PublishedLog.note().signatures().size() == 2);
  }

  @Test
  void raisesTheAlarmWhenAnOlderDumpWasPutBack() {
    LogFixture.append(LogFixture.entry());
    witnesses.cosign(LogFixture.sign());
    LogDump dump = LogDump.take("witnessed");
    LogFixture.append(LogFixture.entries(3));
    witnesses.cosign(LogFixture.sign());
    dump.putBack();
    dump.drop();

    LogFixture.append(LogFixture.entries(2));
    SignedState shorter = LogFixture.sign();
    assertSays("and the log has " + shorter.size(), shorter);

    LogFixture.append(LogFixture.entry());
    assertSays("other entries", LogFixture.sign());

    LogFixture.append(LogFixture.entries(4));
    assertSays("does not go on", LogFixture.sign());
  }

  private void assertSays(String words, SignedState state) {
    LogBroken broken = assertThrows(LogBroken.class, () -> witnesses.cosign(state));
    assertTrue(broken.getMessage().contains(words), broken.getMessage());
  }
}
