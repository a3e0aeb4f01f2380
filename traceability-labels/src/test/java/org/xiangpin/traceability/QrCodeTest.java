package org.xiangpin.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
  private static final String URL =
      "https://x.example.cn/01/09520001000010/10/A26112100001/21/00000019XGZHCQQHTFCQ";

  @Test
  void equalsZxingOnLabels() throws WriterException {
    for (int i = 0; i < 2_000; i++) {
      assertSameAsZxing(URL.substring(0, URL.length() - 6) + "%06d".formatted(i * 487));
    }
  }

  @Test
  void equalsZxingOnRandomTextsOfEveryMode() throws WriterException {
    Random random = new Random(1);
    String[] alphabets = {"0123456789", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", null};
    for (int i = 0; i < 3_000; i++) {
      assertSameAsZxing(randomText(random, alphabets[i % 3], 1 + random.nextInt(260)));
    }
  }

  @Test
  void equalsZxingInEveryVersion() throws WriterException {
    Random random = new Random(2);
    int version = 0;
    for (int length = 1; version < 40; length++) {
      int size = QrCode.encode("x".repeat(length)).size();
      if (size > 17 + 4 * version) {
        assertSameAsZxing(randomText(random, null, length));
        version = (size - 17) / 4;
      }
    }
  }

  /** From the hundredth text of a length on, matrices are sums. */
  @Test
  void equalsZxingAlsoOnManyTextsOfOneLength() throws WriterException {
    Random random = new Random(3);
    for (int length : new int[] {2, 14, 15, 26, 62, 84, 85, 122, 180, 181, 213, 251, 252}) {
      for (int i = 0; i < 100; i++) {
        QrCode.encode("x".repeat(length));
      }
      for (int i = 0; i < 40; i++) {
        assertSameAsZxing(randomText(random, null, length));
        assertSameAsZxing("A".repeat(length - 1) + (char) random.nextInt(128));
      }
    }
  }

  @Test
  void equalsZxingWhileManyThreadsBegin() throws WriterException {
    List<String> texts =
        IntStream.range(0, 1_000).mapToObj(i -> "many threads " + (1000 + i)).toList();
    List<String> drawn = texts.parallelStream().map(text -> QrCode.encode(text).svg()).toList();
    for (int i = 0; i < texts.size(); i++) {
      assertSameAsZxing(texts.get(i));
      assertEquals(QrCode.encode(texts.get(i)).svg(), drawn.get(i));
    }
  }

  /** Long runs, blocks and stripes meet the rules of the mask's penalty that noise rarely meets. */
  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u00017", "UUUU", "0", "A", "3333\u000f", "]]]", "t\u0017"})
  void equalsZxingOnMonotonousTexts(String unit) throws WriterException {
    for (int times = 1; times <= 60; times++) {
      assertSameAsZxing(unit.repeat(times));
    }
  }

  @Test
  void writesChineseAsUtf8() throws WriterException {
    String text = "乡品：石板村黄桃";
    Map<EncodeHintType, Object> hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
    assertSame(
        Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix(), QrCode.encode(text));
    assertEquals(text, QrReader.read(svgImage(QrCode.encode(text).svg())));
  }

  @Test
  void refusesTextsThatNoCodeHolds() {
    assertThrows(IllegalArgumentException.class, () -> QrCode.encode(""));
    assertEquals(177, QrCode.encode("x".repeat(2331)).size());
    String tooLong = "x".repeat(2332);
    assertThrows(IllegalArgumentException.class, () -> QrCode.encode(tooLong));
  }

  @Test
  void refusesModulesOutside() {
    QrCode code = QrCode.encode("x");
    assertEquals(21, code.size());
    assertTrue(code.dark(0, 0));
    assertFalse(code.dark(1, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> code.dark(21, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> code.dark(0, -1));
  }

  @Test
  void drawsSvgThatReadersRead() {
    QrCode code = QrCode.encode(URL);
    String svg = code.svg();
    assertTrue(svg.contains("viewBox=\"0 0 " + (code.size() + 8) + " " + (code.size() + 8) + "\""));
    assertTrue(svg.contains("shape-rendering=\"crispEdges\""));
    assertFalse(svg.substring(0, svg.indexOf('>')).contains("width"));
    assertEquals(svg.indexOf("<path"), svg.lastIndexOf("<path"));
    assertEquals(URL, QrReader.read(svgImage(svg)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20})
  void drawsPngThatReadersRead(int dots) throws IOException {
    QrCode code = QrCode.encode(URL);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(code.png(dots)));
    assertEquals((code.size() + 8) * dots, image.getWidth());
    assertEquals(1, image.getColorModel().getPixelSize());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int column = x / dots - 4;
        int row = y / dots - 4;
        int size = code.size();
        boolean inside = column >= 0 && row >= 0 && column < size && row < size;
        assertEquals(inside && code.dark(column, row) ? 0 : 255, image.getRGB(x, y) & 255);
      }
    }
    if (dots > 1) {
      assertEquals(URL, QrReader.read(image));
    }
  }

  @Test
  void drawsPngOfAHundredDotsAModule() {
    byte[] png = QrCode.encode("x".repeat(2331)).png(100);
    assertEquals(18_500, ByteBuffer.wrap(png).getInt(16), "width in the header");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void refusesDotsOutOfRange(int dots) {
    QrCode code = QrCode.encode("x");
    assertThrows(IllegalArgumentException.class, () -> code.png(dots));
  }

  private static void assertSameAsZxing(String text) throws WriterException {
    assertSame(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix(), QrCode.encode(text));
  }

  private static void assertSame(ByteMatrix expected, QrCode code) {
    assertEquals(expected.getWidth(), code.size());
    for (int y = 0; y < code.size(); y++) {
      for (int x = 0; x < code.size(); x++) {
        if (expected.get(x, y) == 1 != code.dark(x, y)) {
          throw new AssertionError("module " + x + ", " + y + " of " + code.size());
        }
      }
    }
  }

  private static String randomText(Random random, String alphabet, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(
          alphabet == null
              ? (char) random.nextInt(128)
              : alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** Draws the path's rectangles, 4 dots a unit. */
  private static BufferedImage svgImage(String svg) {
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"").matcher(svg);
    assertTrue(box.find());
    int side = 4 * Integer.parseInt(box.group(1));
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, side, side);
    graphics.setColor(Color.BLACK);
    Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(svg);
    while (run.find()) {
      graphics.fillRect(
          4 * Integer.parseInt(run.group(1)),
          4 * Integer.parseInt(run.group(2)),
          4 * Integer.parseInt(run.group(3)),
          4);
    }
    graphics.dispose();
    return image;
  }
}
