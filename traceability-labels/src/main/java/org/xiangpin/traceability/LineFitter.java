package org.xiangpin.traceability;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fits text into lines of a given width: wraps, and shortens with … what is still too long.
 *
 * @param font the font measured with
 * @param size its size in points
 * @param width the width of a line in points
 */
record LineFitter(LabelFont font, float size, float width) {
  private static final String ELLIPSIS = "…";

  /** Returns at most {@code maxLines} lines, none wider than the width. */
  List<String> wrap(String text, int maxLines) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (!rest.isEmpty() && lines.size() < maxLines - 1 && !fits(rest)) {
      int end = lineEnd(rest);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      lines.add(shorten(rest));
    }
    return lines;
  }

  /** Keeps the beginning. */
  String shorten(String text) {
    if (fits(text)) {
      return text;
    }
    return text.substring(0, longestPrefix(text, ELLIPSIS)).strip() + ELLIPSIS;
  }

  /** Keeps the end: of a host that is what its owner registered, the front anyone may invent. */
  String shortenFront(String text) {
    int start = 0;
    while (start < text.length() && !fits(start == 0 ? text : ELLIPSIS + text.substring(start))) {
      start = text.offsetByCodePoints(start, 1);
    }
    return start == 0 ? text : ELLIPSIS + text.substring(start);
  }

  boolean fits(String text) {
    return font.width(text, size) <= width;
  }

  /**
   * The last break that Chinese typography allows within the width: not before a closing mark, not
   * inside a Latin word. A word wider than the line is cut where the line ends.
   */
  private int lineEnd(String text) {
    int limit = longestPrefix(text, "");
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINA);
    breaks.setText(text);
    int end = breaks.isBoundary(limit) ? limit : breaks.preceding(limit);
    if (end <= 0) {
      end = limit;
    }
    return end > 0 ? end : text.offsetByCodePoints(0, 1);
  }

  private int longestPrefix(String text, String tail) {
    int end = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      if (!fits(text.substring(0, next) + tail)) {
        break;
      }
      end = next;
    }
    return end;
  }
}
