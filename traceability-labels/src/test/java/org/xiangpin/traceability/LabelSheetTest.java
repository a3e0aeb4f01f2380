package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xiangpin.traceability.LabelSheet.Label;
import org.xiangpin.traceability.LabelSheet.Layout;
import org.xiangpin.traceability.LabelSheet.Text;

class LabelSheetTest {
  private static final Gtin GTIN = Gtin.parse("09520001000010");
  private static final String LOT = "A26112100001";
  private static final LabelSerials SERIALS = new LabelSerials(new byte[32]);
  private static final Text TEXT =
      new Text(
          "石板村黄桃",
          "石板村种植专业合作社",
          "湖南省湘西州花垣县石板村",
          "批次 " + LOT,
          "承诺达标合格证 HYX-2026-000123",
          "采收 2026-11-21",
          "x.example.cn");
  private static final double DPI = 200;

  @ParameterizedTest
  @EnumSource
  void printsCodesThatReadersRead(Layout layout) throws IOException {
    List<Label> labels = labels(50);
    try (PDDocument sheet = Loader.loadPDF(write(layout, TEXT, labels))) {
      assertEquals(
          (49 + layout.labelsPerPage()) / layout.labelsPerPage(), sheet.getNumberOfPages());
      PDFRenderer renderer = new PDFRenderer(sheet);
      BufferedImage page = null;
      for (int n = 0; n < labels.size(); n++) {
        int place = n % layout.labelsPerPage();
        if (place == 0) {
          page =
              renderer.renderImageWithDPI(n / layout.labelsPerPage(), (float) DPI, ImageType.GRAY);
        }
        SheetGrid grid = layout.grid();
        BufferedImage label =
            page.getSubimage(
                dots(grid.left(place)),
                dots(grid.top(place)),
                dots(grid.width()) - 1,
                dots(grid.height()) - 1);
        assertEquals(labels.get(n).url(), QrReader.read(label));
      }
    }
  }

  @Test
  void keepsCodesLargeAndTheirQuietZonesBlank() throws IOException {
    SheetGrid grid = Layout.A4_24.grid();
    int size = QrCode.encode(labels(1).get(0).url()).size();
    double module = grid.qrSide() / (size + 8);
    assertTrue(size * module >= 22, () -> size + " modules of " + module + " mm");
    try (PDDocument sheet = Loader.loadPDF(write(Layout.A4_24, longText(), labels(1)))) {
      BufferedImage page = new PDFRenderer(sheet).renderImageWithDPI(0, 600, ImageType.GRAY);
      double dotsPerMm = 600 / 25.4;
      int left = (int) Math.ceil((grid.left(0) + grid.qrLeft()) * dotsPerMm);
      int top = (int) Math.ceil((grid.top(0) + grid.qrTop()) * dotsPerMm);
      int side = (int) (grid.qrSide() * dotsPerMm) - 1;
      int quiet = (int) (4 * module * dotsPerMm) - 1;
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          if (Math.min(Math.min(x, y), Math.min(side - x, side - y)) < quiet) {
            assertEquals(255, page.getRGB(left + x, top + y) & 255, x + ", " + y);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void printsEveryLineAsTextThatCanBeCopied(Layout layout) throws IOException {
    String text = textOf(write(layout, TEXT, labels(1))).replaceAll("\\s", "");
    String serial = labels(1).get(0).serial();
    for (String line :
        List.of(
            TEXT.product(),
            TEXT.producer(),
            TEXT.place(),
            TEXT.lot(),
            TEXT.certificate(),
            TEXT.harvest(),
            TEXT.publicHost(),
            serial)) {
      assertTrue(text.contains(line.replace(" ", "")), () -> line + " in " + text);
    }
  }

  @Test
  void groupsSerials() throws IOException {
    assertTrue(textOf(write(TEXT, "ABCDE12345")).contains("ABCDE 12345"));
    assertTrue(textOf(write(TEXT, "ABCDEFGH1234")).contains("ABCD EFGH 1234"));
    assertFalse(textOf(write(TEXT, " ")).contains("ABCD"));
  }

  @Test
  void showsCharactersThatTheFontLacks() throws IOException {
    Text text = new Text("𠮷家\n蜜", "㛃\u0007", "", "", "", "", "");
    String printed = textOf(write(text, ""));
    assertTrue(printed.contains("〓家 蜜"), printed);
    assertTrue(printed.contains("〓〓"), printed);
  }

  @Test
  void leavesBlankLinesOut() throws IOException {
    Text text = new Text("黄桃", "", " ", "批次 1", "\t", "", "");
    assertEquals(List.of("黄桃", "批次 1"), textOf(write(text, "")).strip().lines().toList());
    assertEquals("", textOf(write(new Text("", "", "", "", "", "", ""), "")).strip());
  }

  @Test
  void keepsNumbersWhole() throws IOException {
    List<String> lines = textOf(write(TEXT, "")).lines().map(String::strip).toList();
    assertTrue(lines.stream().anyMatch(line -> line.endsWith("HYX-2026-000123")), lines::toString);
  }

  @Test
  void shortensAHostAtItsFront() throws IOException {
    String host = "an-invented-front-of-a-very-long-name.trace.example.gov.cn";
    String printed = textOf(write(new Text("", "", "", "", "", "", host), ""));
    assertTrue(printed.matches("(?s)….*\\.example\\.gov\\.cn\\s*"), printed);
  }

  @ParameterizedTest
  @EnumSource
  void neverPrintsOutsideALabel(Layout layout) throws IOException {
    List<Label> labels = labels(layout.labelsPerPage());
    SheetGrid grid = layout.grid();
    for (Text text : List.of(TEXT, longText(), latinText())) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition glyph) {
          double x = glyph.getXDirAdj() / 72 * 25.4;
          double y = glyph.getYDirAdj() / 72 * 25.4;
          double right = x + glyph.getWidthDirAdj() / 72 * 25.4;
          double inLabel = x - Math.floor(x / grid.width()) * grid.width();
          double down = (y - grid.top(0)) % grid.height();
          boolean beside = inLabel >= grid.textLeft() - 0.1;
          double limit = beside ? grid.textRight() : grid.qrLeft() + grid.qrSide() + 0.5;
          assertTrue(inLabel > 1.5, () -> glyph + " begins at " + x);
          assertTrue(right - x + inLabel <= limit + 0.1, () -> glyph + " ends at " + right);
          assertTrue(down > 3 && down <= grid.serialBase() + 0.3, () -> glyph + " at " + y);
        }
      }.getText(Loader.loadPDF(write(layout, text, labels)));
    }
  }

