package org.xiangpin.traceability;

/** What a label's lines are drawn on. Lengths in points, counted from its lower left corner. */
interface LabelCanvas {

  /**
   * Sets one line of text.
   *
   * @param x left end of its baseline
   * @param y height of its baseline
   */
  void text(LabelFont font, float size, float x, float y, String text);

  /** Draws a thin level line. */
  void rule(float x1, float x2, float y);
}
