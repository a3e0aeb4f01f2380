package org.xiangpin.picture;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Hears what a decoder found wrong and passed over. A grey lower half is no photo; an odd header
 * with a whole picture is one.
 */
final class Damage implements IIOReadWarningListener {

  private boolean isInPicture;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    // words of libjpeg (jerror.h: JWRN_HIT_MARKER, JWRN_HUFF_BAD_CODE, JWRN_JPEG_EOF …)
    isInPicture |= warning.startsWith("Corrupt JPEG data") || warning.startsWith("Premature end");
  }

  /**
   * @throws org.xiangpin.shared.InvalidInput when a part of the picture is missing
   */
  void refuse() {
    if (isInPicture) {
      throw PhotoFile.broken();
    }
  }
}
