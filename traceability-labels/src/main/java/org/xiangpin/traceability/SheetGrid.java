package org.xiangpin.traceability;

/**
 * The measures of a sheet's labels. Lengths are in mm, counted from a label's upper left corner;
 * font sizes in points.
 *
 * <p>The labels cover the sheet without gap, but most printers leave 4 mm at its edges blank. So
 * dark modules and text keep about that from the edges of every label.
 *
 * @param columns labels side by side
 * @param rows labels one below the other
 * @param width of a label
 * @param height of a label
 * @param qrLeft left edge of the code's square, quiet zone included
 * @param qrTop upper edge of the code's square
 * @param qrSide side of the code's square
 * @param hostBase baseline of the host under the code
 * @param serialBase baseline of the serial under the host
 * @param textLeft left edge of the lines beside the code
 * @param textTop upper edge of the lines
 * @param textRight right edge of the lines
 * @param textBottom lower edge of the lines
 * @param titleSize font size of the product
 * @param lineSize font size of the other lines
 * @param hostSize font size of the host
 * @param serialSize font size of the serial
 */
record SheetGrid(
    int columns,
    int rows,
    double width,
    double height,
    double qrLeft,
    double qrTop,
    double qrSide,
    double hostBase,
    double serialBase,
    double textLeft,
    double textTop,
    double textRight,
    double textBottom,
    float titleSize,
    float lineSize,
    float hostSize,
    float serialSize) {

  /** 3 × 8 labels of 70 × 37 mm; at 37 modules the code without quiet zone measures 23 mm. */
  static final SheetGrid A4_24 =
      new SheetGrid(
          3, 8, 70, 37, 2.0, 1.6, 28.0, 31.4, 33.6, 31.6, 4.2, 66.0, 33.8, 11f, 7f, 6f, 5f);

  /** 4 × 10 labels of 52.5 × 29.7 mm; at 37 modules the code without quiet zone is 17.7 mm. */
  static final SheetGrid A4_40 =
      new SheetGrid(
          4, 10, 52.5, 29.7, 2.2, 1.7, 21.5, 24.6, 26.4, 24.4, 3.7, 49.0, 26.6, 8.5f, 5.6f, 5f,
          4.4f);

  /** 5 × 13 labels of 38.1 × 21.2 mm: a link without signature, and few words. */
  static final SheetGrid A4_65 =
      new SheetGrid(
          5, 13, 38.1, 21.2, 2.0, 1.4, 15.4, 18.2, 19.8, 17.6, 2.4, 36.1, 19.6, 6.5f, 4.6f, 4.4f,
          4f);

  static final double A4_WIDTH = 210;
  static final double A4_HEIGHT = 297;

  private static final double EDGE = 1.2;

  /**
   * One label of a roll: the code at the left as large as its height allows, up to half the width;
   * larger words on larger labels.
   *
   * @param width at least 40
   * @param height 30 to 100
   */
  static SheetGrid roll(double width, double height) {
    float scale = (float) Math.min(3, height / 30);
    double below = 4.2 * scale;
    double side = Math.min(height - 2 * EDGE - below, width <= 40 ? 0.58 * width : 0.5 * width);
    double left = EDGE + side + 0.4 * scale;
    return new SheetGrid(
        1,
        1,
        width,
        height,
        EDGE,
        EDGE,
        side,
        EDGE + side + 1.9 * scale,
        EDGE + side + 3.9 * scale,
        left,
        1.5 * EDGE,
        width - EDGE,
        height - EDGE,
        8.5f * scale,
        6.1f * scale,
        5.4f * scale,
        4.8f * scale);
  }

  boolean isRoll() {
    return columns * rows == 1;
  }

  double pageWidth() {
    return isRoll() ? width : A4_WIDTH;
  }

  double pageHeight() {
    return isRoll() ? height : A4_HEIGHT;
  }

  /** Width and height for people. */
  String size() {
    return (width + " × " + height + " mm").replace(".0 ", " ");
  }

  int labelsPerPage() {
    return columns * rows;
  }

  /** Left edge of the n-th label of a page, counted in rows from the top left. */
  double left(int n) {
    return (pageWidth() - columns * width) / 2 + n % columns * width;
  }

  /** Upper edge of the n-th label of a page. */
  double top(int n) {
    return (pageHeight() - rows * height) / 2 + n / columns * height;
  }

  static float points(double millimetres) {
    return (float) (millimetres * 72 / 25.4);
  }
}
