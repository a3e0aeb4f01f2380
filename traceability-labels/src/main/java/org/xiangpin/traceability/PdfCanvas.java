package org.xiangpin.traceability;

import com.lowagie.text.pdf.PdfContentByte;

/**
 * A label on a page of a PDF.
 *
 * @param left distance of its corner from the page's left edge in points
 * @param bottom distance from the page's lower edge
 */
record PdfCanvas(PdfContentByte page, float left, float bottom) implements LabelCanvas {
  private static final float RULE_WIDTH = 0.4f;

  @Override
  public void text(LabelFont font, float size, float x, float y, String text) {
    page.beginText();
    page.setFontAndSize(font.baseFont(), size);
    page.setTextMatrix(left + x, bottom + y);
    page.showText(text);
    page.endText();
  }

  @Override
  public void rule(float x1, float x2, float y) {
    page.setLineWidth(RULE_WIDTH);
    page.moveTo(left + x1, bottom + y);
    page.lineTo(left + x2, bottom + y);
    page.stroke();
  }
}
