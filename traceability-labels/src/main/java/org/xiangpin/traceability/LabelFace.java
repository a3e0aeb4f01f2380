package org.xiangpin.traceability;

import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws what all labels of a sheet have in common: the lines beside the code, the host under it.
 * The PDF holds it once, and each label refers to it.
 */
final class LabelFace {
  /** Distance of baselines, as a multiple of the font size. */
  private static final float LEADING = 1.3f;

  private static final int MAX_LINES = 3;

  private final SheetGrid grid;
  private final LabelFont regular;
  private final LabelFont bold;
  private final PdfTemplate face;

  /** A line ready to print. */
  private record Line(String text, LabelFont font, float size) {}

  private LabelFace(SheetGrid grid, LabelFont regular, LabelFont bold, PdfTemplate face) {
    this.grid = grid;
    this.regular = regular;
    this.bold = bold;
    this.face = face;
  }

  /** Draws the face; its origin is the label's lower left corner. */
  static PdfTemplate draw(
      PdfContentByte canvas,
      SheetGrid grid,
      LabelSheet.Text text,
      LabelFont regular,
      LabelFont bold) {
    PdfTemplate face =
        canvas.createTemplate(SheetGrid.points(grid.width()), SheetGrid.points(grid.height()));
    LabelFace drawing = new LabelFace(grid, regular, bold, face);
    drawing.host(text.publicHost());
    drawing.column(text);
    return face;
  }

  private void host(String host) {
    String printable = bold.printable(host);
    if (printable.isEmpty()) {
      return;
    }
    float width = SheetGrid.points(grid.qrSide() - 3);
    // A small host is easier to compare than a shortened one, down to two thirds.
    float natural = bold.width(printable, grid.hostSize());
    float size = Math.max(grid.hostSize() * 2 / 3, grid.hostSize() * Math.min(1, width / natural));
    String fitted = new LineFitter(bold, size, width + 0.01f).shortenFront(printable);
    double centre = grid.qrLeft() + grid.qrSide() / 2;
    float x = SheetGrid.points(centre) - bold.width(fitted, size) / 2;
    show(new Line(fitted, bold, size), x, SheetGrid.points(grid.height() - grid.hostBase()));
  }

  private void column(LabelSheet.Text text) {
    float x = SheetGrid.points(grid.textLeft());
    float y = SheetGrid.points(grid.height() - grid.textTop());
    float bottom = SheetGrid.points(grid.height() - grid.textBottom());
    List<Line> title = title(text.product());
    for (Line line : title) {
      y -= line.size();
      show(line, x, y);
      y -= line.size() * (LEADING - 1);
    }
    if (!title.isEmpty()) {
      y -= grid.lineSize() * 0.2f;
      face.setLineWidth(0.4f);
      face.moveTo(x, y);
      face.lineTo(SheetGrid.points(grid.textRight()), y);
      face.stroke();
      y -= grid.lineSize() * 0.5f;
    }
    for (Line line : lines(text, y - bottom)) {
      y -= line.size();
      show(line, x, y);
      y -= line.size() * (LEADING - 1);
    }
  }

  /** The product as large as two lines allow; only below three quarters of the size is it cut. */
  private List<Line> title(String product) {
    String printable = bold.printable(product);
    float size = grid.titleSize();
    while (size > grid.titleSize() * 0.75f && fitter(bold, size).wrap(printable, 3).size() > 2) {
      size -= 0.5f;
    }
    float chosen = size;
    return fitter(bold, size).wrap(printable, 2).stream()
        .map(line -> new Line(line, bold, chosen))
        .toList();
  }

  /** Each text gets a line; what height is left over goes to those that need more, from above. */
  private List<Line> lines(LabelSheet.Text text, float height) {
    record Source(String text, LabelFont font) {}
    List<Source> sources =
        Stream.of(
                new Source(regular.printable(text.producer()), regular),
                new Source(regular.printable(text.place()), regular),
                new Source(regular.printable(text.lot()), regular),
                new Source(regular.printable(text.harvest()), regular),
                new Source(bold.printable(text.certificate()), bold))
            .filter(source -> !source.text().isEmpty())
            .toList();
    int spare = (int) (height / (grid.lineSize() * LEADING)) - sources.size();
    List<Line> lines = new ArrayList<>();
    for (Source source : sources) {
      int allowed = Math.min(MAX_LINES, 1 + Math.max(0, spare));
      List<String> wrapped = fitter(source.font(), grid.lineSize()).wrap(source.text(), allowed);
      spare -= wrapped.size() - 1;
      wrapped.forEach(line -> lines.add(new Line(line, source.font(), grid.lineSize())));
    }
    return lines;
  }

  private LineFitter fitter(LabelFont font, float size) {
    return new LineFitter(font, size, SheetGrid.points(grid.textRight() - grid.textLeft()));
  }

  private void show(Line line, float x, float y) {
    face.beginText();
    face.setFontAndSize(line.font().baseFont(), line.size());
    face.setTextMatrix(x, y);
    face.showText(line.text());
    face.endText();
  }
}
