package org.xiangpin.traceability;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * The floor of sheets: what a programmer writes with OpenPDF and ZXing in an hour. 24 labels a
 * page, the code as rectangles and four lines of text.
 */
final class PlainSheet {
  private static final float CODE = 62;

  private PlainSheet() {}

  static void write(OutputStream out, LabelSheet.Text text, List<LabelSheet.Label> labels)
      throws IOException, WriterException {
    Document document = new Document(PageSize.A4, 0, 0, 0, 0);
    PdfWriter writer = PdfWriter.getInstance(document, out);
    document.open();
    PdfContentByte page = writer.getDirectContent();
    BaseFont font = font();
    for (int i = 0; i < labels.size(); i++) {
      int place = i % 24;
      if (place == 0 && i > 0) {
        document.newPage();
      }
      float left = place % 3 * 198.4f + 8;
      float bottom = 842 - (place / 3 + 1) * 105.25f + 20;
      code(page, labels.get(i).url(), left, bottom);
      String[] lines = {
        text.product(),
        text.producer() + " " + text.place(),
        text.lot() + " " + text.harvest(),
        labels.get(i).serial()
      };
      page.beginText();
      page.setFontAndSize(font, 7);
      for (int line = 0; line < lines.length; line++) {
        page.setTextMatrix(left + CODE + 6, bottom + 48 - line * 14);
        page.showText(lines[line]);
      }
      page.endText();
    }
    document.close();
  }

  private static void code(PdfContentByte page, String url, float left, float bottom)
      throws WriterException {
    ByteMatrix matrix = Encoder.encode(url, ErrorCorrectionLevel.M).getMatrix();
    int size = matrix.getWidth();
    float module = CODE / size;
    for (int y = 0; y < size; y++) {
      int x = 0;
      while (x < size) {
        int start = x;
        while (x < size && matrix.get(x, y) == 1) {
          x++;
        }
        if (x > start) {
          page.rectangle(
              left + start * module,
              bottom + CODE - (y + 1) * module,
              (x - start) * module,
              module);
        } else {
          x++;
        }
      }
    }
    page.fill();
  }

  private static BaseFont font() throws IOException {
    try (InputStream in = PlainSheet.class.getResourceAsStream("fonts/NotoSansSC-Regular.ttf")) {
      return BaseFont.createFont(
          "NotoSansSC-Regular.ttf", BaseFont.IDENTITY_H, true, false, in.readAllBytes(), null);
    }
  }
}
