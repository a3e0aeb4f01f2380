package org.xiangpin.traceability;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures a sheet of 10,000 labels as PDF against two floors: a plain program with OpenPDF and
 * ZXing, and ZXing's encoder alone on the same texts. One thread each.
 *
 * <p>Arguments: number of runs (default 7). Run with {@code mvn -pl traceability-labels
 * test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.xiangpin.traceability.LabelSheetBenchmark}.
 */
public final class LabelSheetBenchmark {
  static final int LABELS = 10_000;
  static final Gtin GTIN = Gtin.withCheckDigit("0952000100001");
  static final String LOT = "A26112100001";
  static final LabelSheet.Text TEXT =
      new LabelSheet.Text(
          "石板村黄桃", "石板村专业合作社", "湖南省花垣县", "批次 " + LOT, "承诺达标合格证", "采收 2026-11-21", "x.example.cn");

  private static final int WARM_UPS = 2;

  private LabelSheetBenchmark() {}

  /**
   * Runs and prints.
   *
   * @param args number of runs
   * @throws Exception when encoding or writing fails
   */
  public static void main(String[] args) throws Exception {
    LabelSerials serials = new LabelSerials(new byte[32]);
    List<LabelSheet.Label> labels =
        IntStream.rangeClosed(1, LABELS).mapToObj(i -> label(serials, i)).toList();
    Rounds rounds =
        new Rounds(WARM_UPS, args.length > 0 ? Integer.parseInt(args[0]) : 7)
            .add(
                "plain program with OpenPDF",
                () -> PlainSheet.write(OutputStream.nullOutputStream(), TEXT, labels))
            .add("ZXing matrices alone", () -> encodeAll(labels))
            .add(
                "label sheet as PDF",
                () ->
                    LabelSheet.write(
                        OutputStream.nullOutputStream(),
                        LabelSheet.Layout.A4_24,
                        TEXT,
                        labels.iterator()))
            .run();
    System.out.printf("time of ZXing alone: %.2f%n", rounds.median(2) / rounds.median(1));
    System.out.printf("ratio %.1f times faster%n", rounds.median(0) / rounds.median(2));
  }

  static LabelSheet.Label label(LabelSerials serials, int index) {
    String serial = serials.serial(GTIN, LOT, 1, index);
    return new LabelSheet.Label(
        DigitalLink.ofSerial(GTIN, LOT, serial).on("https://x.example.cn"), serial);
  }

  private static void encodeAll(List<LabelSheet.Label> labels) throws WriterException {
    for (LabelSheet.Label label : labels) {
      Encoder.encode(label.url(), ErrorCorrectionLevel.M);
    }
  }
}
