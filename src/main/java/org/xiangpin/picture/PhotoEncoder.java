package org.xiangpin.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a new JPEG that holds the pixels and nothing else, as good as its size allows. */
final class PhotoEncoder {

  private static final float[] QUALITIES = {0.85f, 0.75f, 0.65f, 0.55f, 0.45f};

  private PhotoEncoder() {}

  /** Lowers the quality first, and the size when that would look bad. */
  static Picture encode(BufferedImage image) {
    for (BufferedImage shown = image; ; ) {
      for (float quality : QUALITIES) {
        byte[] jpeg = jpeg(shown, quality);
        if (jpeg.length <= Picture.MOST_BYTES) {
          return new Picture(jpeg, shown.getWidth(), shown.getHeight());
        }
      }
      shown =
          PhotoDecoder.scaled(
              shown, Math.max(1, shown.getWidth() * 3 / 4), Math.max(1, shown.getHeight() * 3 / 4));
    }
  }

  private static byte[] jpeg(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Picture.MOST_BYTES);
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      // in passes: smaller, and a slow phone shows something soon
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
