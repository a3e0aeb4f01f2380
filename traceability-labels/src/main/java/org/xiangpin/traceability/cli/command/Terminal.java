package org.xiangpin.traceability.cli.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes. Text is UTF-8 whatever the platform says, and never holds
 * colour codes.
 *
 * @param in standard input
 * @param out standard output: the answer
 * @param err standard error: why there is none
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err) {

  /**
   * Returns the terminal of this process.
   *
   * @return its three streams
   */
  public static Terminal ofProcess() {
    return new Terminal(System.in, stream(FileDescriptor.out), stream(FileDescriptor.err));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    OutputStream file = new BufferedOutputStream(new FileOutputStream(descriptor));
    return new PrintStream(file, false, StandardCharsets.UTF_8);
  }

  /**
   * Returns a writer for help texts.
   *
   * @return writes UTF-8 to standard output
   */
  public PrintWriter writer() {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }

  /**
   * Returns a writer for complaints.
   *
   * @return writes UTF-8 to standard error
   */
  public PrintWriter errorWriter() {
    return new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
  }

  /**
   * Prints lines of the answer.
   *
   * @param text the lines; of control characters only line breaks are printed
   */
  public void print(String text) {
    write(out, harmless(text));
  }

  /**
   * Prints lines of the answer with the control characters that they hold.
   *
   * @param text the lines
   */
  public void printRaw(String text) {
    write(out, text);
  }

  /**
   * Prints a sentence about what went wrong.
   *
   * @param text the sentence; of control characters only line breaks are printed
   */
  public void printError(String text) {
    write(err, harmless(text));
  }

  private static void write(PrintStream stream, String text) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    stream.write(bytes, 0, bytes.length);
  }

  /** A stranger's file that is quoted must not steer the terminal. */
  private static String harmless(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c != '\n' && Character.isISOControl(c) ? '\uFFFD' : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /**
   * Writes what is held back.
   *
   * @return whether all that was printed could be written
   */
  public boolean flush() {
    boolean errFailed = err.checkError();
    return !out.checkError() && !errFailed;
  }
}
