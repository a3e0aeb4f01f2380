package org.xiangpin.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Now, as the database keeps it (UTC, microseconds), and today, as China has it. */
public final class Times {

  private Times() {}

  public static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), Lang.CHINA);
  }
}
