package org.xiangpin.traceability;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The outlines of the label fonts' glyphs, for pictures that carry no font. */
final class GlyphShapes {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /** Read once: a font of this kind holds no state between callers. */
  private static final Font REGULAR = load("NotoSansSC-Regular.ttf");

  private static final Font BOLD = load("NotoSansSC-Bold.ttf");

  private GlyphShapes() {}

  /** Outlines with the baseline's left end at (x, y), y growing downward. */
  static Shape of(LabelFont font, float size, float x, float y, String text) {
    return (font.isBold() ? BOLD : REGULAR)
        .deriveFont(size)
        .createGlyphVector(EXACT, text)
        .getOutline(x, y);
  }

  private static Font load(String file) {
    try (InputStream in = GlyphShapes.class.getResourceAsStream("fonts/" + file)) {
      if (in == null) {
        throw new FileNotFoundException("fonts/" + file);
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(file, e);
    }
  }
}
