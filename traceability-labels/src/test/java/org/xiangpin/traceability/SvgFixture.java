package org.xiangpin.traceability;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws as much of SVG as labels use: one white rectangle, one black path. */
final class SvgFixture {
  private static final Pattern LABEL =
      Pattern.compile(
          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"([0-9.]+)mm\" height=\"([0-9.]+)mm\""
              + " viewBox=\"0 0 \\1 \\2\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>"
              + "<path d=\"([^\"]*)\"/></svg>");
  private static final Pattern STEP = Pattern.compile("([MLQChvz])([-0-9. ]*)");

  private SvgFixture() {}

  static BufferedImage draw(String svg, double dotsPerMillimetre) {
    Matcher label = LABEL.matcher(svg);
    if (!label.matches()) {
      throw new AssertionError("not understood: " + svg);
    }
    BufferedImage picture =
        new BufferedImage(
            (int) Math.round(Double.parseDouble(label.group(1)) * dotsPerMillimetre),
            (int) Math.round(Double.parseDouble(label.group(2)) * dotsPerMillimetre),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    pen.setColor(Color.BLACK);
    pen.scale(dotsPerMillimetre, dotsPerMillimetre);
    pen.fill(path(label.group(3)));
    return picture;
  }

  private static Path2D path(String steps) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    Matcher step = STEP.matcher(steps);
    int end = 0;
    while (step.find() && step.start() == end) {
      end = step.end();
      double[] at =
          Arrays.stream(step.group(2).split(" "))
              .filter(number -> !number.isEmpty())
              .mapToDouble(Double::parseDouble)
              .toArray();
      switch (step.group(1).charAt(0)) {
        case 'M' -> path.moveTo(at[0], at[1]);
        case 'L' -> path.lineTo(at[0], at[1]);
        case 'Q' -> path.quadTo(at[0], at[1], at[2], at[3]);
        case 'C' -> path.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
        case 'h' ->
            path.lineTo(path.getCurrentPoint().getX() + at[0], path.getCurrentPoint().getY());
        case 'v' ->
            path.lineTo(path.getCurrentPoint().getX(), path.getCurrentPoint().getY() + at[0]);
        default -> path.closePath();
      }
    }
    if (end < steps.length()) {
      throw new AssertionError("not understood at " + end);
    }
    return path;
  }
}
