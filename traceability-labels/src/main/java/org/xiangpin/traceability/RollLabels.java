package org.xiangpin.traceability;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Objects;

/**
 * Labels of a roll for thermal printers, and as pictures.
 *
 * <p>A printer gets each label as a picture of black dots, so that it prints Chinese whatever fonts
 * it has, and the code exactly as it was made: each module a square of whole dots, its quiet zone
 * kept. A code whose modules would have fewer than three dots is refused.
 */
public final class RollLabels {
  private RollLabels() {}

  /** How fine a printer's dots are. */
  public enum Resolution {
    /** 8 dots a millimetre, called 203 dpi. */
    DPI_203(8),
    /** 300 dots an inch, 11.8 a millimetre. */
    DPI_300(300 / 25.4);

    private final double dotsPerMillimetre;

    Resolution(double dotsPerMillimetre) {
      this.dotsPerMillimetre = dotsPerMillimetre;
    }

    /** Whole dots of a length in mm. */
    int dots(double millimetres) {
      return (int) Math.round(millimetres * dotsPerMillimetre);
    }

    double dotsPerMillimetre() {
      return dotsPerMillimetre;
    }
  }

  /** What a printer understands. */
  public enum Language {
    /** TSC and most Chinese label printers; a gap of 2 mm between labels. */
    TSPL(new Tspl()),
    /** Zebra and those who follow it. */
    ZPL(new Zpl()),
    /** Receipt printers of 58 and 80 mm paper; no gap, the paper is cut after the last label. */
    ESC_POS(new EscPos());

    private final PrinterJob job;

    Language(PrinterJob job) {
      this.job = job;
    }
  }

  /** Writes labels in one printer language. */
  interface PrinterJob {
    void label(OutputStream out, LabelSheet.Layout layout, DotImage image) throws IOException;

    void end(OutputStream out) throws IOException;
  }

  /**
   * Writes a job for a printer, label after label.
   *
   * @param out takes the bytes for the printer; flushed, not closed
   * @param layout a roll
   * @param resolution of the printer
   * @param language of the printer
   * @param text the lines that all labels share
   * @param labels the labels, at least one
   * @throws IOException when {@code out} fails
   * @throws IllegalArgumentException for a layout that is no roll, when there is no label, and as
   *     {@link #png}
   */
  public static void write(
      OutputStream out,
      LabelSheet.Layout layout,
      Resolution resolution,
      Language language,
      LabelSheet.Text text,
      Iterator<LabelSheet.Label> labels)
      throws IOException {
    Objects.requireNonNull(out, "out");
    if (!labels.hasNext()) {
      throw new IllegalArgumentException("there is no label to print");
    }
    LabelDots dots = new LabelDots(layout, resolution, text);
    while (labels.hasNext()) {
      language.job.label(out, layout, dots.image(labels.next()));
    }
    language.job.end(out);
    out.flush();
  }

  /**
   * Draws one label as a printer of this resolution would print it.
   *
   * @return a PNG of 1 bit a dot
   * @throws IllegalArgumentException for a layout that is no roll, a code whose modules would have
   *     fewer than three dots (naming the labels that would fit), and a text of a code that is
   *     empty or too long
   */
  public static byte[] png(
      LabelSheet.Layout layout, Resolution resolution, LabelSheet.Text text, LabelSheet.Label label)
      throws IOException {
    return DotPng.of(new LabelDots(layout, resolution, text).image(label));
  }

  /**
   * Draws one label for people to look at: the code as vectors, words as outlines.
   *
   * @param layout any; of a sheet one label
   * @return an {@code svg} element of the label's size in mm, without XML declaration
   * @throws IllegalArgumentException when the text of a code is empty or too long, or the link is
   *     signed and the label is under 25 mm
   */
  public static String svg(LabelSheet.Layout layout, LabelSheet.Text text, LabelSheet.Label label)
      throws IOException {
    return LabelSvg.of(layout.grid(), text, label);
  }
}
