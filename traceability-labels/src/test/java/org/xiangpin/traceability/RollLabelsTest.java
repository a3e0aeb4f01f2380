package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.traceability.SheetFixture.TEXT;
import static org.xiangpin.traceability.SheetFixture.labels;

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
import org.junit.jupiter.params.provider.MethodSource;
import org.xiangpin.traceability.LabelSheet.Label;
import org.xiangpin.traceability.LabelSheet.Layout;
import org.xiangpin.traceability.RollLabels.Language;
import org.xiangpin.traceability.RollLabels.Resolution;

class RollLabelsTest {
  /** As long as a link with a signature of 64 bytes is. */
  private static final String SIGNATURE = "?s=k1." + "Abcdefgh".repeat(10) + "AbcdeA";

  static Stream<Arguments> everySizeLanguageAndResolution() {
    return Stream.of(Layout.values())
        .filter(Layout::isRoll)
        .flatMap(
            layout ->
                Stream.of(Resolution.values())
                    .flatMap(
                        dpi ->
                            Stream.of(Language.values())
                                .map(language -> Arguments.of(layout, dpi, language))));
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
    BufferedImage picture =
        ImageIO.read(new ByteArrayInputStream(RollLabels.png(layout, dpi, TEXT, label)));
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

  @Test
  void drawsModulesOfWholeDots() throws IOException {
    Label label = labels(1).get(0);
    int modules = QrCode.encode(label.url()).size();
    BufferedImage picture =
        ImageIO.read(
            new ByteArrayInputStream(
                RollLabels.png(Layout.ROLL_40X30, Resolution.DPI_203, TEXT, label)));
    int dots = (int) (Layout.ROLL_40X30.grid().qrSide() * 8 / (modules + 8));
    int left = firstBlackColumn(picture);
    int top = firstBlackRow(picture, left);
    QrCode code = QrCode.encode(label.url());
    for (int y = 0; y < modules * dots; y++) {
      for (int x = 0; x < modules * dots; x++) {
        boolean black = (picture.getRGB(left + x, top + y) & 0xFF) == 0;
        assertEquals(code.dark(x / dots, y / dots), black, x + ", " + y);
      }
    }
    assertTrue(left >= 4 * dots, "quiet zone of " + left + " dots");
    assertTrue(top >= 4 * dots, "quiet zone of " + top + " dots");
  }

  @Test
  void refusesModulesUnderThreeDotsAndNamesWhatWouldFit() {
    Label label = new Label("https://x.example.cn/" + "a".repeat(300), "");
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> RollLabels.png(Layout.ROLL_40X30, Resolution.DPI_203, TEXT, label));
    assertTrue(refusal.getMessage().contains("needs 3; it fits ROLL_"), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("ROLL_100X100"), refusal.getMessage());
  }

  @Test
  void refusesSignaturesOnLabelsUnder25Millimetres() throws IOException {
    Label plain = labels(1).get(0);
    Label signed = new Label(plain.url() + SIGNATURE, plain.serial());
    SheetFixture.write(Layout.A4_65, TEXT, List.of(plain));
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> SheetFixture.write(Layout.A4_65, TEXT, List.of(signed)));
    assertTrue(refusal.getMessage().contains("at least 25 mm"), refusal.getMessage());
    assertThrows(IllegalArgumentException.class, () -> RollLabels.svg(Layout.A4_65, TEXT, signed));
  }

  @Test
  void refusesSheetsAndEmptyJobs() {
    assertThrows(
        IllegalArgumentException.class,
        () -> RollLabels.png(Layout.A4_24, Resolution.DPI_203, TEXT, labels(1).get(0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> write(Layout.ROLL_40X30, Resolution.DPI_203, Language.ZPL, List.of()));
  }

  @Test
  void drawsAnSvgOfTheLabelsSizeWithoutFonts() throws IOException {
    String svg = RollLabels.svg(Layout.ROLL_60X40, TEXT, labels(1).get(0));
    assertTrue(svg.startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60mm\""), svg);
    assertTrue(!svg.contains("<text") && svg.endsWith("</svg>"));
  }

  private static byte[] write(Layout layout, Resolution dpi, Language language, List<Label> labels)
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
