package org.xiangpin.traceability;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.xiangpin.traceability.sign.LabelSigner;
import org.xiangpin.traceability.sign.SigningKey;

/**
 * Measures a sheet of 10,000 signed labels as PDF, from serials to the last page, against its
 * floor: signing the same links and encoding their matrices with a fixed mask, on one thread.
 *
 * <p>Before the rounds, one sheet is read again, code by code, and another is written while the
 * heap's living part is watched.
 *
 * <p>Arguments: number of runs (default 7). Run with {@code mvn -pl traceability-labels
 * test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.xiangpin.traceability.SignedSheetBenchmark}.
 */
public final class SignedSheetBenchmark {
  private static final int LABELS = LabelSheetBenchmark.LABELS;
  private static final int WARM_UPS = 1;
  private static final Map<EncodeHintType, Object> FIXED_MASK =
      Map.of(EncodeHintType.QR_MASK_PATTERN, 3);

  private final LabelSerials serials = new LabelSerials(new byte[32]);
  private final LabelSigner signer = new LabelSigner("a", SigningKey.ofSeed(new byte[32]));

  private SignedSheetBenchmark() {}

  /**
   * Runs and prints.
   *
   * @param args number of runs
   * @throws Exception when signing, encoding or writing fails, or a code cannot be read
   */
  public static void main(String[] args) throws Exception {
    SignedSheetBenchmark benchmark = new SignedSheetBenchmark();
    System.out.printf("heap beyond the start %d MB%n", benchmark.livingMegabytes());
    System.out.printf("%d codes of the PDF read again%n", benchmark.readAgain());
    Rounds rounds =
        new Rounds(WARM_UPS, args.length > 0 ? Integer.parseInt(args[0]) : 7)
            .add("signing and matrices, fixed mask", benchmark::signAndEncode)
            .add(
                "signed label sheet as PDF",
                () -> benchmark.write(OutputStream.nullOutputStream(), benchmark::label))
            .run();
    System.out.printf("ratio %.2f of the floor's time%n", rounds.median(1) / rounds.median(0));
  }

  private LabelSheet.Label label(int index) {
    LabelSheet.Label plain = LabelSheetBenchmark.label(serials, index);
    return new LabelSheet.Label(signer.sign(plain.url()), plain.serial());
  }

  private void signAndEncode() throws WriterException {
    for (int i = 1; i <= LABELS; i++) {
      Encoder.encode(label(i).url(), ErrorCorrectionLevel.M, FIXED_MASK);
    }
  }

  private void write(OutputStream out, IntFunction<LabelSheet.Label> label) throws IOException {
    Iterator<LabelSheet.Label> labels = IntStream.rangeClosed(1, LABELS).mapToObj(label).iterator();
    LabelSheet.write(out, LabelSheet.Layout.A4_24, LabelSheetBenchmark.TEXT, labels);
  }

  private long livingMegabytes() throws IOException {
    long start = living();
    long[] most = {start};
    write(
        OutputStream.nullOutputStream(),
        i -> {
          if (i % 1000 == 0) {
            most[0] = Math.max(most[0], living());
          }
          return label(i);
        });
    return most[0] - start >> 20;
  }

  private static long living() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private int readAgain() throws Exception {
    Path pdf = Files.createTempFile("signed-labels", ".pdf");
    try {
      try (OutputStream out = Files.newOutputStream(pdf)) {
        write(out, this::label);
      }
      int[] read = {0};
      SheetReader.codes(
          pdf,
          text -> {
            String expected = label(++read[0]).url();
            if (!text.equals(expected)) {
              throw new IllegalStateException(text + " instead of " + expected);
            }
          });
      if (read[0] != LABELS) {
        throw new IllegalStateException("codes in the PDF: " + read[0]);
      }
      return read[0];
    } finally {
      Files.delete(pdf);
    }
  }
}
