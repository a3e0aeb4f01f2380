package org.xiangpin.traceability;

/**
 * Where a label stands: the how-manieth of which roll. Rolls are numbered within their lot.
 *
 * @param roll 0 to {@link LabelSerials#MAX_ROLL}
 * @param index 1 to {@link LabelSerials#MAX_INDEX}
 */
public record LabelPosition(int roll, int index) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when roll or index is out of range
   */
  public LabelPosition {
    if (roll < 0 || roll > LabelSerials.MAX_ROLL) {
      throw new IllegalArgumentException("no roll has the number " + roll);
    }
    if (index < 1 || index > LabelSerials.MAX_INDEX) {
      throw new IllegalArgumentException("no label has the index " + index);
    }
  }
}
