package org.xiangpin.eventhash;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Times as EPCIS writes them (RFC 3339). */
public final class Timestamp {

  private Timestamp() {}

  /**
   * @throws DateTimeException for anything else
   */
  public static Instant of(String text) {
    return OffsetDateTime.parse(text.replace(' ', 'T').toUpperCase(Locale.ROOT)).toInstant();
  }
}
