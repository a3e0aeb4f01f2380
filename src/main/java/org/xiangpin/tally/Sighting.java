package org.xiangpin.tally;

import java.time.Instant;

/**
 * One opening of a label's page.
 *
 * @param device a number that tells devices of one label apart
 * @param place null when it is not known
 * @param told whether the browser told the place; else it comes from the address
 * @param inUse whether the label was handed out and not void
 * @param counted false for a place that was told after the scan
 */
public record Sighting(
    Instant at, int device, Place place, boolean told, boolean inUse, boolean counted) {

  /** A scan, with the place of its address. */
  public static Sighting scan(Instant at, int device, Place place, boolean inUse) {
    return new Sighting(at, device, place, false, inUse, true);
  }

  /** Where the device says that it was when it scanned. */
  public static Sighting told(Instant at, int device, Place place, boolean inUse) {
    return new Sighting(at, device, place, true, inUse, false);
  }
}
