package org.xiangpin.traceability;

import java.io.IOException;
import java.util.Objects;
import org.xiangpin.traceability.RollLabels.Resolution;

/** Makes pictures of dots of labels; what all share is drawn once. One thread. */
final class LabelDots {
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  private final SheetGrid grid;
  private final Resolution resolution;
  private final LabelFont regular = LabelFont.regular();
  private final DotImage face;

  LabelDots(SheetGrid grid, Resolution resolution, LabelSheet.Text text) throws IOException {
    Objects.requireNonNull(text, "text");
    this.grid = grid;
    this.resolution = resolution;
    DotCanvas canvas = canvas(resolution.dots(grid.height()));
    LabelFace.draw(canvas, grid, text, regular, LabelFont.bold());
    this.face = canvas.image();
  }

  /** The lowest rows of a label; its text is placed from the lower edge. */
  private DotCanvas canvas(int rows) {
    return new DotCanvas(
        resolution.dots(grid.width()),
        rows,
        resolution.dotsPerMillimetre() / POINTS_PER_MILLIMETRE);
  }

  DotImage image(LabelSheet.Label label) {
    QrCode code = CodeRoom.encode(grid, label.url());
    int dots = CodeRoom.dotsPerModule(grid, code, resolution);
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

  /** Only the strip under the code is drawn anew for each label. */
  private void serial(DotImage image, String serial) {
    int top = resolution.dots(grid.qrTop() + grid.qrSide());
    DotCanvas strip = canvas(image.height() - top);
    LabelFace.drawSerial(strip, grid, serial, regular);
    image.draw(strip.image(), top);
  }
}
