package org.xiangpin.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.xiangpin.picture.PhotoFile.Format;
import org.xiangpin.shared.InvalidInput;

/**
 * Walks the segments of a JPEG (ITU-T T.81, annex B) without decoding it. Only those that make the
 * picture are kept: a comment, a thumbnail, a second picture behind the end never reach a decoder.
 */
final class JpegFile {

  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int PROGRESSIVE = 0xC2;

  /** A picture that comes in passes has about ten; thousands are a way to keep a server busy. */
  private static final int MOST_SCANS = 40;

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);

  /** Marker, length, name, version 1.02, no unit, 1 : 1, no thumbnail. */
  private static final byte[] PLAIN_JFIF = {
    (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0
  };

  private final byte[] file;
  private final ByteArrayOutputStream kept;
  private int at = 2;
  private int width;
  private int height;
  private int scans;
  private int components;
  private boolean isOfAdobe;
  private int orientation = 1;
  private Format format;

  private JpegFile(byte[] file) {
    this.file = file;
    this.kept = new ByteArrayOutputStream(file.length + 16);
  }

  static PhotoFile cut(byte[] file) {
    JpegFile jpeg = new JpegFile(file);
    jpeg.walk();
    return new PhotoFile(
        jpeg.format, jpeg.width, jpeg.height, jpeg.orientation, jpeg.kept.toByteArray());
  }

  private void walk() {
    kept.write(0xFF);
    kept.write(SOI);
    for (int marker = marker(); marker != EOI; marker = marker()) {
      int length = length();
      take(marker, length);
      at += length;
      if (marker == SOS) {
        takeScan();
      }
    }
    if (format == null || scans == 0) {
      throw PhotoFile.broken();
    }
    if (components == 4 && !isOfAdobe) {
      // four inks, or three colours and transparency: without Adobe's word nobody knows
      throw rare();
    }
    kept.write(0xFF);
    kept.write(EOI);
  }

  /** The next marker that has a segment, or the end; {@code at} stands behind it. */
  private int marker() {
    while (at + 1 < file.length) {
      if (unsigned(at) != 0xFF) {
        throw PhotoFile.broken();
      }
      int marker = unsigned(at + 1);
      at += marker == 0xFF ? 1 : 2;
      if (marker == 0 || marker == SOI) {
        throw PhotoFile.broken();
      }
      if (marker != 0xFF && (marker < 0xD0 || marker > 0xD7) && marker != 0x01) {
        return marker;
      }
    }
    throw PhotoFile.brokenOff();
  }

  /** Of the segment at {@code at}, its two bytes of length included. */
  private int length() {
    if (at + 2 > file.length || at + number(at) > file.length) {
      throw PhotoFile.brokenOff();
    }
    if (number(at) < 2) {
      throw PhotoFile.broken();
    }
    return number(at);
  }

  private void take(int marker, int length) {
    switch (marker) {
      case 0xC0, 0xC1, PROGRESSIVE -> {
        takeFrame(marker, length);
        keep(marker, length);
      }
      // lossless, in levels, arithmetic coding, height at the end: no camera writes them
      case 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF, 0xDC, 0xDE, 0xDF ->
          throw rare();
      case 0xC4, 0xDB, 0xDD, SOS -> keep(marker, length);
      case 0xE0 -> {
        if (holds(JFIF, length)) {
          kept.write(PLAIN_JFIF, 0, PLAIN_JFIF.length);
        }
      }
      case 0xE1 -> {
        if (holds(EXIF, length)) {
          int from = at + 2 + EXIF.length;
          orientation = ExifOrientation.read(file, from, at + length);
        }
      }
      case 0xE2 -> keepIf(ICC, marker, length);
      case 0xEE -> {
        isOfAdobe |= holds(ADOBE, length);
        keepIf(ADOBE, marker, length);
      }
      default -> {}
    }
  }

  private void takeFrame(int marker, int length) {
    if (format != null || length < 8) {
      throw PhotoFile.broken();
    }
    components = unsigned(at + 7);
    if (unsigned(at + 2) != 8 || components != 1 && components != 3 && components != 4) {
      throw rare();
    }
    format = marker == PROGRESSIVE ? Format.JPEG_IN_PASSES : Format.JPEG;
    height = number(at + 3);
    width = number(at + 5);
  }

  private static InvalidInput rare() {
    return PhotoFile.refusal(
        "这种 JPEG 很少见，这里打不开。请用手机重新存一张普通的 JPEG。",
        "This kind of JPEG is a rare one and can't be opened here. Save it as an ordinary JPEG.");
  }

  /** Copies the coded data up to the next marker that is none of its own. */
  private void takeScan() {
    if (format == null || ++scans > MOST_SCANS) {
      throw PhotoFile.broken();
    }
    int from = at;
    while (at + 1 < file.length) {
      int next = unsigned(at + 1);
      if (unsigned(at) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
        kept.write(file, from, at - from);
        return;
      }
      at++;
    }
    throw PhotoFile.brokenOff();
  }

  private void keepIf(byte[] name, int marker, int length) {
    if (holds(name, length)) {
      keep(marker, length);
    }
  }

  private void keep(int marker, int length) {
    kept.write(0xFF);
    kept.write(marker);
    kept.write(file, at, length);
  }

  private boolean holds(byte[] name, int length) {
    return length >= 2 + name.length
        && Arrays.equals(file, at + 2, at + 2 + name.length, name, 0, name.length);
  }

  private int unsigned(int index) {
    return file[index] & 0xFF;
  }

  private int number(int index) {
    return unsigned(index) << 8 | unsigned(index + 1);
  }
}
