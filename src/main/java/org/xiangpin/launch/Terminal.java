package org.xiangpin.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a person sees before the framework boots and sets logging up. */
final class Terminal {

  /** Held, as a logger that nobody holds forgets its level. */
  private static final Logger ROOT = Logger.getLogger("");

  private Terminal() {}

  /**
   * Libraries keep quiet until the framework sets their levels: after a refusal it never does, and
   * everything they said would follow the one sentence that counts. And Chinese is written as UTF-8
   * where the locale names no characters at all, as in a bare container, instead of question marks.
   */
  static void prepare() {
    ROOT.setLevel(Level.SEVERE);
    if (!encoding().newEncoder().canEncode('乡') && !isWindows()) {
      System.setOut(utf8(FileDescriptor.out));
      System.setErr(utf8(FileDescriptor.err));
    }
  }

  /** Java 18 and later name the terminal's encoding; before, it is the default one. */
  private static Charset encoding() {
    String name = System.getProperty("stdout.encoding");
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : Charset.defaultCharset();
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  private static PrintStream utf8(FileDescriptor target) {
    return new PrintStream(new FileOutputStream(target), true, StandardCharsets.UTF_8);
  }
}
