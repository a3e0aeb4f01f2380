package org.xiangpin.traceability.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangpin.traceability.cli.command.ExitCode;
import org.xiangpin.traceability.log.LogProof;
import org.xiangpin.traceability.log.SignedNote;

class ProofVerifyCommandTest {
  private static final List<byte[]> ENTRIES = LogFixture.entries(300);
  private static final String KEY = LogFixture.LOG.publicKey().toString();
  private static final String WITNESS = LogFixture.WITNESS.publicKey().toString();
  private static final String OTHER = LogFixture.OTHER_WITNESS.publicKey().toString();

  @TempDir Path folder;

  @BeforeEach
  void writeProof() throws IOException {
    LogProof proof = LogFixture.proof(ENTRIES, 7);
    SignedNote note =
        proof
            .checkpoint()
            .with(LogFixture.WITNESS.cosign(proof.checkpoint().text(), 1_795_219_200));
    write("p", new LogProof(proof.extra(), 7, proof.hashes(), note).toString());
    Files.write(folder.resolve("entry"), ENTRIES.get(7));
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void anEntryIsProved() {
    Run run = Run.of("proof", "verify", path("p"), "--entry", path("entry"), "--key", KEY);
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertEquals(
        "PROVED: entry 7 is in the log trace.example.cn/log, in its state of 300 entries.",
        run.line());
  }

  @Test
  void theKeyMayLieInAFile() throws IOException {
    String key = write("log.pub", KEY + "\n");
    assertEquals(
        ExitCode.OK,
        Run.of("proof", "verify", path("p"), "--entry", path("entry"), "--key", key).code());
  }

  @Test
  void witnessesOfThePolicyAreTold() throws IOException {
    String policy =
        write("policy", "log %s\nwitness bureau %s\nquorum bureau\n".formatted(KEY, WITNESS));
    Run run =
        Run.of(
            "proof", "verify", path("p"), "--entry", path("entry"), "--policy", policy, "--json");
    assertEquals(ExitCode.OK, run.code());
    assertTrue(run.out().contains("\"index\": 7,\n  \"size\": 300,"), run.out());
    assertTrue(run.out().contains("\"time\": \"2026-11-21T00:00:00Z\""), run.out());
    assertTrue(
        Run.of("proof", "verify", path("p"), "--entry", path("entry"), "--policy", policy)
            .out()
            .contains("Seen by the witness bureau.example.cn at 2026-11-21T00:00:00Z."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quorum none|0",
        "quorum bureau|0",
        "quorum school|1",
        "group g any bureau school\\nquorum g|0",
        "group g all bureau school\\nquorum g|1",
        "group g 1 bureau school\\nquorum g|0",
        "group g 2 bureau school\\nquorum g|1",
        "group g any bureau\\ngroup h all g school\\nquorum h|1",
        "group g any bureau\\ngroup h any g school\\nquorum h|0"
      })
  void theQuorumOfThePolicyDecides(String quorum, int code) throws IOException {
    String text =
        "# whom we believe\n\nlog %s https://x\n witness\tbureau %s\nwitness school %s https://y\n"
            .formatted(KEY, WITNESS, OTHER);
    String policy = write("policy", text + quorum.replace("\\n", "\n"));
    Run run = Run.of("proof", "verify", path("p"), "--entry", path("entry"), "--policy", policy);
    assertEquals(code, run.code(), run.out() + run.err());
    assertEquals("", run.err());
    assertTrue(code == 0 || run.out().contains("cosigned by 1 of 2"), run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|policy, line 1: no line \"quorum\"",
        "quorum none|policy, line 1: no line \"log\" names a log.",
        "quorum x|policy, line 1: a name is not defined on a line before.",
        "quorum none\\nquorum none|policy, line 2: expected: quorum NAME, once.",
        "log x|policy, line 1: not of the form name+id+key",
        "log LOG LOG LOG|policy, line 1: expected: log KEY [URL].",
        "log LOG\\nlog LOG|policy, line 2: a key stands in the policy already.",
        "log WITNESS|policy, line 1: not the key of a log.",
        "witness a WITNESS\\nwitness a OTHER|policy, line 2: a name stands in the policy already.",
        "witness none WITNESS|policy, line 1: a name stands in the policy already.",
        "witness a WITNESS\\ngroup g 2 a|policy, line 2: not a number of members of the group.",
        "witness a WITNESS\\ngroup g 0 a|policy, line 2: not a number of members of the group.",
        "witness a WITNESS\\ngroup g any a a|policy, line 2: a member stands in a group already.",
        "group g any|policy, line 1: expected: group NAME all|any|NUMBER MEMBER",
        "sing LOG|policy, line 1: the line begins with none of log, witness, group, quorum."
      })
  void aPolicyThatIsNoneIsRefused(String text, String message) throws IOException {
    String policy =
        write(
            "policy",
            text.replace("LOG", KEY)
                .replace("WITNESS", WITNESS)
                .replace("OTHER", OTHER)
                .replace("\\n", "\n"));
    Run run = Run.of("proof", "verify", path("p"), "--entry", path("entry"), "--policy", policy);
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.err().contains(message), run.err());
  }

  @Test
  void anotherEntryIsNotProved() throws IOException {
    String other = write("other", "{\"certified\":8}");
    Run run = Run.of("proof", "verify", path("p"), "--entry", other, "--key", KEY);
    assertEquals(ExitCode.REFUSED, run.code());
    assertEquals(
        "NOT PROVED: the proof does not lead from the entry to the root (inclusion proof).",
        run.line());
    assertTrue(
        Run.of("proof", "verify", path("p"), "--entry", other, "--key", KEY, "--json")
            .out()
            .contains("\"rule\": \"HASH\""));
  }

  @Test
  void anotherLogsKeyProvesNothing() {
    String key = LogFixture.OTHER_WITNESS.publicKey().toString();
    Run witness = Run.of("proof", "verify", path("p"), "--entry", path("entry"), "--key", key);
    assertEquals(ExitCode.REFUSED, witness.code());
    assertTrue(witness.out().contains("and the given key is of school.example.cn."), witness.out());
  }

  @Test
  void aForgedSignatureProvesNothing() throws IOException {
    String text = Files.readString(folder.resolve("p"));
    write("p", text.replace("\n300\n", "\n301\n"));
    Run run = Run.of("proof", "verify", path("p"), "--entry", path("entry"), "--key", KEY);
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(
        run.out().startsWith("NOT PROVED: the signature is not that of this text"), run.out());
  }

  @Test
  void theEntryMayTravelInTheProof() throws IOException {
    String proof = write("q", LogFixture.proof(ENTRIES, 9).withExtra(ENTRIES.get(9)).toString());
    Run run = Run.of("proof", "verify", proof, "--key", KEY);
    assertEquals(ExitCode.OK, run.code(), run.err());
    assertTrue(run.out().endsWith("The entry: {\"certified\":9}\n"), run.out());
    String other = write("q", LogFixture.proof(ENTRIES, 9).withExtra(ENTRIES.get(8)).toString());
    assertEquals(ExitCode.REFUSED, Run.of("proof", "verify", other, "--key", KEY).code());
    assertEquals(ExitCode.USAGE, Run.of("proof", "verify", path("p"), "--key", KEY).code());
  }

  @Test
  void aFileThatIsNoProofIsRefused() throws IOException {
    String text = Files.readString(folder.resolve("p"));
    for (String wrong :
        List.of("", "x", text.substring(0, 60), text.replace("index 7", "index 07"), text + "x")) {
      Run run =
          Run.of("proof", "verify", write("q", wrong), "--entry", path("entry"), "--key", KEY);
      assertEquals(ExitCode.REFUSED, run.code());
      assertTrue(run.err().startsWith(path("q") + ": "), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
    }
    Files.write(folder.resolve("q"), new byte[2_000_000]);
    Run huge = Run.of("proof", "verify", path("q"), "--entry", path("entry"), "--key", KEY);
    assertTrue(huge.err().endsWith("is longer than 1,200,000 bytes.\n"), huge.err());
  }

  @Test
  void whatIsNotThereEndsWithThreeAndWhatIsMissingWithTwo() {
    assertEquals(
        ExitCode.UNREADABLE,
        Run.of("proof", "verify", path("none"), "--entry", path("entry"), "--key", KEY).code());
    assertEquals(
        ExitCode.UNREADABLE,
        Run.of("proof", "verify", path("p"), "--entry", path("entry"), "--key", path("no")).code());
    assertEquals(ExitCode.USAGE, Run.of("proof", "verify", path("p")).code());
    assertEquals(
        ExitCode.USAGE,
        Run.of("proof", "verify", path("p"), "--key", KEY, "--policy", path("entry")).code());
  }
}
