package org.xiangpin.label;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.traceability.LabelSheet;
import org.xiangpin.traceability.RollLabels;

/**
 * What labels are written as: a PDF to print at 100 %, or a job for a thermal printer.
 *
 * @param language of the printer; null for a PDF
 * @param resolution of the printer; null for a PDF
 */
record PrintFile(
    LabelSheet.Layout layout, RollLabels.Language language, RollLabels.Resolution resolution) {

  /**
   * @param layoutName a name of {@link LabelSheet.Layout}
   * @param kind {@code pdf}, {@code tspl-203}, {@code tspl-300}, {@code zpl-203}, {@code zpl-300}
   * @throws InvalidInput for anything else, and for a sheet on a printer of rolls
   */
  static PrintFile of(String layoutName, String kind) {
    LabelSheet.Layout layout =
        named(LabelSheet.Layout.values(), layoutName)
            .orElseThrow(() -> new InvalidInput("layout", "没有这种纸张。", "There is no such layout."));
    if (kind.equals("pdf")) {
      return new PrintFile(layout, null, null);
    }
    String[] parts = kind.split("-", 2);
    Optional<RollLabels.Language> language =
        named(RollLabels.Language.values(), parts[0].toUpperCase(java.util.Locale.ROOT));
    Optional<RollLabels.Resolution> resolution =
        parts.length < 2
            ? Optional.empty()
            : named(RollLabels.Resolution.values(), "DPI_" + parts[1]);
    if (language.isEmpty() || resolution.isEmpty()) {
      throw new InvalidInput("kind", "没有这种打印机。", "There is no such printer.");
    }
    if (!layout.isRoll()) {
      throw new InvalidInput(
          "kind", "标签机只能打卷，请选一种卷。", "A label printer takes rolls; choose the size of one.");
    }
    return new PrintFile(layout, language.get(), resolution.get());
  }

  private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
    return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
  }

  boolean isPdf() {
    return language == null;
  }

  String ending() {
    return isPdf() ? "pdf" : language.name().toLowerCase(java.util.Locale.ROOT);
  }

  String type() {
    return isPdf() ? "application/pdf" : "application/octet-stream";
  }

  void write(OutputStream out, LabelSheet.Text text, Iterator<LabelSheet.Label> labels)
      throws IOException {
    if (isPdf()) {
      LabelSheet.write(out, layout, text, labels);
    } else {
      RollLabels.write(out, layout, resolution, language, text, labels);
    }
  }
}
