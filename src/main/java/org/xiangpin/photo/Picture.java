package org.xiangpin.photo;

/**
 * A photo made clean: the picture alone, upright, in sRGB.
 *
 * @param jpeg at most {@link #MOST_BYTES}
 * @param width in pixels; the longer side has at most {@link #LONGER_SIDE}
 * @param height in pixels
 */
public record Picture(byte[] jpeg, int width, int height) {

  static final int MOST_BYTES = 60 * 1024;
  static final int LONGER_SIDE = 960;
}
