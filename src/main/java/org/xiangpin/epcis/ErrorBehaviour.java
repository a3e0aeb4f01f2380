package org.xiangpin.epcis;

import java.util.Locale;

/** What becomes of a document's good events when others are bad: none is kept, or all of them. */
enum ErrorBehaviour {
  ROLLBACK,
  PROCEED;

  static final String HEADER = "GS1-Capture-Error-Behaviour";

  /**
   * @param header null for the usual
   * @throws NotOffered for a word that there is not
   */
  static ErrorBehaviour of(String header) {
    if (header == null || header.isBlank()) {
      return ROLLBACK;
    }
    for (ErrorBehaviour one : values()) {
      if (one.word().equals(header.strip().toLowerCase(Locale.ROOT))) {
        return one;
      }
    }
    throw new NotOffered(HEADER, "rollback, proceed");
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
