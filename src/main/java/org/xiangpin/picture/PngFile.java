package org.xiangpin.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.xiangpin.picture.PhotoFile.Format;

/**
 * Walks the chunks of a PNG (W3C PNG, third edition, §5) without decoding it. Texts, times, colour
 * profiles and whatever stands behind the end are left out: some of them are compressed once more
 * and would swell in memory.
 */
final class PngFile {

  private static final int SIGNATURE_BYTES = 8;

  /** Length, name and check of a chunk. */
  private static final int FRAME_BYTES = 12;

  private static final int HEADER_BYTES = 13;

  private static final Set<String> MAKE_THE_PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT");

  private PngFile() {}

  static PhotoFile cut(byte[] file) {
    ByteBuffer png = ByteBuffer.wrap(file);
    ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
    kept.write(file, 0, SIGNATURE_BYTES);
    int orientation = 1;
    for (int at = SIGNATURE_BYTES; at <= file.length - FRAME_BYTES; ) {
      int length = png.getInt(at);
      String name = name(file, at + 4);
      if (length < 0 || length > file.length - at - FRAME_BYTES) {
        throw PhotoFile.brokenOff();
      }
      if (at == SIGNATURE_BYTES && (!name.equals("IHDR") || length != HEADER_BYTES)) {
        throw PhotoFile.broken();
      }
      switch (name) {
        case "acTL" -> throw PhotoFile.moving();
        case "eXIf" -> orientation = ExifOrientation.read(file, at + 8, at + 8 + length);
        case "IEND" -> {
          kept.write(file, at, FRAME_BYTES);
          int header = SIGNATURE_BYTES + 8;
          return new PhotoFile(
              Format.PNG,
              png.getInt(header),
              png.getInt(header + 4),
              orientation,
              kept.toByteArray());
        }
        default -> {
          if (MAKE_THE_PICTURE.contains(name)) {
            kept.write(file, at, length + FRAME_BYTES);
          }
        }
      }
      at += length + FRAME_BYTES;
    }
    throw PhotoFile.brokenOff();
  }

  private static String name(byte[] file, int at) {
    return new String(file, at, 4, StandardCharsets.ISO_8859_1);
  }
}
