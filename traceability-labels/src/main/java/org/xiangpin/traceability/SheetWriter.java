package org.xiangpin.traceability;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.ExceptionConverter;
import com.lowagie.text.Rectangle;
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
  private final ModulePath path = new ModulePath();

  SheetWriter(SheetGrid grid) throws IOException {
    this.grid = grid;
    this.regular = LabelFont.regular();
    this.bold = LabelFont.bold();
  }

  void write(OutputStream out, LabelSheet.Text text, Iterator<LabelSheet.Label> labels)
      throws IOException {
    Document document =
        new Document(
            new Rectangle(SheetGrid.points(grid.pageWidth()), SheetGrid.points(grid.pageHeight())),
            0,
            0,
            0,
            0);
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
    // the PDF holds it once, and each label refers to it
    PdfTemplate face =
        canvas.createTemplate(SheetGrid.points(grid.width()), SheetGrid.points(grid.height()));
    LabelFace.draw(new PdfCanvas(face, 0, 0), grid, text, regular, bold);
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
    double bottom = grid.pageHeight() - grid.top(place) - grid.height();
    canvas.addTemplate(face, SheetGrid.points(left), SheetGrid.points(bottom));
    code(canvas, CodeRoom.encode(grid, label.url()), left + grid.qrLeft(), bottom);
    LabelFace.drawSerial(
        new PdfCanvas(canvas, SheetGrid.points(left), SheetGrid.points(bottom)),
        grid,
        label.serial(),
        regular);
  }

  /** One path of whole-number rectangles in a coordinate system of modules, counted downward. */
  private void code(PdfContentByte canvas, QrCode code, double left, double bottom) {
    double module = CodeRoom.module(grid, code);
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
    code.forEachRun(path::run);
    path.fill(canvas.getInternalBuffer());
    canvas.restoreState();
  }
}
