package org.xiangpin.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as people send them, and as they should not be sent; each call makes a new one. */
public final class PhotoFixture {

  private PhotoFixture() {}

  /** Blue, its upper left quarter red. */
  public static BufferedImage picture(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.BLUE);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height / 2);
    pen.dispose();
    return image;
  }

  /** What no compression makes small. */
  public static BufferedImage noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return image;
  }

  public static byte[] jpeg(int width, int height) {
    return file(picture(width, height), "jpg");
  }

  public static byte[] png(int width, int height) {
    return file(picture(width, height), "png");
  }

  /** 96 × 64, its left half red: lossy, lossless, or alpha, which is half transparent. */
  public static byte[] webp(String kind) {
    try (InputStream in = PhotoFixture.class.getResourceAsStream("/photo/" + kind + ".webp")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static BufferedImage read(byte[] jpeg) {
    try {
      return ImageIO.read(new ByteArrayInputStream(jpeg));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JPEG with what a phone adds: how it was held, and where, 28°54′36″ N. */
  public static byte[] withExif(byte[] jpeg, int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(108);
    tiff.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x0112, 3, 1, orientation << 16);
    entry(tiff, 0x8825, 4, 1, 38);
    tiff.putInt(0);
    tiff.putShort((short) 2);
    entry(tiff, 1, 2, 2, 'N' << 24);
    entry(tiff, 2, 5, 3, 68);
    tiff.putInt(0);
    tiff.putInt(28).putInt(1).putInt(54).putInt(1).putInt(36).putInt(1);
    byte[] exif = new byte[6 + 92];
    System.arraycopy("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), 0, exif, 0, 6);
    System.arraycopy(tiff.array(), 0, exif, 6, 92);
    return withSegment(jpeg, 0xE1, exif);
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /** The JPEG with one more segment at its beginning. */
  public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    ByteBuffer more = ByteBuffer.allocate(jpeg.length + content.length + 4);
    more.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker);
    more.putShort((short) (content.length + 2)).put(content);
    return more.put(jpeg, 2, jpeg.length - 2).array();
  }

  /** A well-formed PNG of 74 bytes that says it is this large. */
  public static byte[] pngThatClaims(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    return join(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
        chunk("IHDR", header.array()),
        chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}),
        chunk("IEND", new byte[0]));
  }

  /** A chunk of a PNG, with its check. */
  public static byte[] chunk(String name, byte[] content) {
    byte[] named = join(name.getBytes(StandardCharsets.ISO_8859_1), content);
    CRC32 check = new CRC32();
    check.update(named);
    return ByteBuffer.allocate(named.length + 8)
        .putInt(content.length)
        .put(named)
        .putInt((int) check.getValue())
        .array();
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
