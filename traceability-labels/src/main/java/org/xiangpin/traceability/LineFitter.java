package org.xiangpin.traceability;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Fits text into lines of a given width: wraps, and shortens with … what is still too long.
 *
 * @param font the font measured with
 * @param size its size in points
 * @param width the width of a line in points
 */
record LineFitter(LabelFont font, float size, float width) {
  private static final String ELLIPSIS = "…";
  private static final Pattern LATIN = Pattern.compile("[!-~]+");

  /** Returns at most {@code maxLines} lines, none wider than the width. */
  List<String> wrap(String text, int maxLines) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (lines.size() < maxLines - 1 && !fits(rest)) {
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
    return text.substring(0, prefixWithin(text, width - widthOf(ELLIPSIS))).strip() + ELLIPSIS;
  }

  /** Keeps the end: of a host that is what its owner registered, the front anyone may invent. */
  String shortenFront(String text) {
    if (fits(text)) {
      return text;
    }
    String reversed = new StringBuilder(text).reverse().toString();
    int kept = prefixWithin(reversed, width - widthOf(ELLIPSIS));
    return ELLIPSIS + text.substring(text.length() - kept);
  }

  /** Whether a number or Latin word of the text is wider than a line. */
  boolean cutsAWord(String text) {
    return LATIN.matcher(text).results().anyMatch(word -> !fits(word.group()));
  }

  private boolean fits(String text) {
    return widthOf(text) <= width;
  }

  private float widthOf(String text) {
    return font.width(text, size);
  }

  /**
   * The last break within the width that Chinese typography allows, such as none before a closing
   * mark; numbers, hosts and Latin words stay whole. What is wider than a line is cut at its end.
   */
  private int lineEnd(String text) {
    int limit = prefixWithin(text, width);
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINA);
    breaks.setText(text);
    int end = breaks.isBoundary(limit) ? limit : breaks.preceding(limit);
    while (end > 0 && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end))) {
      end = breaks.preceding(end);
    }
    return end > 0 ? end : Math.max(limit, text.offsetByCodePoints(0, 1));
  }

  private static boolean isLatin(char c) {
    return c > ' ' && c < 128;
  }

  /** How many chars of the text's beginning are no wider than {@code points}. */
  private int prefixWithin(String text, float points) {
    float sum = 0;
    int end = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      sum += widthOf(text.substring(end, next));
      if (sum > points) {
        break;
      }
      end = next;
    }
    return end;
  }
}
