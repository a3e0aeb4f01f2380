package org.xiangpin.traceability;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A label as black and white dots of a thermal printer. */
final class DotCanvas implements LabelCanvas {
  /** Somewhat above the middle: a thin stroke between two rows of dots does not vanish. */
  private static final int BLACK_BELOW = 145;

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
    int width = picture.getWidth();
    DotImage image = new DotImage(width, picture.getHeight());
    // not getRGB, which brightens greys for a screen
    byte[] greys = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < greys.length; i++) {
      if ((greys[i] & 0xFF) < BLACK_BELOW) {
        image.blacken(i % width, i / width);
      }
    }
    return image;
  }
}
