package org.xiangpin.traceability;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xiangpin.traceability.RollLabels.Resolution;

/** Makes pictures of dots of a roll's labels; what all share is drawn once. One thread. */
final class LabelDots {
  private static final int LEAST_DOTS = 3;
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  private final SheetGrid grid;
  private final Resolution resolution;
  private final LabelFont regular = LabelFont.regular();
  private final DotImage face;

  LabelDots(LabelSheet.Layout layout, Resolution resolution, LabelSheet.Text text)
      throws IOException {
    Objects.requireNonNull(text, "text");
    if (!layout.isRoll()) {
      throw new IllegalArgumentException(layout + " is a sheet; printers of rolls take rolls only");
    }
    this.grid = layout.grid();
    this.resolution = resolution;
    DotCanvas canvas = canvas(grid.height());
    LabelFace.draw(canvas, grid, text, regular, LabelFont.bold());
    this.face = canvas.image();
  }

  private DotCanvas canvas(double height) {
    return new DotCanvas(
        resolution.dots(grid.width()),
        resolution.dots(height),
        resolution.dotsPerMillimetre() / POINTS_PER_MILLIMETRE);
  }

  DotImage image(LabelSheet.Label label) {
    grid.requireRoomFor(label.url());
    QrCode code = QrCode.encode(label.url());
    int dots = dotsPerModule(grid, code);
    if (dots < LEAST_DOTS) {
      throw tooSmall(code, dots);
    }
    DotImage image = new DotImage(face);
    int middle = (resolution.dots(grid.qrSide()) - code.size() * dots) / 2;
    image.draw(
        code,
        resolution.dots(grid.qrLeft()) + middle,
        resolution.dots(grid.qrTop()) + middle,
        dots);
    serial(image, label.serial());
    return image;
  }

  private int dotsPerModule(SheetGrid grid, QrCode code) {
    return (int)
        (grid.qrSide() * resolution.dotsPerMillimetre() / (code.size() + 2 * QrCode.QUIET_ZONE));
  }

  /** Only the strip under the code is drawn anew for each label. */
  private void serial(DotImage image, String serial) {
    DotCanvas canvas = canvas(grid.height());
    LabelFace.drawSerial(canvas, grid, serial, regular);
    DotImage drawn = canvas.image();
    for (int y = resolution.dots(grid.qrTop() + grid.qrSide()); y < drawn.height(); y++) {
      for (int x = 0; x < drawn.width(); x++) {
        if (drawn.isBlack(x, y)) {
          image.blacken(x, y);
        }
      }
    }
  }

  private IllegalArgumentException tooSmall(QrCode code, int dots) {
    String fitting =
        Stream.of(LabelSheet.Layout.values())
            .filter(LabelSheet.Layout::isRoll)
            .filter(layout -> dotsPerModule(layout.grid(), code) >= LEAST_DOTS)
            .map(LabelSheet.Layout::name)
            .collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "a code of %d modules would have %d dots a module here and needs %d; %s"
            .formatted(
                code.size(),
                dots,
                LEAST_DOTS,
                fitting.isEmpty() ? "it fits no roll" : "it fits " + fitting));
  }
}
