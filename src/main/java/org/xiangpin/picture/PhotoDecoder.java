package org.xiangpin.picture;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.xiangpin.shared.InvalidInput;

/**
 * Makes pixels of a judged file: few enough from the start, upright, in sRGB, on white where it is
 * transparent.
 */
final class PhotoDecoder {

  /** What is decoded has between this and twice as many pixels along its longer side. */
  private static final int ENOUGH = Picture.LONGER_SIDE * 3 / 2;

  private static final ImageReaderSpi JPEG = known(new JPEGImageReaderSpi());
  private static final ImageReaderSpi WEBP = known(new WebPImageReaderSpi());

  private PhotoDecoder() {}

  /** The reader finds the JDK's own, which it builds on, when it is made known. */
  private static <S extends ImageReaderSpi> ImageReaderSpi known(S reader) {
    IIORegistry registry = IIORegistry.getDefaultInstance();
    registry.registerServiceProvider(reader);
    return registry.getServiceProviderByClass(reader.getClass());
  }

  /**
   * @throws InvalidInput for field {@code photo} when it cannot be decoded to its end
   */
  static BufferedImage decode(PhotoFile file) {
    ImageReader reader = null;
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes()))) {
      reader = reader(file);
      Damage damage = new Damage();
      reader.addIIOReadWarningListener(damage);
      reader.setInput(in, true, true);
      ImageReadParam few = reader.getDefaultReadParam();
      int step = Math.max(1, Math.max(file.width(), file.height()) / ENOUGH);
      few.setSourceSubsampling(step, step, 0, 0);
      BufferedImage image = reader.read(0, few);
      damage.refuse();
      return upright(small(srgb(image)), file.orientation());
    } catch (IOException | RuntimeException e) {
      // decoders of hostile bytes fail in many ways; to the sender they are one
      throw e instanceof InvalidInput refusal ? refusal : PhotoFile.broken();
    } finally {
      if (reader != null) {
        reader.dispose();
      }
    }
  }

  private static ImageReader reader(PhotoFile file) throws IOException {
    return switch (file.format()) {
      case JPEG, JPEG_IN_PASSES -> JPEG.createReaderInstance();
      case WEBP -> WEBP.createReaderInstance();
      case PNG -> ImageIO.getImageReadersByFormatName("png").next();
    };
  }

  /** A phone's wide colours come out as its screen showed them. */
  private static BufferedImage srgb(BufferedImage image) {
    ColorSpace space = image.getColorModel().getColorSpace();
    if (space.getType() == ColorSpace.TYPE_GRAY) {
      return image.getColorModel().hasAlpha() ? greyOnWhite(image) : image;
    }
    return space.isCS_sRGB()
        ? image
        : new ColorConvertOp(null).filter(image, canvas(image.getWidth(), image.getHeight()));
  }

  /** The JDK takes grey with transparency for linear light, and would make it too bright. */
  private static BufferedImage greyOnWhite(BufferedImage image) {
    Raster grey = image.getRaster();
    int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
    BufferedImage opaque = canvas(image.getWidth(), image.getHeight());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        long alpha = grey.getSample(x, y, 1);
        long light = (grey.getSample(x, y, 0) * alpha + most * (most - alpha)) / most;
        opaque.setRGB(x, y, (int) (light * 255 / most) * 0x010101);
      }
    }
    return opaque;
  }

  /** Halves while it can, so that no pixel is passed over; then the last step. */
  private static BufferedImage small(BufferedImage image) {
    int longer = Math.max(image.getWidth(), image.getHeight());
    double factor = Math.min(1, (double) Picture.LONGER_SIDE / longer);
    int width = (int) Math.max(1, Math.round(image.getWidth() * factor));
    int height = (int) Math.max(1, Math.round(image.getHeight() * factor));
    BufferedImage halved = image;
    while (halved.getWidth() > 2 * width && halved.getHeight() > 2 * height) {
      halved = scaled(halved, halved.getWidth() / 2, halved.getHeight() / 2);
    }
    return scaled(halved, width, height);
  }

  static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage smaller = canvas(width, height);
    Graphics2D pen = smaller.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
    pen.dispose();
    return smaller;
  }

  private static BufferedImage canvas(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  /** Undoes how the camera was held (CIPA DC-008 §4.6.4, tag Orientation). */
  private static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation == 1) {
      return image;
    }
    int w = image.getWidth();
    int h = image.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
    BufferedImage turned = orientation < 5 ? canvas(w, h) : canvas(h, w);
    Graphics2D pen = turned.createGraphics();
    pen.drawImage(image, turn, null);
    pen.dispose();
    return turned;
  }
}
