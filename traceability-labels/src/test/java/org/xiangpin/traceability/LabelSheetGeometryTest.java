package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xiangpin.traceability.SheetFixture.TEXT;
import static org.xiangpin.traceability.SheetFixture.labels;
import static org.xiangpin.traceability.SheetFixture.latinText;
import static org.xiangpin.traceability.SheetFixture.longText;
import static org.xiangpin.traceability.SheetFixture.write;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
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

class LabelSheetGeometryTest {
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
  void neverPrintsOutsideALabel(Layout layout) throws IOException {
    List<Label> labels = labels(layout.labelsPerPage());
    SheetGrid grid = layout.grid();
    for (Text text : List.of(TEXT, longText(), latinText())) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition glyph) {
          double x = glyph.getXDirAdj() / 72 * 25.4 - grid.left(0);
          double y = glyph.getYDirAdj() / 72 * 25.4;
          double right = x + glyph.getWidthDirAdj() / 72 * 25.4;
          double inLabel = x - Math.floor(x / grid.width()) * grid.width();
          double down = (y - grid.top(0)) % grid.height();
          boolean beside = inLabel >= grid.textLeft() - 0.1;
          double limit = beside ? grid.textRight() : grid.qrLeft() + grid.qrSide() + 0.5;
          assertTrue(inLabel > (layout.isRoll() ? 1 : 1.5), () -> glyph + " begins at " + x);
          assertTrue(right - x + inLabel <= limit + 0.1, () -> glyph + " ends at " + right);
          double lowest = Math.max(grid.serialBase(), grid.textBottom());
          assertTrue(
              down > (layout.isRoll() ? 2 : 3) && down <= lowest + 0.3, () -> glyph + " at " + y);
        }
      }.getText(Loader.loadPDF(write(layout, text, labels)));
    }
  }

  private static int dots(double millimetres) {
    return (int) Math.round(millimetres / 25.4 * DPI);
  }
}
