package org.xiangpin.traceability;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.xiangpin.traceability.LabelSheet.Layout;

/** TSPL of TSC: the picture as BITMAP in mode 0 (overwrite), where a cleared bit is a black dot. */
final class Tspl implements RollLabels.PrinterJob {

  @Override
  public void label(OutputStream out, Layout layout, DotImage image) throws IOException {
    command(
        out,
        "SIZE %.0f mm,%.0f mm\r\nGAP 2 mm,0 mm\r\nDIRECTION 1\r\nCLS\r\nBITMAP 0,0,%d,%d,0,"
            .formatted(
                layout.grid().width(), layout.grid().height(), image.stride(), image.height()));
    for (int y = 0; y < image.height(); y++) {
      byte[] row = image.row(y);
      for (int i = 0; i < row.length; i++) {
        row[i] = (byte) ~row[i];
      }
      out.write(row);
    }
    command(out, "\r\nPRINT 1,1\r\n");
  }

  @Override
  public void end(OutputStream out) {
    // each label stands for itself
  }

  private static void command(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
