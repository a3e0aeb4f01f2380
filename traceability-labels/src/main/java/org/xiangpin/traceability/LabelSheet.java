package org.xiangpin.traceability;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Objects;

/**
 * Labels as PDF 1.5, for printing at 100 %: sheets of A4 on die-cut paper, or a page for each label
 * of a roll.
 *
 * <p>On the left of each label stands its QR code in vector modules with the quiet zone of ISO/IEC
 * 18004, under it the host for people to compare with what their phone shows, and the serial; on
 * the right the lines of {@link Text}. Chinese text is set in embedded Noto Sans SC and can be
 * copied from the PDF; a character that the font lacks is printed as 〓.
 */
public final class LabelSheet {
  private LabelSheet() {}

  /** How a sheet is divided. */
  public enum Layout {
    /** 3 × 8 labels of 70 × 37 mm. */
    A4_24(SheetGrid.A4_24),
    /** 4 × 10 labels of 52.5 × 29.7 mm. */
    A4_40(SheetGrid.A4_40),
    /** 5 × 13 labels of 38.1 × 21.2 mm; links without signature only. */
    A4_65(SheetGrid.A4_65),
    /** A roll of labels 40 mm wide and 30 mm high. */
    ROLL_40X30(SheetGrid.roll(40, 30)),
    /** A roll of labels 50 mm wide and 30 mm high. */
    ROLL_50X30(SheetGrid.roll(50, 30)),
    /** A roll of labels 60 mm wide and 40 mm high. */
    ROLL_60X40(SheetGrid.roll(60, 40)),
    /** A roll of labels 70 mm wide and 50 mm high. */
    ROLL_70X50(SheetGrid.roll(70, 50)),
    /** A roll of labels 100 mm wide and 100 mm high. */
    ROLL_100X100(SheetGrid.roll(100, 100));

    private final SheetGrid grid;

    Layout(SheetGrid grid) {
      this.grid = grid;
    }

    /**
     * Returns how many labels a full page holds.
     *
     * @return 24, 40 or 65; 1 for a roll
     */
    public int labelsPerPage() {
      return grid.labelsPerPage();
    }

    /**
     * Tells rolls from sheets.
     *
     * @return true for the labels of a thermal printer, a page each
     */
    public boolean isRoll() {
      return grid.isRoll();
    }

    /**
     * Tells whether a signed link has room: its code has so many modules that phones read them from
     * 25 mm on.
     *
     * @return false for labels under 25 mm
     */
    public boolean takesSignatures() {
      return CodeRoom.takesSignatures(grid);
    }

    SheetGrid grid() {
      return grid;
    }
  }

  /**
   * The lines printed beside each code, as they are to be read: captions such as 批次 belong into
   * them. Blank ones are left out; too long ones are wrapped where there is room, else shortened
   * with ….
   *
   * @param product name of the goods, set large; shrunk before it is shortened
   * @param producer who grew or made them
   * @param place where
   * @param lot the lot
   * @param certificate the commitment certificate, 承诺达标合格证, set bold
   * @param harvest when harvested
   * @param publicHost host of the links, printed under the code; shortened at its front
   */
  public record Text(
      String product,
      String producer,
      String place,
      String lot,
      String certificate,
      String harvest,
      String publicHost) {

    /**
     * Checks that no line is null.
     *
     * @throws NullPointerException naming the line
     */
    public Text {
      Objects.requireNonNull(product, "product");
      Objects.requireNonNull(producer, "producer");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(lot, "lot");
      Objects.requireNonNull(certificate, "certificate");
      Objects.requireNonNull(harvest, "harvest");
      Objects.requireNonNull(publicHost, "publicHost");
    }
  }

  /**
   * What differs from label to label.
   *
   * @param url text of the QR code
   * @param serial printed under the code in groups of 5 or 4 characters; left out when blank
   */
  public record Label(String url, String serial) {

    /**
     * Checks that neither is null.
     *
     * @throws NullPointerException naming which is
     */
    public Label {
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(serial, "serial");
    }
  }

  /**
   * Writes labels from left to right and from top to bottom, on as many pages as they need.
   *
   * <p>Pages are written as they fill, so memory does not grow with the number of labels. The
   * labels are drawn from the iterator one by one in the calling thread.
   *
   * @param out takes the PDF; flushed, not closed
   * @param layout how a page is divided
   * @param text the lines that all labels share
   * @param labels the labels, at least one
   * @throws IOException when {@code out} fails; what was written until then is no PDF
   * @throws IllegalArgumentException when there is no label (nothing is written then), when the
   *     text of a code is empty or too long for a QR code, when its modules would be under 0.25 mm
   *     (naming the sizes that would fit), and when a link is signed and the label is under 25 mm
   */
  public static void write(OutputStream out, Layout layout, Text text, Iterator<Label> labels)
      throws IOException {
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(text, "text");
    if (!labels.hasNext()) {
      throw new IllegalArgumentException("there is no label to print");
    }
    new SheetWriter(layout.grid()).write(out, text, labels);
  }
}
