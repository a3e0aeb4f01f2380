package org.xiangpin.traceability.gs1;

/** What a reader may allow beyond the strict reading. */
public enum Gs1Option {
  /**
   * In a link the GTIN of key 01 may have 8, 12 or 13 digits; zeros are put before it. So it was
   * until URI Syntax 1.4.
   */
  ZERO_SUPPRESSED_GTIN,

  /**
   * Application identifiers that the table does not hold are read as 1 to 90 characters of set 82:
   * as attributes of a link, and as elements of an element string where their length can be known.
   */
  UNKNOWN_AI
}
