package org.xiangpin.traceability;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.IOException;

/** One label as SVG, one unit a millimetre; words as outlines, so that no font is needed. */
final class LabelSvg implements LabelCanvas {
  private static final double MILLIMETRES_PER_POINT = 25.4 / 72;

  private final SheetGrid grid;
  private final StringBuilder path = new StringBuilder(16_384);

  private LabelSvg(SheetGrid grid) {
    this.grid = grid;
  }

  static String of(SheetGrid grid, LabelSheet.Text text, LabelSheet.Label label)
      throws IOException {
    QrCode code = CodeRoom.encode(grid, label.url());
    LabelFont regular = LabelFont.regular();
    LabelSvg svg = new LabelSvg(grid);
    LabelFace.draw(svg, grid, text, regular, LabelFont.bold());
    LabelFace.drawSerial(svg, grid, label.serial(), regular);
    svg.code(code);
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$smm\" height=\"%2$smm\""
            + " viewBox=\"0 0 %1$s %2$s\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>"
            + "<path d=\"%3$s\"/></svg>")
        .formatted(number(grid.width()), number(grid.height()), svg.path);
  }

  private void code(QrCode code) {
    double module = CodeRoom.module(grid, code);
    double left = grid.qrLeft() + QrCode.QUIET_ZONE * module;
    double top = grid.qrTop() + QrCode.QUIET_ZONE * module;
    code.forEachRun(
        (x, y, length) -> rectangle(left + x * module, top + y * module, length * module, module));
  }

  @Override
  public void text(LabelFont font, float size, float x, float y, String text) {
    Shape outline =
        GlyphShapes.of(
            font,
            (float) (size * MILLIMETRES_PER_POINT),
            (float) (x * MILLIMETRES_PER_POINT),
            (float) (grid.height() - y * MILLIMETRES_PER_POINT),
            text);
    double[] at = new double[6];
    for (PathIterator i = outline.getPathIterator(null); !i.isDone(); i.next()) {
      switch (i.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> step('M', at, 2);
        case PathIterator.SEG_LINETO -> step('L', at, 2);
        case PathIterator.SEG_QUADTO -> step('Q', at, 4);
        case PathIterator.SEG_CUBICTO -> step('C', at, 6);
        default -> path.append('z');
      }
    }
  }

  @Override
  public void rule(float x1, float x2, float y) {
    rectangle(
        x1 * MILLIMETRES_PER_POINT,
        grid.height() - y * MILLIMETRES_PER_POINT,
        (x2 - x1) * MILLIMETRES_PER_POINT,
        0.15);
  }

  private void rectangle(double x, double y, double width, double height) {
    append(path.append('M'), x);
    append(path.append(' '), y);
    append(path.append('h'), width);
    append(path.append('v'), height);
    append(path.append("h-"), width);
    path.append('z');
  }

  private void step(char command, double[] at, int count) {
    path.append(command);
    for (int i = 0; i < count; i++) {
      append(i > 0 ? path.append(' ') : path, at[i]);
    }
  }

  private static StringBuilder number(double millimetres) {
    return append(new StringBuilder(), millimetres);
  }

  /** To a thousandth of a millimetre, with a point; by hand, since a label has thousands. */
  private static StringBuilder append(StringBuilder out, double millimetres) {
    long thousandths = Math.round(millimetres * 1000);
    if (thousandths < 0) {
      out.append('-');
      thousandths = -thousandths;
    }
    out.append(thousandths / 1000);
    if (thousandths % 1000 != 0) {
      String digits = Long.toString(1000 + thousandths % 1000);
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      out.append('.').append(digits, 1, end);
    }
    return out;
  }
}
