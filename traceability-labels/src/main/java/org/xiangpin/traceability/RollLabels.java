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
    /**
     * Receipt printers; no gap, the paper is cut after the last label. Paper of 80 mm takes labels
     * up to 72 mm wide, paper of 58 mm up to 48 mm.
     */
    ESC_POS(new EscPos(), 72);

    private final PrinterJob job;
    private final double widest;

    Language(PrinterJob job) {
      this(job, Double.MAX_VALUE);
    }

    Language(PrinterJob job, double widest) {
      this.job = job;
      this.widest = widest;
    }

    private void requireRoomFor(LabelSheet.Layout layout) {
      if (layout.grid().width() > widest) {
        throw new IllegalArgumentException(
            "receipt paper takes %.0f mm, this label has %s; %s"
                .formatted(
                    widest,
                    layout.grid().size(),
                    CodeRoom.fitting(l -> l.isRoll() && l.grid().width() <= widest)));
      }
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
   * @throws IllegalArgumentException for a layout that is no roll or wider than the printer's
   *     paper, when there is no label, and as {@link #png}
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
    if (!layout.isRoll()) {
      throw new IllegalArgumentException(layout + " is a sheet; printers of rolls take rolls only");
    }
    language.requireRoomFor(layout);
    LabelDots dots = new LabelDots(layout.grid(), resolution, text);
    while (labels.hasNext()) {
      language.job.label(out, layout, dots.image(labels.next()));
    }
    language.job.end(out);
    out.flush();
  }

  /**
   * Draws one label as a printer of this resolution would print it.
   *
   * @param layout any; of a sheet one label
   * @param resolution how fine the dots are
   * @param text the lines that all labels share
   * @param label what is this label's own
   * @return a PNG of 1 bit a dot
   * @throws IOException when the fonts cannot be read
   * @throws IllegalArgumentException for a code whose modules would have fewer than three dots
   *     (naming the sizes that would fit), for a signed link on a label under 25 mm, and for a text
   *     of a code that is empty or too long
   */
  public static byte[] png(
      LabelSheet.Layout layout, Resolution resolution, LabelSheet.Text text, LabelSheet.Label label)
      throws IOException {
    return DotPng.of(new LabelDots(layout.grid(), resolution, text).image(label));
  }

  /**
   * Draws one label for people to look at: the code as vectors, words as outlines.
   *
   * @param layout any; of a sheet one label
   * @param text the lines that all labels share
   * @param label what is this label's own
   * @return an {@code svg} element of the label's size in mm, without XML declaration
   * @throws IOException when the fonts cannot be read
   * @throws IllegalArgumentException as {@link LabelSheet#write}
   */
  public static String svg(LabelSheet.Layout layout, LabelSheet.Text text, LabelSheet.Label label)
      throws IOException {
    return LabelSvg.of(layout.grid(), text, label);
  }
}
