package org.xiangpin.traceability.cli.sign;

import java.io.IOException;
import org.xiangpin.traceability.cli.command.InputFile;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Terminal;
import org.xiangpin.traceability.sign.InvalidKeySet;
import org.xiangpin.traceability.sign.KeySet;

/** Reads the file of a {@link KeySet}. */
final class KeySetFile {
  private static final int MAX_BYTES = 1_000_000;

  private KeySetFile() {}

  static KeySet read(Terminal terminal, String name) throws IOException {
    String json = InputFile.text(terminal, name, MAX_BYTES);
    try {
      return KeySet.parse(json);
    } catch (InvalidKeySet e) {
      throw Refused.in(name, e);
    }
  }
}
