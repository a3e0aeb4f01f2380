package org.xiangpin.traceability;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.ExceptionConverter;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.zip.Deflater;

/** Writes one PDF of labels. One instance a file, one thread. */
final class SheetWriter {
  private final SheetGrid grid;
  private final LabelFont regular;
  private final LabelFont bold;

  SheetWriter(SheetGrid grid) throws IOException {
    this.grid = grid;
    this.regular = LabelFont.regular();
    this.bold = LabelFont.bold();
  }

  void write(OutputStream out, LabelSheet.Text text, Iterator<LabelSheet.Label> labels)
      throws IOException {
    Document document = new Document(PageSize.A4, 0, 0, 0, 0);
    try {
      PdfWriter writer = PdfWriter.getInstance(document, out);
      writer.setCloseStream(false);
      // The runs of modules shrink to a fifth at any level; the higher ones take thrice the time.
      writer.setCompressionLevel(Deflater.BEST_SPEED);
      // A viewer that "fits to page" moves every label off its die cut.
      writer.addViewerPreference(PdfName.PRINTSCALING, PdfName.NONE);
      document.addTitle((text.product() + " " + text.lot()).strip());
      document.open();
      // OpenPDF looks at the clock; a sheet should depend on its labels only.
      writer.getInfo().remove(PdfName.CREATIONDATE);
      pages(document, writer.getDirectContent(), text, labels);
      // Not in a finally: a sheet cut short by a fault should not look whole.
      document.close();
    } catch (ExceptionConverter e) {
      throw e.getException() instanceof IOException io ? io : new IOException(e.getException());
    } catch (DocumentException e) {
      throw new IOException("cannot write labels", e);
    }
    out.flush();
  }

  private void pages(
      Document document,
      PdfContentByte canvas,
      LabelSheet.Text text,
      Iterator<LabelSheet.Label> labels) {
    PdfTemplate face = LabelFace.draw(canvas, grid, text, regular, bold);
    for (int n = 0; labels.hasNext(); n++) {
      int place = n % grid.labelsPerPage();
      if (n > 0 && place == 0) {
        document.newPage();
      }
      label(canvas, face, labels.next(), place);
    }
  }

  private void label(PdfContentByte canvas, PdfTemplate face, LabelSheet.Label label, int place) {
    double left = grid.left(place);
    double bottom = SheetGrid.PAGE_HEIGHT - grid.top(place) - grid.height();
    canvas.addTemplate(face, SheetGrid.points(left), SheetGrid.points(bottom));
    code(canvas, QrCode.encode(label.url()), left + grid.qrLeft(), bottom);
    serial(canvas, label.serial(), left + grid.qrLeft() + grid.qrSide() / 2, bottom);
  }

  /** One path of whole-number rectangles in a coordinate system of modules, counted downward. */
  private void code(PdfContentByte canvas, QrCode code, double left, double bottom) {
    double module = grid.qrSide() / (code.size() + 2 * QrCode.QUIET_ZONE);
    double quiet = QrCode.QUIET_ZONE * module;
    float scale = SheetGrid.points(module);
    canvas.saveState();
    canvas.concatCTM(
        scale,
        0,
        0,
        -scale,
        SheetGrid.points(left + quiet),
        SheetGrid.points(bottom + grid.height() - grid.qrTop() - quiet));
    StringBuilder path = new StringBuilder(4096);
    code.forEachRun(
        (x, y, length) ->
            path.append(x).append(' ').append(y).append(' ').append(length).append(" 1 re\n"));
    canvas.setLiteral(path.append("f\n").toString());
    canvas.restoreState();
  }

  private void serial(PdfContentByte canvas, String serial, double centre, double bottom) {
    String grouped = regular.printable(grouped(serial.strip()));
    if (grouped.isEmpty()) {
      return;
    }
    float size = grid.serialSize();
    LineFitter fitter = new LineFitter(regular, size, SheetGrid.points(grid.qrSide()));
    String fitted = fitter.shorten(grouped);
    canvas.beginText();
    canvas.setFontAndSize(regular.baseFont(), size);
    canvas.setTextMatrix(
        SheetGrid.points(centre) - regular.width(fitted, size) / 2,
        SheetGrid.points(bottom + grid.height() - grid.serialBase()));
    canvas.showText(fitted);
    canvas.endText();
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
}
