package org.xiangpin.picture;

import org.xiangpin.shared.InvalidInput;

/**
 * An uploaded file that says of itself, before anything is decoded, that it is a photo within the
 * limits.
 *
 * @param width in pixels, as it is stored, before it is turned
 * @param height in pixels
 * @param orientation 1 to 8 of Exif tag 0x0112 (CIPA DC-008 §4.6.4), 1 where there is none
 * @param bytes what the decoder needs of the file, and nothing else
 */
record PhotoFile(Format format, int width, int height, int orientation, byte[] bytes) {

  /** How many pixels may be decoded; formats whose decoder keeps them all in memory get fewer. */
  enum Format {
    JPEG(50_000_000),
    JPEG_IN_PASSES(24_000_000),
    PNG(50_000_000),
    WEBP(16_000_000);

    private final long mostPixels;

    Format(long mostPixels) {
      this.mostPixels = mostPixels;
    }
  }

  PhotoFile {
    if (width < 1 || height < 1) {
      throw broken();
    }
    if ((long) width * height > format.mostPixels) {
      throw refusal(
          "照片太大：" + width + "×" + height + "。请用手机上的小尺寸再存一张，或截一张图来传。",
          "The photo is too large: "
              + width
              + " × "
              + height
              + " pixels. Save a smaller copy, or send a screenshot of it.");
    }
  }

  /**
   * Judges a file by its first bytes and reads on only as far as its headers; its name and what the
   * browser called it count for nothing.
   *
   * @throws InvalidInput for field {@code photo}, naming what is wrong
   */
  static PhotoFile judge(byte[] file) {
    if (starts(file, 0, 0xFF, 0xD8, 0xFF)) {
      return JpegFile.cut(file);
    }
    if (starts(file, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return PngFile.cut(file);
    }
    if (starts(file, 0, 'R', 'I', 'F', 'F') && starts(file, 8, 'W', 'E', 'B', 'P')) {
      return WebpFile.cut(file);
    }
    if (starts(file, 4, 'f', 't', 'y', 'p')) {
      throw refusal(
          "这是 HEIC 照片，这里打不开。请在苹果手机“设置、相机、格式”里选“兼容性最佳”再拍；或用微信发给自己，存下来再传。",
          "This is a HEIC photo, which can't be opened here. On the iPhone choose Settings, Camera,"
              + " Formats, \"Most Compatible\" and take it again, or save a copy as JPEG.");
    }
    if (starts(file, 0, 'G', 'I', 'F', '8')) {
      throw refusal(
          "这是 GIF 动图，不是照片。请传 JPEG、PNG 或 WebP 照片。",
          "This is a GIF, not a photo. Send a JPEG, PNG or WebP.");
    }
    if (file.length == 0) {
      throw refusal("这个文件是空的。请重新选一张照片。", "The file is empty. Choose the photo again.");
    }
    throw refusal(
        "这个文件不是照片。请传手机拍的 JPEG 照片，PNG、WebP 也行。",
        "This file is no photo. Send a JPEG as phones take them; PNG and WebP will do, too.");
  }

  static InvalidInput broken() {
    return refusal(
        "照片文件坏了，打不开。请重新拍一张，或换一张。",
        "The photo's file is damaged. Take it again, or choose another.");
  }

  static InvalidInput brokenOff() {
    return refusal(
        "照片没传完整，后面缺了一截。请再传一次。",
        "The photo is not complete; its end is missing. Please send it again.");
  }

  static InvalidInput moving() {
    return refusal("这是会动的图，不是照片。请换一张。", "This picture moves. Choose a photo that does not.");
  }

  static InvalidInput refusal(String chinese, String english) {
    return new InvalidInput("photo", chinese, english);
  }

  static boolean starts(byte[] file, int at, int... expected) {
    if (file.length < at + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((file[at + i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
