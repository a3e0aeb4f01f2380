package org.xiangpin.traceability.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.traceability.cli.command.ExitCode;
import org.xiangpin.traceability.cli.command.Terminal;

/** What holds for all commands. */
class CommandLineTest {

  @Test
  void wrongUsageIsToldInOneSentence() {
    for (String[] args :
        new String[][] {
          {},
          {"nothing"},
          {"parse"},
          {"parse", "a", "b"},
          {"convert", "--to", "x", "y"},
          {"--nothing"},
          {"log"}
        }) {
      Run run = Run.of(args);
      assertEquals(ExitCode.USAGE, run.code());
      assertEquals("", run.out());
      assertTrue(run.err().endsWith("--help.\n"), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
    }
  }

  @Test
  void wrongUsageIsToldInJsonToo() {
    Run run = Run.of("parse", "--json");
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.out().contains("\"kind\": \"usage\""), run.out());
  }

  @Test
  void aTerminalWithoutUtf8IsTold() {
    Run run = Run.of("parse", "https://x/01/\uFFFD");
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("LC_ALL=C.UTF-8"), run.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "parse",
        "link",
        "convert",
        "qr",
        "sheet",
        "keys",
        "keys new",
        "sign",
        "verify",
        "proof",
        "proof verify",
        "log",
        "log audit"
      })
  void everyCommandHasHelpWithoutColours(String command) {
    Run run = Run.of((command + " --help").strip().split(" "));
    assertEquals(ExitCode.OK, run.code());
    assertTrue(run.out().contains("Exit codes:"), run.out());
    assertFalse(run.out().contains("\u001b"), "no colour codes");
  }

  @Test
  void anAnswerThatCannotBeWrittenEndsWithThree() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    Terminal terminal =
        new Terminal(InputStream.nullInputStream(), new PrintStream(full), new PrintStream(full));
    assertEquals(
        ExitCode.UNREADABLE,
        TraceabilityLabels.run(terminal, "parse", "https://x/01/09520123456788"));
  }

  @Test
  void aStrangersTextDoesNotSteerTheTerminal() {
    Run run = Run.of("parse", "https://x/01/09520123456788/\u001b[31m/x");
    assertEquals(ExitCode.REFUSED, run.code());
    assertFalse(run.err().contains("\u001b"), run.err());
  }
}
