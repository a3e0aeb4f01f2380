package org.xiangpin.picture;

/**
 * A photo made clean: the picture alone, upright, in sRGB.
 *
 * @param jpeg at most {@link #MOST_BYTES}
 * @param width in pixels; the longer side has at most {@link #LONGER_SIDE}
 * @param height in pixels
 */
public record Picture(byte[] jpeg, int width, int height) {

  public static final int MOST_BYTES = 60 * 1024;
  public static final int LONGER_SIDE = 960;

  /**
   * Takes a second or two, and up to 100 MB of memory.
   *
   * @param file JPEG, PNG or WebP; the bytes judge, not its name
   * @throws org.xiangpin.shared.InvalidInput for field {@code photo}, naming what is wrong with it
   */
  public static Picture of(byte[] file) {
    return PhotoEncoder.encode(PhotoDecoder.decode(PhotoFile.judge(file)));
  }
}
