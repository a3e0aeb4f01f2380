package org.xiangpin.scan;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Objects;
import org.xiangpin.shared.Secrets;
import org.xiangpin.shared.Times;
import org.xiangpin.tally.AddressPlaces;
import org.xiangpin.tally.LabelId;
import org.xiangpin.tally.Place;
import org.xiangpin.tally.Sighting;

/** What is kept of who scans: roughly where, and a number for the device. */
@ApplicationScoped
class Visitors {

  @Inject AddressPlaces places;
  @Inject Secrets secrets;
  @Inject Clock clock;

  private long key;

  @PostConstruct
  void prepare() {
    key = ByteBuffer.wrap(secrets.derive("scan-device")).getLong();
  }

  Sighting scan(HttpServerRequest request, LabelId label, boolean inUse) {
    return Sighting.scan(
        Times.now(clock),
        device(request, label),
        places.find(request.remoteAddress().hostAddress()),
        inUse);
  }

  Sighting told(HttpServerRequest request, LabelId label, Place place, boolean inUse) {
    return Sighting.told(Times.now(clock), device(request, label), place, inUse);
  }

  /**
   * Tells the devices of one label apart by what their browsers say of themselves, under a key of
   * ours: nobody can tell that the same device scanned two labels. The address does not enter, as a
   * phone's changes from hour to hour; two phones of one make may pass for one, which only makes
   * the rules milder.
   */
  int device(HttpServerRequest request, LabelId label) {
    long mixed = key;
    mixed = mix(mixed ^ label.lotId());
    mixed = mix(mixed ^ (long) label.roll() << 32 ^ label.index());
    mixed = mix(mixed ^ Objects.hashCode(request.getHeader(HttpHeaders.USER_AGENT)));
    mixed = mix(mixed ^ Objects.hashCode(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    return (int) (mixed >>> 32);
  }

  /** The finaliser of MurmurHash3, 64 bits. */
  private static long mix(long bits) {
    long mixed = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
