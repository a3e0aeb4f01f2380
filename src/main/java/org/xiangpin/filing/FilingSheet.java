package org.xiangpin.filing;

import java.io.IOException;

/** Takes the rows of a filing as they come and writes them; keeps none. Two kinds: JSON, Excel. */
interface FilingSheet {

  void begin(Section section) throws IOException;

  /**
   * @param values a String, a BigDecimal, a LocalDate or null for each column
   */
  void row(Object[] values) throws IOException;

  void end() throws IOException;

  /** The last thing; the stream stays open. */
  void finish() throws IOException;
}
