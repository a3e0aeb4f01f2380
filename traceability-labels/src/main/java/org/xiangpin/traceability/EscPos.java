package org.xiangpin.traceability;

import java.io.IOException;
import java.io.OutputStream;
import org.xiangpin.traceability.LabelSheet.Layout;

/** ESC/POS of Epson: the picture by GS v 0, a set bit being black; partial cut by GS V. */
final class EscPos implements RollLabels.PrinterJob {
  private static final byte[] INITIALISE = {0x1B, '@'};
  private static final byte[] PICTURE = {0x1D, 'v', '0', 0};
  private static final byte[] FEED_TWO_LINES = {0x1B, 'd', 2};
  private static final byte[] FEED_AND_CUT = {0x1D, 'V', 66, 0};

  @Override
  public void label(OutputStream out, Layout layout, DotImage image) throws IOException {
    out.write(INITIALISE);
    out.write(PICTURE);
    number(out, image.stride());
    number(out, image.height());
    for (int y = 0; y < image.height(); y++) {
      out.write(image.row(y));
    }
    out.write(FEED_TWO_LINES);
  }

  @Override
  public void end(OutputStream out) throws IOException {
    out.write(FEED_AND_CUT);
  }

  private static void number(OutputStream out, int value) throws IOException {
    out.write(value & 0xFF);
    out.write(value >> 8);
  }
}
