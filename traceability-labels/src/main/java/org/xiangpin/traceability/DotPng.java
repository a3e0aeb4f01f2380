package org.xiangpin.traceability;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG by hand: ImageIO is five times slower. */
final class DotPng {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;

  /** Depth 1, greyscale, deflate, adaptive filters, no interlace (PNG 3rd edition §11.2.1). */
  private static final byte[] ONE_BIT_GREY = {1, 0, 0, 0, 0};

  private DotPng() {}

  static byte[] of(DotImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(SIGNATURE);
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream headerData = new DataOutputStream(header);
      headerData.writeInt(image.width());
      headerData.writeInt(image.height());
      headerData.write(ONE_BIT_GREY);
      chunk(out, "IHDR", header.toByteArray());
      chunk(out, "IDAT", imageData(image));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // writing to memory does not fail
    }
    return bytes.toByteArray();
  }

  /** Lines of dots: the filter's number, 0 for none, then eight dots a byte, 1 being white. */
  private static byte[] imageData(DotImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      for (int y = 0; y < image.height(); y++) {
        byte[] line = new byte[1 + image.stride()];
        byte[] row = image.row(y);
        for (int i = 0; i < row.length; i++) {
          line[1 + i] = (byte) ~row[i];
        }
        out.write(line);
      }
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) checksum.getValue());
  }
}
