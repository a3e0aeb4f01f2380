package org.xiangpin.traceability.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.xiangpin.traceability.cli.command.Terminal;

/**
 * One run of the command line in this process, by its real entry.
 *
 * @param code the exit code
 * @param bytes standard output
 * @param err standard error
 */
record Run(int code, byte[] bytes, String err) {

  static Run of(String... args) {
    return withInput("", args);
  }

  static Run withInput(String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8));
    int code = TraceabilityLabels.run(terminal, args);
    return new Run(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  String out() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Returns standard output, one line, without its break. */
  String line() {
    return out().stripTrailing();
  }
}
