package org.xiangpin.traceability;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Reads all codes of a sheet from the rectangles that are drawn, without making pictures. */
final class SheetReader {
  private final Consumer<String> reader;
  private final List<int[]> runs = new ArrayList<>();

  private SheetReader(Consumer<String> reader) {
    this.reader = reader;
  }

  /** Hands out the texts of the codes in the order in which they are drawn. */
  static void codes(Path pdf, Consumer<String> reader) throws Exception {
    SheetReader sheet = new SheetReader(reader);
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      for (PDPage page : document.getPages()) {
        sheet.read(page);
      }
    }
  }

  private void read(PDPage page) throws Exception {
    PDFStreamParser parser = new PDFStreamParser(page);
    List<Object> operands = new ArrayList<>();
    for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
      if (!(token instanceof Operator operator)) {
        operands.add(token);
        continue;
      }
      if (operator.getName().equals("re")) {
        int[] run = operands.stream().mapToInt(number -> ((COSNumber) number).intValue()).toArray();
        if (run[3] != 1) {
          throw new IOException("a run of modules is one module high, not " + run[3]);
        }
        runs.add(run);
      } else if (operator.getName().equals("f")) {
        reader.accept(new Decoder().decode(matrix()).getText());
        runs.clear();
      }
      operands.clear();
    }
  }

  private BitMatrix matrix() {
    int size = runs.stream().mapToInt(run -> run[0] + run[2]).max().orElse(0);
    BitMatrix matrix = new BitMatrix(size);
    runs.forEach(run -> matrix.setRegion(run[0], run[1], run[2], 1));
    return matrix;
  }
}
