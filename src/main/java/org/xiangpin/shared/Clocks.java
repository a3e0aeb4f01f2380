package org.xiangpin.shared;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one clock: inject {@link Clock}, never ask the system. Tests put a clock of theirs in. */
class Clocks {

  @Produces
  @DefaultBean
  @Singleton
  Clock systemClock() {
    return Clock.systemUTC();
  }
}
