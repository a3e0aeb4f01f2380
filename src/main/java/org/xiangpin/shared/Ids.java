package org.xiangpin.shared;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidCreator;
import java.time.Duration;
import java.util.Optional;

/**
 * Identifiers: 64 bits, sorted by time, stored as BIGINT and shown as 13 characters of Crockford's
 * base 32. Opaque to clients.
 */
public final class Ids {

  /** Bits of a TSID after its milliseconds. */
  private static final int RANDOM_BITS = 22;

  private Ids() {}

  public static long next() {
    return TsidCreator.getTsid().toLong();
  }

  /** The lowest identifier that could be made this long before another one was. */
  public static long before(long id, Duration earlier) {
    return Math.max(0, (id >>> RANDOM_BITS) - earlier.toMillis()) << RANDOM_BITS;
  }

  public static String toText(long id) {
    return Tsid.from(id).toString();
  }

  /** Empty for anything that is not such an identifier; the caller answers "not found". */
  public static Optional<Long> parse(String text) {
    if (text == null || !Tsid.isValid(text)) {
      return Optional.empty();
    }
    return Optional.of(Tsid.from(text).toLong());
  }
}
