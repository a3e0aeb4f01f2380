package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.traceability.SheetFixture.TEXT;
import static org.xiangpin.traceability.SheetFixture.labels;

import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xiangpin.traceability.LabelSheet.Label;
import org.xiangpin.traceability.LabelSheet.Layout;
import org.xiangpin.traceability.RollLabels.Language;
import org.xiangpin.traceability.RollLabels.Resolution;

class RollLabelsTest {
  /** As long as a link with a signature of 64 bytes is. */
  static final String SIGNATURE = "?s=k1." + "Abcdefgh".repeat(10) + "AbcdeA";

  static Stream<Arguments> everySizeLanguageAndResolution() {
    return Stream.of(Layout.values())
        .filter(Layout::isRoll)
        .flatMap(
            layout ->
                Stream.of(Resolution.values())
                    .flatMap(
                        dpi ->
                            Stream.of(Language.values())
                                .filter(language -> fitsPaper(layout, language))
                                .map(language -> Arguments.of(layout, dpi, language))));
  }

  private static boolean fitsPaper(Layout layout, Language language) {
    return language != Language.ESC_POS || layout != Layout.ROLL_100X100;
  }

  @ParameterizedTest
  @MethodSource("everySizeLanguageAndResolution")
  void printsCodesThatReadersRead(Layout layout, Resolution dpi, Language language)
      throws IOException {
    for (Label plain : labels(2)) {
      for (Label label : List.of(plain, new Label(plain.url() + SIGNATURE, plain.serial()))) {
        BufferedImage printed =
            PrinterFixture.print(language, write(layout, dpi, language, List.of(label))).get(0);
        assertEquals(dpi.dots(layout.grid().width()), printed.getWidth(), 7);
        assertEquals(label.url(), QrReader.read(printed));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everySizeLanguageAndResolution")
  void printsTheSameDotsInEveryLanguage(Layout layout, Resolution dpi, Language language)
      throws IOException {
    Label label = labels(1).get(0);
    BufferedImage picture = picture(layout, dpi, label);
    BufferedImage printed =
        PrinterFixture.print(language, write(layout, dpi, language, List.of(label))).get(0);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        assertEquals(picture.getRGB(x, y), printed.getRGB(x, y), x + ", " + y);
      }
    }
  }

  @Test
  void printsLabelAfterLabel() throws IOException {
    List<Label> all = labels(3);
    for (Language language : Language.values()) {
      List<BufferedImage> printed =
          PrinterFixture.print(
              language, write(Layout.ROLL_40X30, Resolution.DPI_203, language, all));
      assertEquals(
          all.stream().map(Label::url).toList(), printed.stream().map(QrReader::read).toList());
    }
  }

  static Stream<Arguments> everySizeAndResolution() {
    return Stream.of(Layout.values())
        .filter(Layout::isRoll)
        .flatMap(layout -> Stream.of(Resolution.values()).map(dpi -> Arguments.of(layout, dpi)));
  }

  @ParameterizedTest
  @MethodSource("everySizeAndResolution")
  void drawsModulesOfWholeDotsAndKeepsTheQuietZone(Layout layout, Resolution dpi)
      throws IOException {
    Label plain = labels(1).get(0);
    Label label = new Label(plain.url() + SIGNATURE, plain.serial());
    QrCode code = QrCode.encode(label.url());
    int modules = code.size() + 8;
    int dots = (int) (layout.grid().qrSide() * dpi.dotsPerMillimetre() / modules);
    assertTrue(dots >= 3, () -> dots + " dots a module");
    BufferedImage picture = picture(layout, dpi, label);
    int left = firstBlackColumn(picture);
    int top = firstBlackRow(picture, left);
    for (int y = 0; y < modules * dots; y++) {
      for (int x = 0; x < modules * dots; x++) {
        int column = x / dots - 4;
        int row = y / dots - 4;
        boolean inside = Math.max(column, row) < code.size() && Math.min(column, row) >= 0;
        boolean black = (picture.getRGB(left + x - 4 * dots, top + y - 4 * dots) & 0xFF) == 0;
        assertEquals(inside && code.dark(column, row), black, x + ", " + y);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "A4_.*")
  void drawsALabelOfASheetAsPicture(Layout layout) throws IOException {
    Label label = labels(1).get(0);
    assertEquals(label.url(), QrReader.read(picture(layout, Resolution.DPI_300, label)));
  }

  /** Between two rows of dots, the middle bar of F once was not printed. */
  @Test
  void printsThinStrokes() throws IOException {
    LabelFont font = LabelFont.regular();
    double dots = Resolution.DPI_203.dotsPerMillimetre() * 25.4 / 72;
    for (char c : Base32.ALPHABET.toCharArray()) {
      DotCanvas canvas = new DotCanvas(20, 20, dots);
      canvas.text(font, 4.8f, 1, 1, "" + c);
      int black = 0;
      for (int y = 0; y < 20; y++) {
        for (byte bits : canvas.image().row(y)) {
          black += Integer.bitCount(bits & 0xFF);
        }
      }
      double ink = area(GlyphShapes.of(font, (float) (4.8 * dots), 0, 0, "" + c));
      assertTrue(black > 0.8 * ink, black + " dots of " + c + ", which should have " + ink);
    }
  }

  private static double area(Shape shape) {
    int inside = 0;
    for (double y = -20; y < 5; y += 0.05) {
      for (double x = 0; x < 20; x += 0.05) {
        inside += shape.contains(x, y) ? 1 : 0;
      }
    }
    return inside * 0.05 * 0.05;
  }

  @ParameterizedTest
  @EnumSource
  void drawsAnSvgOfTheLabelsSizeWithoutFonts(Layout layout) throws IOException {
    Label label = labels(1).get(0);
    String svg = RollLabels.svg(layout, TEXT, label);
    assertFalse(svg.contains("<text"), svg);
    BufferedImage picture = SvgFixture.draw(svg, 12);
    assertEquals(layout.grid().width() * 12, picture.getWidth(), 1);
    assertEquals(layout.grid().height() * 12, picture.getHeight(), 1);
    assertEquals(label.url(), QrReader.read(picture));
  }

  private static BufferedImage picture(Layout layout, Resolution dpi, Label label)
      throws IOException {
    return ImageIO.read(new ByteArrayInputStream(RollLabels.png(layout, dpi, TEXT, label)));
  }

  static byte[] write(Layout layout, Resolution dpi, Language language, List<Label> labels)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RollLabels.write(out, layout, dpi, language, TEXT, labels.iterator());
    return out.toByteArray();
  }

  private static int firstBlackColumn(BufferedImage picture) {
    for (int x = 0; ; x++) {
      if (firstBlackRow(picture, x) >= 0) {
        return x;
      }
    }
  }

  private static int firstBlackRow(BufferedImage picture, int x) {
    for (int y = 0; y < picture.getHeight() / 2; y++) {
      if ((picture.getRGB(x, y) & 0xFF) == 0) {
        return y;
      }
    }
    return -1;
  }
}
