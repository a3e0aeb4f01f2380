package org.xiangpin.traceability;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xiangpin.traceability.RollLabels.Language;

/** Printers of paper: they understand as much of their language as the jobs use, as it is told. */
final class PrinterFixture {
  private static final Pattern TSPL =
      Pattern.compile(
          "SIZE (\\d+) mm,(\\d+) mm\r\nGAP 2 mm,0 mm\r\nDIRECTION 1\r\nCLS\r\n"
              + "BITMAP 0,0,(\\d+),(\\d+),0,");
  private static final Pattern ZPL =
      Pattern.compile(
          "\\^XA\\^PW\\d+\\^LL(\\d+)\\^LH0,0\\^FO0,0\\^GFA,(\\d+),\\2,(\\d+),([^^]*)\\^FS\\^XZ\n");

  private PrinterFixture() {}

  static List<BufferedImage> print(Language language, byte[] job) {
    return switch (language) {
      case TSPL -> tspl(job);
      case ZPL -> zpl(new String(job, StandardCharsets.US_ASCII));
      case ESC_POS -> escPos(job);
    };
  }

  private static List<BufferedImage> tspl(byte[] job) {
    String text = new String(job, StandardCharsets.ISO_8859_1);
    List<BufferedImage> printed = new ArrayList<>();
    Matcher label = TSPL.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!label.find(at) || label.start() != at) {
        throw new AssertionError("not understood at " + at);
      }
      int stride = Integer.parseInt(label.group(3));
      int height = Integer.parseInt(label.group(4));
      BufferedImage paper = paper(stride, height);
      for (int i = 0; i < stride * height; i++) {
        dots(paper, i % stride, i / stride, ~job[label.end() + i]);
      }
      printed.add(paper);
      at = label.end() + stride * height;
      String end = "\r\nPRINT 1,1\r\n";
      if (!text.startsWith(end, at)) {
        throw new AssertionError("no PRINT at " + at);
      }
      at += end.length();
    }
    return printed;
  }

  private static List<BufferedImage> zpl(String job) {
    List<BufferedImage> printed = new ArrayList<>();
    Matcher label = ZPL.matcher(job);
    int at = 0;
    while (at < job.length()) {
      if (!label.find(at) || label.start() != at) {
        throw new AssertionError("not understood at " + at);
      }
      int stride = Integer.parseInt(label.group(3));
      int height = Integer.parseInt(label.group(1));
      String digits = unpacked(label.group(4), stride * 2);
      if (digits.length() != Integer.parseInt(label.group(2)) * 2) {
        throw new AssertionError(digits.length() + " digits for " + label.group(2) + " bytes");
      }
      BufferedImage paper = paper(stride, height);
      for (int i = 0; i < stride * height; i++) {
        dots(
            paper,
            i % stride,
            i / stride,
            Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16));
      }
      printed.add(paper);
      at = label.end();
    }
    return printed;
  }

  private static String unpacked(String packed, int digitsOfRow) {
    StringBuilder out = new StringBuilder();
    int times = 0;
    for (char c : packed.toCharArray()) {
      if (c >= 'g' && c <= 'z') {
        times += (c - 'g' + 1) * 20;
      } else if (c >= 'G' && c <= 'Y') {
        times += c - 'G' + 1;
      } else if (c == ':') {
        out.append(out.substring(out.length() - digitsOfRow));
      } else if (c == ',') {
        out.append("0".repeat(digitsOfRow - out.length() % digitsOfRow));
      } else {
        out.append(String.valueOf(c).repeat(Math.max(1, times)));
        times = 0;
      }
    }
    return out.toString();
  }

  private static List<BufferedImage> escPos(byte[] job) {
    List<BufferedImage> printed = new ArrayList<>();
    int at = 0;
    while (job[at] == 0x1B) {
      expect(job, at, 0x1B, '@', 0x1D, 'v', '0', 0);
      int stride = (job[at + 6] & 0xFF) + 256 * (job[at + 7] & 0xFF);
      int height = (job[at + 8] & 0xFF) + 256 * (job[at + 9] & 0xFF);
      at += 10;
      BufferedImage paper = paper(stride, height);
      for (int i = 0; i < stride * height; i++) {
        dots(paper, i % stride, i / stride, job[at + i]);
      }
      printed.add(paper);
      at += stride * height;
      expect(job, at, 0x1B, 'd', 2);
      at += 3;
    }
    expect(job, at, 0x1D, 'V', 66, 0);
    if (at + 4 != job.length) {
      throw new AssertionError("more after the cut");
    }
    return printed;
  }

  private static void expect(byte[] job, int at, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (job[at + i] != bytes[i]) {
        throw new AssertionError("not understood at " + (at + i));
      }
    }
  }

  private static BufferedImage paper(int stride, int height) {
    BufferedImage paper = new BufferedImage(stride * 8, height, BufferedImage.TYPE_INT_RGB);
    paper.createGraphics().fillRect(0, 0, stride * 8, height);
    return paper;
  }

  private static void dots(BufferedImage paper, int column, int y, int bits) {
    for (int i = 0; i < 8; i++) {
      if ((bits & 0x80 >> i) != 0) {
        paper.setRGB(column * 8 + i, y, 0);
      }
    }
  }
}
