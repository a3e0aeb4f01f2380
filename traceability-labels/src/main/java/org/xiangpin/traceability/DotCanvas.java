package org.xiangpin.traceability;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A label as black and white dots of a thermal printer. */
final class DotCanvas implements LabelCanvas {
  private static final int WHITE_ENOUGH = 0xB0;

  private final double dotsPerPoint;
  private final BufferedImage picture;
  private final Graphics2D pen;

  DotCanvas(int width, int height, double dotsPerPoint) {
    this.dotsPerPoint = dotsPerPoint;
    this.picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    this.pen = picture.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.BLACK);
    // grey first, and black from a third on: thin strokes keep their weight better than without
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  @Override
  public void text(LabelFont font, float size, float x, float y, String text) {
    pen.fill(
        GlyphShapes.of(
            font,
            (float) (size * dotsPerPoint),
            (float) (x * dotsPerPoint),
            // a baseline between two rows of dots would blur every stroke that stands on it
            Math.round(picture.getHeight() - y * dotsPerPoint),
            text));
  }

  @Override
  public void rule(float x1, float x2, float y) {
    int row = (int) Math.round(picture.getHeight() - y * dotsPerPoint);
    int left = (int) Math.round(x1 * dotsPerPoint);
    pen.fillRect(left, row, (int) Math.round(x2 * dotsPerPoint) - left, 1);
  }

  /** What was drawn, as dots. */
  DotImage image() {
    DotImage image = new DotImage(picture.getWidth(), picture.getHeight());
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if ((picture.getRGB(x, y) & 0xFF) < WHITE_ENOUGH) {
          image.blacken(x, y);
        }
      }
    }
    return image;
  }
}
