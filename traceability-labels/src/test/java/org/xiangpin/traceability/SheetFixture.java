package org.xiangpin.traceability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.xiangpin.traceability.LabelSheet.Label;
import org.xiangpin.traceability.LabelSheet.Layout;
import org.xiangpin.traceability.LabelSheet.Text;

/** Sheets to look at in tests. */
final class SheetFixture {
  private static final Gtin GTIN = Gtin.parse("09520001000010");
  static final String LOT = "A26112100001";
  private static final LabelSerials SERIALS = new LabelSerials(new byte[32]);
  static final Text TEXT =
      new Text(
          "石板村黄桃",
          "石板村种植专业合作社",
          "湖南省湘西州花垣县石板村",
          "批次 " + LOT,
          "承诺达标合格证 HYX-2026-000123",
          "采收 2026-11-21",
          "x.example.cn");

  private SheetFixture() {}

  static List<Label> labels(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> SERIALS.serial(GTIN, LOT, 1, i))
        .map(s -> new Label(DigitalLink.ofSerial(GTIN, LOT, s).on("https://x.example.cn"), s))
        .toList();
  }

  static Text longText() {
    return new Text(
        "十八洞村手工土法压榨山茶油礼盒装（500毫升×2瓶）".repeat(3),
        "花垣县双龙镇十八洞村苗汉子果业有限责任公司".repeat(3),
        "湖南省湘西土家族苗族自治州花垣县双龙镇十八洞村".repeat(3),
        ("批次 " + LOT).repeat(5),
        "承诺达标合格证（委托检测合格）".repeat(8),
        "采收 2026-11-21 至 2026-11-25，".repeat(4),
        "a-long-host-name.".repeat(5) + "example.cn");
  }

  static Text latinText() {
    String word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch";
    return new Text(word, word, word + " " + word, word, word, word, word);
  }

  static byte[] write(Text text, String serial) throws IOException {
    return write(Layout.A4_24, text, List.of(new Label("x", serial)));
  }

  static byte[] write(Layout layout, Text text, List<Label> labels) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LabelSheet.write(out, layout, text, labels.iterator());
    return out.toByteArray();
  }

  static String textOf(byte[] pdf) throws IOException {
    try (PDDocument sheet = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(sheet);
    }
  }
}
