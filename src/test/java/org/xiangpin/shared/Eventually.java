package org.xiangpin.shared;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what comes by itself, and not longer than a test allows. */
public final class Eventually {

  private Eventually() {}

  /**
   * @return how long it took until the condition held
   * @throws AssertionError when it does not hold in time
   */
  public static Duration within(Duration atMost, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > atMost.toNanos()) {
        throw new AssertionError("not within " + atMost.toMillis() + " ms");
      }
      LockSupport.parkNanos(10_000_000);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
