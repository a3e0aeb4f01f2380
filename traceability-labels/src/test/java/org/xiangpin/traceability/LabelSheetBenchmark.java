package org.xiangpin.traceability;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures a sheet of 10,000 labels against its floor: ZXing's encoder alone on the same texts, one
 * thread. The two alternate, so that a busy machine slows both.
 *
 * <p>Arguments: number of runs (default 7). Run with {@code mvn -pl traceability-labels
 * test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.xiangpin.traceability.LabelSheetBenchmark}.
 */
public final class LabelSheetBenchmark {
  private static final int LABELS = 10_000;
  private static final int WARM_UPS = 2;

  private LabelSheetBenchmark() {}

  /**
   * Runs and prints.
   *
   * @param args number of runs
   * @throws Exception when encoding or writing fails
   */
  public static void main(String[] args) throws Exception {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 7;
    LabelSerials serials = new LabelSerials(new byte[32]);
    Gtin gtin = Gtin.withCheckDigit("0952000100001");
    String lot = "A26112100001";
    List<LabelSheet.Label> labels =
        IntStream.rangeClosed(1, LABELS)
            .mapToObj(i -> serials.serial(gtin, lot, 1, i))
            .map(
                s ->
                    new LabelSheet.Label(
                        DigitalLink.ofSerial(gtin, lot, s).on("https://x.example.cn"), s))
            .toList();
    double[] floor = new double[runs];
    double[] sheet = new double[runs];
    for (int run = -WARM_UPS; run < runs; run++) {
      double floorSeconds = seconds(() -> encodeAll(labels));
      double sheetSeconds = seconds(() -> write(lot, labels));
      if (run >= 0) {
        floor[run] = floorSeconds;
        sheet[run] = sheetSeconds;
      }
    }
    System.out.printf(
        "Java %s, %d processors, heap of %d MB at most, %d labels%n",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        LABELS);
    double floorMedian = print("ZXing matrices alone", floor);
    double sheetMedian = print("label sheet as PDF", sheet);
    System.out.printf("sheet / floor = %.2f%n", sheetMedian / floorMedian);
  }

  private interface Job {
    void run() throws WriterException, IOException;
  }

  private static double seconds(Job job) throws WriterException, IOException {
    long start = System.nanoTime();
    job.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void encodeAll(List<LabelSheet.Label> labels) throws WriterException {
    for (LabelSheet.Label label : labels) {
      Encoder.encode(label.url(), ErrorCorrectionLevel.M);
    }
  }

  private static void write(String lot, List<LabelSheet.Label> labels) throws IOException {
    LabelSheet.Text text =
        new LabelSheet.Text(
            "石板村黄桃", "石板村专业合作社", "湖南省花垣县", lot, "承诺达标合格证", "2026-11-21", "x.example.cn");
    LabelSheet.write(
        OutputStream.nullOutputStream(), LabelSheet.Layout.A4_24, text, labels.iterator());
  }

  private static double print(String name, double[] seconds) {
    Arrays.sort(seconds);
    double median = seconds[seconds.length / 2];
    System.out.printf(
        "%-22s median %.2f s (min %.2f, max %.2f)%n",
        name, median, seconds[0], seconds[seconds.length - 1]);
    return median;
  }
}
