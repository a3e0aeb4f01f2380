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

  /** More lines than any label has room for. */
  private static final int ENOUGH = 20;

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
    float full = grid.hostSize();
    float needed = 0.999f * width / bold.width(printable, 1);
    float size = Math.max(full * 2 / 3, Math.min(full, needed));
    String fitted = new LineFitter(bold, size, width).shortenFront(printable);
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

  /** A text of a line and the font it is set in. */
  private record Source(String text, LabelFont font) {}

  /** All lines as large as lets all of them stand unshortened, but not below four fifths. */
  private List<Line> lines(LabelSheet.Text text, float height) {
    List<Source> sources =
        Stream.of(
                new Source(regular.printable(text.producer()), regular),
                new Source(regular.printable(text.place()), regular),
                new Source(regular.printable(text.lot()), regular),
                new Source(regular.printable(text.harvest()), regular),
                new Source(bold.printable(text.certificate()), bold))
            .filter(source -> !source.text().isEmpty())
            .toList();
    float size = grid.lineSize();
    while (size > grid.lineSize() * 0.81f && linesNeeded(sources, size) > room(height, size)) {
      size *= 0.95f;
    }
    return lines(sources, size, room(height, size));
  }

  /** Each text gets a line; what room is left over goes to those that need more, from above. */
  private List<Line> lines(List<Source> sources, float size, int room) {
    List<Line> lines = new ArrayList<>();
    int spare = room - sources.size();
    for (Source source : sources) {
      List<String> wrapped = fitter(source.font(), size).wrap(source.text(), 1 + spare);
      spare -= wrapped.size() - 1;
      wrapped.forEach(line -> lines.add(new Line(line, source.font(), size)));
    }
    return lines;
  }

  private int linesNeeded(List<Source> sources, float size) {
    return sources.stream()
        .mapToInt(source -> fitter(source.font(), size).wrap(source.text(), ENOUGH).size())
        .sum();
  }

  private static int room(float height, float size) {
    return (int) (height / (size * LEADING));
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
