package org.xiangpin.epcis;

/**
 * Marks what answers under {@value #PATH}, in this feature or above it: a key is asked for, the
 * standard's headers are given, and problems bear the standard's names.
 */
public interface EpcisApi {

  String PATH = "/epcis/v2";
  String LD_JSON = "application/ld+json";
}
