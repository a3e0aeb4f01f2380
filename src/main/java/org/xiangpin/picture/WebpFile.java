package org.xiangpin.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.xiangpin.picture.PhotoFile.Format;

/**
 * Walks the chunks of a WebP (RFC 9649) without decoding it. Only the picture and its transparency
 * are kept.
 */
final class WebpFile {

  private static final int HEAD_BYTES = 12;
  private static final int CHUNK_HEAD_BYTES = 8;
  private static final int LARGEST_SIDE_MASK = 0x3FFF;
  private static final int CANVAS_SIDE_MASK = 0xFFFFFF;

  private final byte[] file;
  private final ByteBuffer webp;
  private final ByteBuffer kept;
  private int width;
  private int height;
  private int canvasWidth;
  private int canvasHeight;
  private int orientation = 1;

  private WebpFile(byte[] file) {
    this.file = file;
    this.webp = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    this.kept = ByteBuffer.allocate(file.length + 1).order(ByteOrder.LITTLE_ENDIAN);
  }

  static PhotoFile cut(byte[] file) {
    WebpFile webp = new WebpFile(file);
    byte[] bytes = webp.walk();
    return new PhotoFile(Format.WEBP, webp.width, webp.height, webp.orientation, bytes);
  }

  private byte[] walk() {
    long end = CHUNK_HEAD_BYTES + Integer.toUnsignedLong(webp.getInt(4));
    if (end > file.length) {
      throw PhotoFile.brokenOff();
    }
    kept.put(file, 0, HEAD_BYTES);
    for (int at = HEAD_BYTES; at + CHUNK_HEAD_BYTES <= end; ) {
      int length = webp.getInt(at + 4);
      if (length < 0 || length > end - at - CHUNK_HEAD_BYTES) {
        throw PhotoFile.brokenOff();
      }
      take(at, length);
      at += CHUNK_HEAD_BYTES + length + (length & 1);
    }
    // a canvas of another size than its picture only serves to swell in memory
    require(width > 0);
    require(canvasWidth == 0 || canvasWidth == width && canvasHeight == height);
    kept.putInt(4, kept.position() - CHUNK_HEAD_BYTES);
    byte[] bytes = new byte[kept.position()];
    kept.get(0, bytes);
    return bytes;
  }

  private void take(int at, int length) {
    int from = at + CHUNK_HEAD_BYTES;
    switch (new String(file, at, 4, StandardCharsets.ISO_8859_1)) {
      case "ANIM", "ANMF" -> throw PhotoFile.moving();
      case "EXIF" -> orientation = ExifOrientation.read(file, from, from + length);
      case "VP8X" -> {
        require(length >= 10 && canvasWidth == 0);
        canvasWidth = (webp.getInt(from + 4) & CANVAS_SIDE_MASK) + 1;
        canvasHeight = (webp.getInt(from + 6) >>> 8) + 1;
        if ((file[from] & 0x02) != 0) {
          throw PhotoFile.moving();
        }
        // canvas and transparency stay; the flags of what is left out do not
        int start = kept.position();
        keep(at, length);
        kept.put(start + CHUNK_HEAD_BYTES, (byte) (file[from] & 0x10));
      }
      case "ALPH" -> keep(at, length);
      case "VP8 " -> {
        require(length >= 10 && width == 0 && PhotoFile.starts(file, from + 3, 0x9D, 0x01, 0x2A));
        width = webp.getShort(from + 6) & LARGEST_SIDE_MASK;
        height = webp.getShort(from + 8) & LARGEST_SIDE_MASK;
        keep(at, length);
      }
      case "VP8L" -> {
        require(length >= 5 && width == 0 && file[from] == 0x2F);
        int sides = webp.getInt(from + 1);
        width = (sides & LARGEST_SIDE_MASK) + 1;
        height = (sides >> 14 & LARGEST_SIDE_MASK) + 1;
        keep(at, length);
      }
      default -> {}
    }
  }

  private static void require(boolean isSane) {
    if (!isSane) {
      throw PhotoFile.broken();
    }
  }

  private void keep(int at, int length) {
    kept.put(file, at, CHUNK_HEAD_BYTES + length);
    if ((length & 1) == 1) {
      kept.put((byte) 0);
    }
  }
}
