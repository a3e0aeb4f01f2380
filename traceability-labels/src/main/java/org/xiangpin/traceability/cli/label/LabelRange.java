package org.xiangpin.traceability.cli.label;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.xiangpin.traceability.DigitalLink;
import org.xiangpin.traceability.Gtin;
import org.xiangpin.traceability.LabelSerials;
import org.xiangpin.traceability.LabelSheet.Label;
import org.xiangpin.traceability.cli.command.InputFile;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Terminal;
import org.xiangpin.traceability.cli.command.WrongUsage;
import picocli.CommandLine.Option;

/** A stretch of a roll: serials that carry their place and a MAC; its options stand together. */
final class LabelRange {
  private static final int MAX_BYTES = 10_000;

  @Option(names = "--gtin", required = true, description = "The product, 14 digits.")
  private String gtin;

  @Option(names = "--lot", required = true, description = "The lot, 1 to 20 characters.")
  private String lot;

  @Option(names = "--roll", required = true, description = "Number of the roll, 0 to 32767.")
  private int roll;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "INDEX",
      description = "First label of the roll, 1 to 1000000.")
  private int from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "INDEX",
      description = "Last label of the roll, 1 to 1000000.")
  private int to;

  @Option(
      names = "--base",
      required = true,
      paramLabel = "URL",
      description = "What stands before the key, such as https://trace.example.cn.")
  private String base;

  @Option(
      names = "--serials-key",
      required = true,
      paramLabel = "FILE",
      description = "The secret key of serials: 32 bytes or more as hexadecimal digits.")
  private String keyFile;

  Iterator<Label> labels(Terminal terminal) throws IOException {
    if (from > to) {
      throw new WrongUsage("--from should not be above --to.");
    }
    LabelSerials serials = new LabelSerials(key(terminal));
    Gtin product = Gtin.parse(gtin);
    serials.serial(product, lot, roll, from);
    serials.serial(product, lot, roll, to);
    return new Iterator<>() {
      private int next = from;

      @Override
      public boolean hasNext() {
        return next <= to;
      }

      @Override
      public Label next() {
        if (next > to) {
          throw new NoSuchElementException();
        }
        String serial = serials.serial(product, lot, roll, next++);
        return new Label(DigitalLink.ofSerial(product, lot, serial).on(base), serial);
      }
    };
  }

  private byte[] key(Terminal terminal) throws IOException {
    String text = InputFile.text(terminal, keyFile, MAX_BYTES).strip();
    if (text.length() < 64 || text.length() % 2 != 0 || !text.matches("[0-9A-Fa-f]+")) {
      throw new Refused(keyFile + ": is not 64 or more hexadecimal digits, an even number.");
    }
    return HexFormat.of().parseHex(text);
  }
}
