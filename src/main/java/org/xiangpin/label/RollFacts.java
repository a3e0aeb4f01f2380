package org.xiangpin.label;

/**
 * What somebody wants of a roll.
 *
 * @param size labels, 1 to 1,000,000
 * @param packGrams what is in the pack that one label goes on, above 0
 * @param isOrdered whether the office orders it, to be handed out later; else who issues it prints
 *     it for himself
 * @param hasCodes whether each label has a one-time code under a layer to scratch off
 */
public record RollFacts(int size, long packGrams, boolean isOrdered, boolean hasCodes) {

  /** A plain roll for who prints it himself. */
  public static RollFacts own(int size, long packGrams) {
    return new RollFacts(size, packGrams, false, false);
  }
}