  @Test
  void embedsOnlyTheGlyphsThatItUses() throws IOException {
    byte[] pdf = write(Layout.A4_24, TEXT, labels(24));
    assertTrue(pdf.length < 120_000, () -> pdf.length + " bytes");
    try (PDDocument sheet = Loader.loadPDF(pdf)) {
      for (COSName name : sheet.getPage(0).getResources().getFontNames()) {
        PDFont font = sheet.getPage(0).getResources().getFont(name);
        assertTrue(font.isEmbedded(), font::getName);
        assertTrue(font.getName().matches("[A-Z]{6}\\+NotoSansSC-.*"), font::getName);
      }
    }
  }

  @Test
  void carriesNeitherDateNorScaling() throws IOException {
    try (PDDocument sheet = Loader.loadPDF(write(Layout.A4_24, TEXT, labels(1)))) {
      assertEquals(null, sheet.getDocumentInformation().getCreationDate());
      assertEquals("None", sheet.getDocumentCatalog().getViewerPreferences().getPrintScaling());
      assertEquals("石板村黄桃 批次 " + LOT, sheet.getDocumentInformation().getTitle());
    }
  }

  @Test
  void refusesASheetWithoutLabelsBeforeItWrites() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Iterator<Label> none = Collections.emptyIterator();
    assertThrows(
        IllegalArgumentException.class, () -> LabelSheet.write(out, Layout.A4_24, TEXT, none));
    assertEquals(0, out.size());
  }

  @Test
  void leavesTheStreamOpen() throws IOException {
    LabelSheet.write(
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        },
        Layout.A4_24,
        TEXT,
        labels(1).iterator());
  }

  @Test
  void passesTheFailureOfTheStreamOn() {
    IOException full = new IOException("disk is full");
    OutputStream failing =
        new OutputStream() {
          private int written;

          @Override
          public void write(int b) throws IOException {
            if (++written > 50_000) {
              throw full;
            }
          }
        };
    Iterator<Label> labels = labels(100).iterator();
    assertSame(
        full,
        assertThrows(
            IOException.class, () -> LabelSheet.write(failing, Layout.A4_40, TEXT, labels)));
  }

  @Test
  void doesNotFinishASheetWhoseLabelsFail() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Iterator<Label> labels =
        IntStream.range(0, 50)
            .mapToObj(i -> i < 30 ? labels(1).get(0) : new Label("", "X"))
            .iterator();
    assertThrows(
        IllegalArgumentException.class, () -> LabelSheet.write(out, Layout.A4_24, TEXT, labels));
    assertFalse(out.toString(java.nio.charset.StandardCharsets.ISO_8859_1).contains("%%EOF"));
  }

  private static List<Label> labels(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> SERIALS.serial(GTIN, LOT, 1, i))
        .map(s -> new Label(DigitalLink.ofSerial(GTIN, LOT, s).on("https://x.example.cn"), s))
        .toList();
  }

  private static Text longText() {
    return new Text(
        "十八洞村手工土法压榨山茶油礼盒装（500毫升×2瓶）".repeat(3),
        "花垣县双龙镇十八洞村苗汉子果业有限责任公司".repeat(3),
        "湖南省湘西土家族苗族自治州花垣县双龙镇十八洞村".repeat(3),
        ("批次 " + LOT).repeat(5),
        "承诺达标合格证（委托检测合格）".repeat(8),
        "采收 2026-11-21 至 2026-11-25，".repeat(4),
        "a-long-host-name.".repeat(5) + "example.cn");
  }

  private static Text latinText() {
    String word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch";
    return new Text(word, word, word + " " + word, word, word, word, word);
  }

  private static byte[] write(Text text, String serial) throws IOException {
    return write(Layout.A4_24, text, List.of(new Label("x", serial)));
  }

  private static byte[] write(Layout layout, Text text, List<Label> labels) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LabelSheet.write(out, layout, text, labels.iterator());
    return out.toByteArray();
  }

  private static String textOf(byte[] pdf) throws IOException {
    try (PDDocument sheet = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(sheet);
    }
  }

  private static int dots(double millimetres) {
    return (int) Math.round(millimetres / 25.4 * DPI);
  }
}
