package org.xiangpin.traceability;

import com.lowagie.text.pdf.BaseFont;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A font of the labels: Noto Sans SC, of which the PDF gets the glyphs that it uses.
 *
 * <p>One per sheet written: a font of OpenPDF reads its file again when the PDF ends, through a
 * cursor that two sheets must not share.
 */
final class LabelFont {
  /** The geta mark 〓, by which Chinese and Japanese printers show that a sort is missing. */
  static final int MISSING = 0x3013;

  private final BaseFont font;
  private final boolean bold;

  private LabelFont(BaseFont font, boolean bold) {
    this.font = font;
    this.bold = bold;
  }

  static LabelFont regular() throws IOException {
    return load("NotoSansSC-Regular.ttf", false);
  }

  static LabelFont bold() throws IOException {
    return load("NotoSansSC-Bold.ttf", true);
  }

  private static LabelFont load(String file, boolean bold) throws IOException {
    try (InputStream in = LabelFont.class.getResourceAsStream("fonts/" + file)) {
      if (in == null) {
        throw new FileNotFoundException("fonts/" + file);
      }
      boolean cached = false;
      return new LabelFont(
          BaseFont.createFont(
              file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, cached, in.readAllBytes(), null),
          bold);
    }
  }

  boolean isBold() {
    return bold;
  }

  BaseFont baseFont() {
    return font;
  }

  /** Returns the width of a printable text in points. */
  float width(String text, float size) {
    return font.getWidthPoint(text, size);
  }

  /**
   * Returns the text as this font can print it: white space as single spaces, and 〓 for each
   * character without a glyph, for a dropped character would make another name of a name.
   */
  String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.strip()
        .replaceAll("\\s+", " ")
        .codePoints()
        .map(c -> font.charExists(c) ? c : MISSING)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
