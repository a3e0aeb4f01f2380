package org.xiangpin.traceability;

import static java.util.Comparator.comparingInt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Draws a label's words: lines beside the code, the host and the serial under it. */
final class LabelFace {
  /** Distance of baselines, as a multiple of the font size. */
  private static final float LEADING = 1.3f;

  /** More lines than any label has room for. */
  private static final int ENOUGH = 20;

  private final SheetGrid grid;
  private final LabelFont regular;
  private final LabelFont bold;
  private final LabelCanvas face;

  /** A line ready to print. */
  private record Line(String text, LabelFont font, float size) {}

  private LabelFace(SheetGrid grid, LabelFont regular, LabelFont bold, LabelCanvas face) {
    this.grid = grid;
    this.regular = regular;
    this.bold = bold;
    this.face = face;
  }

  /** Draws what all labels share. */
  static void draw(
      LabelCanvas face, SheetGrid grid, LabelSheet.Text text, LabelFont regular, LabelFont bold) {
    LabelFace drawing = new LabelFace(grid, regular, bold, face);
    drawing.host(text.publicHost());
    drawing.column(text);
  }

  /** Draws one label's serial, in groups under the code. */
  static void drawSerial(LabelCanvas label, SheetGrid grid, String serial, LabelFont font) {
    String grouped = font.printable(grouped(serial.strip()));
    if (grouped.isEmpty()) {
      return;
    }
    float width = SheetGrid.points(0.95 * grid.qrSide());
    float size = fitting(grid.serialSize(), grouped, font, width);
    String fitted = new LineFitter(font, size, width).shorten(grouped);
    float centre = SheetGrid.points(grid.qrLeft() + grid.qrSide() / 2);
    label.text(
        font,
        size,
        centre - font.width(fitted, size) / 2,
        SheetGrid.points(grid.height() - grid.serialBase()),
        fitted);
  }

  /** A small host or serial is easier to compare than a shortened one, down to two thirds. */
  private static float fitting(float full, String text, LabelFont font, float width) {
    float needed = 0.999f * width / font.width(text, 1);
    return Math.max(full * 2 / 3, Math.min(full, needed));
  }

  /** People read and type groups of five, or of four where five leave a rest. */
  private static String grouped(String serial) {
    int group = serial.length() % 5 == 0 ? 5 : 4;
    StringBuilder grouped = new StringBuilder(serial.length() * 5 / 4);
    for (int i = 0; i < serial.length(); i++) {
      if (i > 0 && i % group == 0) {
        grouped.append(' ');
      }
      grouped.append(serial.charAt(i));
    }
    return grouped.toString();
  }

  private void host(String host) {
    String printable = bold.printable(host);
    if (printable.isEmpty()) {
      return;
    }
    float width = SheetGrid.points(grid.qrSide() - 3);
    float size = fitting(grid.hostSize(), printable, bold, width);
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
      face.rule(x, SheetGrid.points(grid.textRight()), y);
      y -= grid.lineSize() * 0.5f;
    }
    for (Line line : lines(text, y - bottom)) {
      y -= line.size();
      show(line, x, y);
      y -= line.size() * (LEADING - 1);
    }
  }

  /** The product in one line, or as large as two allow; only below three quarters is it cut. */
  private List<Line> title(String product) {
    String printable = bold.printable(product);
    float size = titleSize(printable, 1);
    if (fitter(bold, size).wrap(printable, 2).size() > 1) {
      size = titleSize(printable, 2);
    }
    float chosen = size;
    return fitter(bold, size).wrap(printable, 2).stream()
        .map(line -> new Line(line, bold, chosen))
        .toList();
  }

  private float titleSize(String title, int lines) {
    float size = grid.titleSize();
    while (size > grid.titleSize() * 0.75f
        && fitter(bold, size).wrap(title, lines + 1).size() > lines) {
      size -= 0.5f;
    }
    return size;
  }

  /**
   * A text of a line and the font it is set in.
   *
   * @param rank who gets room for a second line first; what is for checking must not be cut
   */
  private record Source(String text, LabelFont font, int rank) {}

  /**
   * All lines as large as lets all of them stand unshortened, but not below four fifths; so that no
   * number is cut in two, not below seven tenths.
   */
  private List<Line> lines(LabelSheet.Text text, float height) {
    List<Source> sources =
        Stream.of(
                new Source(regular.printable(text.producer()), regular, 4),
                new Source(regular.printable(text.place()), regular, 5),
                new Source(regular.printable(text.lot()), regular, 1),
                new Source(regular.printable(text.harvest()), regular, 3),
                new Source(bold.printable(text.certificate()), bold, 2))
            .filter(source -> !source.text().isEmpty())
            .toList();
    float size = grid.lineSize();
    while (size > grid.lineSize() * 0.81f && linesNeeded(sources, size) > room(height, size)) {
      size *= 0.95f;
    }
    while (size > grid.lineSize() * 0.71f && cutsAWord(sources, size)) {
      size *= 0.95f;
    }
    return lines(sources, size, room(height, size));
  }

  /** Each text gets a line; what room is left over goes to those that need more, by rank. */
  private List<Line> lines(List<Source> sources, float size, int room) {
    Map<Source, List<String>> wrapped = new HashMap<>();
    int spare = room - sources.size();
    for (Source source : sources.stream().sorted(comparingInt(Source::rank)).toList()) {
      List<String> lines = fitter(source.font(), size).wrap(source.text(), 1 + Math.max(0, spare));
      spare -= lines.size() - 1;
      wrapped.put(source, lines);
    }
    return sources.stream()
        .flatMap(
            source -> wrapped.get(source).stream().map(line -> new Line(line, source.font(), size)))
        .toList();
  }

  private boolean cutsAWord(List<Source> sources, float size) {
    return sources.stream()
        .anyMatch(source -> fitter(source.font(), size).cutsAWord(source.text()));
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
    face.text(line.font(), line.size(), x, y, line.text());
  }
}
