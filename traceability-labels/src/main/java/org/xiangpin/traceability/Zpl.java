package org.xiangpin.traceability;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.xiangpin.traceability.LabelSheet.Layout;

/**
 * ZPL II of Zebra: the picture as ^GF in ASCII with Zebra's own compression, a set bit being black.
 * A repeated digit is counted by letters (G to Y for 1 to 19, g to z for 20 to 400), a comma fills
 * a row with white, a colon repeats the row above.
 */
final class Zpl implements RollLabels.PrinterJob {
  private static final int TWENTY = 20;
  private static final int MOST_TWENTIES = 20;

  @Override
  public void label(OutputStream out, Layout layout, DotImage image) throws IOException {
    int bytes = image.stride() * image.height();
    StringBuilder zpl = new StringBuilder(bytes / 2);
    zpl.append("^XA^PW").append(image.width()).append("^LL").append(image.height());
    zpl.append("^LH0,0^FO0,0^GFA,").append(bytes).append(',').append(bytes).append(',');
    zpl.append(image.stride()).append(',');
    String above = "";
    for (int y = 0; y < image.height(); y++) {
      String row = compressed(image.row(y));
      zpl.append(row.equals(above) ? ":" : row);
      above = row;
    }
    zpl.append("^FS^XZ\n");
    out.write(zpl.toString().getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void end(OutputStream out) {
    // each label stands for itself
  }

  private static String compressed(byte[] row) {
    StringBuilder out = new StringBuilder();
    int digits = row.length * 2;
    int end = digits;
    while (end > 0 && digit(row, end - 1) == 0) {
      end--;
    }
    for (int i = 0; i < end; ) {
      int digit = digit(row, i);
      int from = i;
      while (i < end && digit(row, i) == digit) {
        i++;
      }
      count(out, i - from);
      out.append(Character.toUpperCase(Character.forDigit(digit, 16)));
    }
    return end < digits ? out.append(',').toString() : out.toString();
  }

  private static int digit(byte[] row, int at) {
    return at % 2 == 0 ? row[at / 2] >> 4 & 15 : row[at / 2] & 15;
  }

  private static void count(StringBuilder out, int times) {
    int left = times;
    while (left >= TWENTY) {
      int twenties = Math.min(left / TWENTY, MOST_TWENTIES);
      out.append((char) ('g' + twenties - 1));
      left -= twenties * TWENTY;
    }
    if (left > 1 || left == 1 && times > 1) {
      out.append((char) ('G' + left - 1));
    }
  }
}
