package org.xiangpin.traceability.cli.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.witness.LogWitness.Answer;
import org.xiangpin.traceability.log.Cosignature;
import org.xiangpin.traceability.log.LogPolicy;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.NoteSigner;
import org.xiangpin.traceability.log.SignedNote;

/** What a witness signs, and what it does not (C2SP tlog-witness). */
class LogWitnessTest {
  private static final NoteSigner WITNESS =
      WatchedLog.signer("school.example.cn", NoteKey.Kind.WITNESS, 2);
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  @TempDir Path folder;

  private final WatchedLog log = WatchedLog.create();
  private WitnessState state;
  private LogWitness witness;

  @BeforeEach
  void open() throws IOException {
    state = WitnessState.open(folder, WITNESS.publicKey());
    witness =
        new LogWitness(
            WITNESS, state, List.of(log.signer.publicKey()), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() throws IOException {
    state.close();
  }

  private void restart() throws IOException {
    close();
    open();
  }

  private void assertSigned(WatchedLog of, int size, Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    SignedNote cosigned = SignedNote.parse(of.state(size) + answer.body());
    LogPolicy policy =
        new LogPolicy(WatchedLog.ORIGIN, log.signer.publicKey(), List.of(WITNESS.publicKey()), 1);
    List<Cosignature> found = policy.verify(cosigned).cosignatures();
    assertEquals(List.of(new Cosignature(WITNESS.publicKey(), NOW.getEpochSecond())), found);
  }

  private void assertStatus(int status, String request) throws IOException {
    Answer answer = witness.addCheckpoint(request);
    assertEquals(status, answer.status(), answer.body());
  }

  @Test
  void signsTheFirstStateAndWhatGoesOnFromIt() throws IOException {
    int old = 0;
    for (int size : new int[] {1, 2, 7, 7, 256, 257, 600}) {
      assertSigned(log, size, witness.addCheckpoint(log.request(old, size)));
      old = size;
    }
  }

  @Test
  void tellsTheSizeThatItRemembersToWhoNamesAnotherOne() throws IOException {
    witness.addCheckpoint(log.request(0, 5));
    for (String request : List.of(log.request(0, 9), log.request(3, 9), log.request(6, 9))) {
      Answer answer = witness.addCheckpoint(request);
      assertEquals(new Answer(409, "text/x.tlog.size", "5\n"), answer);
    }
    assertSigned(log, 9, witness.addCheckpoint(log.request(5, 9)));
  }

  @Test
  void remembersWhatItSignedWhenItIsStartedAgain() throws IOException {
    witness.addCheckpoint(log.request(0, 5));
    restart();
    assertStatus(409, log.request(0, 9));
    assertSigned(log, 9, witness.addCheckpoint(log.request(5, 9)));
  }

  @Test
  void neverSignsAnotherHistoryThoughTheLogSignedIt() throws IOException {
    witness.addCheckpoint(log.request(0, 5));
    WatchedLog fork = log.fork();
    assertStatus(409, "old 5\n\n" + fork.state(5));
    assertStatus(422, "old 5\n" + fork.proof(5, 9) + "\n" + fork.state(9));
    assertStatus(422, "old 5\n" + log.proof(5, 9) + "\n" + fork.state(9));
    assertStatus(409, fork.request(0, 9));
    restart();
    assertStatus(422, "old 5\n\n" + fork.state(9));
    assertSigned(log, 9, witness.addCheckpoint(log.request(5, 9)));
  }

  @Test
  void neverSignsAStateThatIsSmallerThanWhatItSigned() throws IOException {
    witness.addCheckpoint(log.request(0, 9));
    assertStatus(409, log.request(0, 5));
    assertStatus(400, "old 9\n\n" + log.state(5));
  }

  @Test
  void signsOnlyWhatALogThatItWatchesSigned() throws IOException {
    WatchedLog stranger =
        new WatchedLog(WatchedLog.signer("other.example.cn", NoteKey.Kind.LOG, 7), "x");
    assertStatus(404, stranger.request(0, 3));
    WatchedLog thief =
        new WatchedLog(WatchedLog.signer(WatchedLog.ORIGIN, NoteKey.Kind.LOG, 8), "x");
    assertStatus(403, thief.request(0, 3));
    SignedNote changed = log.state(3);
    assertStatus(403, "old 0\n\n" + changed.toString().replaceFirst("\n3\n", "\n4\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "old 0",
    "'old 0\n\n'",
    "'old -1\n\nx\n'",
    "'old 00\n\nx\n'",
    "'new 0\n\nx\n'",
    "'old 1\nAAAA\n\nx\n'",
    "'old 1\n!\n\nx\n'",
    "'old 9999999999999999999\n\nx\n'",
  })
  void refusesWhatIsNoRequest(String body) throws IOException {
    assertStatus(400, body);
    assertTrue(witness.addCheckpoint(body).body().length() > 10);
  }

  @Test
  void refusesProofsThatAreLongerThanAnyTreeNeeds() throws IOException {
    String hash = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    assertStatus(400, "old 1\n" + hash.repeat(64) + "\n" + log.state(3));
    assertStatus(422, "old 0\n" + hash.repeat(63) + "\n" + log.state(3));
  }

  @Test
  void ratherStopsThanForgets() throws IOException {
    witness.addCheckpoint(log.request(0, 5));
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.filter(f -> f.toString().endsWith(".checkpoint")).findFirst().orElseThrow();
      Files.writeString(file, Files.readString(file).replaceFirst("\n5\n", "\n4\n"));
    }
    assertThrows(Refused.class, () -> state.last(log.signer.publicKey()));
    assertThrows(Refused.class, () -> witness.addCheckpoint(log.request(4, 9)));
  }

  @Test
  void oneFolderIsTheMemoryOfOneWitnessAtATime() {
    assertThrows(FileSystemException.class, () -> WitnessState.open(folder, WITNESS.publicKey()));
  }

  @Test
  void ofManyStatesAtTheSameTimeItSignsEachOnlyOnTheOneBefore() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Integer>> answers = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        String request = log.request(0, 1 + i % 8);
        answers.add(threads.submit(() -> witness.addCheckpoint(request).status()));
      }
      int signed = 0;
      for (Future<Integer> answer : answers) {
        signed += answer.get() == 200 ? 1 : 0;
      }
      assertEquals(1, signed, "from 0 goes on one of them only");
    } finally {
      threads.shutdown();
    }
  }
}
