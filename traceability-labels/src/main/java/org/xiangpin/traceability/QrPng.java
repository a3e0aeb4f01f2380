package org.xiangpin.traceability;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes QR codes as PNG by hand: ImageIO is five times slower and wants the desktop module. */
final class QrPng {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;

  /** Depth 1, greyscale, deflate, adaptive filters, no interlace (PNG 3rd edition §11.2.1). */
  private static final byte[] ONE_BIT_GREY = {1, 0, 0, 0, 0};

  private QrPng() {}

  static byte[] of(QrCode code, int dots) {
    int side = (code.size() + 2 * QrCode.QUIET_ZONE) * dots;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(SIGNATURE);
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream headerData = new DataOutputStream(header);
      headerData.writeInt(side);
      headerData.writeInt(side);
      headerData.write(ONE_BIT_GREY);
      chunk(out, "IHDR", header.toByteArray());
      chunk(out, "IDAT", imageData(code, dots, side));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // writing to memory does not fail
    }
    return bytes.toByteArray();
  }

  private static byte[] imageData(QrCode code, int dots, int side) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      for (int y = -QrCode.QUIET_ZONE; y < code.size() + QrCode.QUIET_ZONE; y++) {
        byte[] line = line(code, y, dots, side);
        for (int i = 0; i < dots; i++) {
          out.write(line);
        }
      }
    }
    return bytes.toByteArray();
  }

  /** One line of dots: the filter's number, 0 for none, then eight dots a byte, 1 being white. */
  private static byte[] line(QrCode code, int y, int dots, int side) {
    byte[] line = new byte[1 + (side + 7) / 8];
    Arrays.fill(line, 1, line.length, (byte) 0xFF);
    if (y >= 0 && y < code.size()) {
      for (int dot = 0; dot < code.size() * dots; dot++) {
        if (code.dark(dot / dots, y)) {
          int place = dot + QrCode.QUIET_ZONE * dots;
          line[1 + place / 8] &= (byte) ~(0x80 >> place % 8);
        }
      }
    }
    return line;
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
