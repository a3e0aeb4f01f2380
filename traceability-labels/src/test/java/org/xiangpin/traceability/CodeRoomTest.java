package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.xiangpin.traceability.SheetFixture.TEXT;
import static org.xiangpin.traceability.SheetFixture.labels;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xiangpin.traceability.LabelSheet.Label;
import org.xiangpin.traceability.LabelSheet.Layout;
import org.xiangpin.traceability.RollLabels.Language;
import org.xiangpin.traceability.RollLabels.Resolution;

class CodeRoomTest {
  @ParameterizedTest
  @EnumSource
  void refusesModulesUnderThreeDotsAndNamesTheSizesThatWouldFit(Resolution dpi) {
    boolean coarse = dpi == Resolution.DPI_203;
    Label label = new Label("https://x.example.cn/" + "a".repeat(coarse ? 210 : 600), "");
    refused(
        "a code of "
            + (coarse ? 61 : 93)
            + " modules would have fewer than 3 dots a module on 40 × 30 mm; it fits 60 × 40 mm, 70"
            + " × 50 mm, 100 × 100 mm",
        () -> RollLabels.png(Layout.ROLL_40X30, dpi, TEXT, label));
  }

  @Test
  void refusesCodesThatFitNoRoll() {
    Label label = new Label("a".repeat(2331), "");
    refused(
        "a code of 177 modules would have fewer than 3 dots a module on 70 × 50 mm; it fits no label",
        () -> RollLabels.png(Layout.ROLL_70X50, Resolution.DPI_203, TEXT, label));
  }

  @Test
  void refusesModulesThatPhonesWouldNotReadOnSheets() {
    Label label = new Label("https://x.example.cn/" + "a".repeat(250), "");
    String refusal =
        "a code of 65 modules would have modules of 0.21 mm on 38.1 × 21.2 mm and needs 0.25 mm; it"
            + " fits 70 × 37 mm, 52.5 × 29.7 mm, 40 × 30 mm, 50 × 30 mm, 60 × 40 mm, 70 × 50 mm,"
            + " 100 × 100 mm";
    refused(refusal, () -> SheetFixture.write(Layout.A4_65, TEXT, List.of(label)));
    refused(refusal, () -> RollLabels.svg(Layout.A4_65, TEXT, label));
  }

  @Test
  void refusesSignaturesOnLabelsUnder25MillimetresAndSaysWhy() throws IOException {
    Label plain = labels(1).get(0);
    SheetFixture.write(Layout.A4_65, TEXT, List.of(plain));
    for (String query : List.of(RollLabelsTest.SIGNATURE, "?17=261231&s=a.b", "?17=261231;s=a.b")) {
      Label signed = new Label(plain.url() + query, plain.serial());
      String refusal =
          "a signed link needs a label of at least 25 mm, because its code has so many modules that"
              + " phones would not read them on 38.1 × 21.2 mm; print the link without its"
              + " signature";
      refused(refusal, () -> SheetFixture.write(Layout.A4_65, TEXT, List.of(signed)));
      refused(refusal, () -> RollLabels.svg(Layout.A4_65, TEXT, signed));
      refused(refusal, () -> RollLabels.png(Layout.A4_65, Resolution.DPI_300, TEXT, signed));
    }
  }

  @Test
  void refusesLabelsWiderThanReceiptPaper() {
    refused(
        "receipt paper takes 72 mm, this label has 100 × 100 mm; it fits 40 × 30 mm, 50 × 30 mm, 60"
            + " × 40 mm, 70 × 50 mm",
        () ->
            RollLabelsTest.write(
                Layout.ROLL_100X100, Resolution.DPI_203, Language.ESC_POS, labels(1)));
  }

  @Test
  void refusesSheetsAndEmptyJobs() {
    refused(
        "A4_24 is a sheet; printers of rolls take rolls only",
        () -> RollLabelsTest.write(Layout.A4_24, Resolution.DPI_203, Language.TSPL, labels(1)));
    refused(
        "there is no label to print",
        () -> RollLabelsTest.write(Layout.ROLL_40X30, Resolution.DPI_203, Language.ZPL, List.of()));
  }

  private static void refused(String message, Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }
}
