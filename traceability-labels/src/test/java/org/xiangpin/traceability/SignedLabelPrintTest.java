package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xiangpin.traceability.SheetFixture.TEXT;
import static org.xiangpin.traceability.SheetFixture.labels;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xiangpin.traceability.LabelSheet.Label;
import org.xiangpin.traceability.LabelSheet.Layout;
import org.xiangpin.traceability.RollLabels.Language;
import org.xiangpin.traceability.RollLabels.Resolution;
import org.xiangpin.traceability.sign.KeySet;
import org.xiangpin.traceability.sign.LabelKey;
import org.xiangpin.traceability.sign.LabelSigner;
import org.xiangpin.traceability.sign.LabelVerifier;
import org.xiangpin.traceability.sign.SignatureVerdict.Outcome;
import org.xiangpin.traceability.sign.SigningKey;

/** From the key to the paper and back: what a phone reads off a printed label proves it. */
class SignedLabelPrintTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);
  private static final LabelVerifier VERIFIER =
      new LabelVerifier(
          new KeySet(
              List.of(
                  new LabelKey("a", KEY.publicKey(), NOW, Optional.empty(), Optional.empty()))));

  private static Label signed(Label label) {
    String url = new LabelSigner("a", KEY).sign(label.url() + "?3103=002500&11=261120");
    return new Label(url, label.serial());
  }

  private static void assertProved(BufferedImage printed) {
    assertEquals(Outcome.VALID, VERIFIER.verify(QrReader.read(printed), NOW).outcome());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "A4_65")
  void isProvedByItsSheet(Layout layout) throws IOException {
    Label label = signed(labels(1).get(0));
    SheetGrid grid = layout.grid();
    double dots = 300 / 25.4;
    try (PDDocument pdf = Loader.loadPDF(SheetFixture.write(layout, TEXT, List.of(label)))) {
      BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 300, ImageType.GRAY);
      assertProved(
          page.getSubimage(
              (int) (grid.left(0) * dots),
              (int) (grid.top(0) * dots),
              (int) (grid.width() * dots),
              (int) (grid.height() * dots)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isProvedByTheSmallestRollThatTakesIt(Language language) throws IOException {
    Label label = signed(labels(1).get(0));
    byte[] job =
        RollLabelsTest.write(Layout.ROLL_60X40, Resolution.DPI_203, language, List.of(label));
    assertProved(PrinterFixture.print(language, job).get(0));
  }
}
