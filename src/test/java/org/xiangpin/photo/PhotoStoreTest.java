package org.xiangpin.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.picture.Picture;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;

/** What becomes of files that people send as photos. */
class PhotoStoreTest {

  private static final byte[] SCRIPT = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

  private final PhotoStore store = new PhotoStore();

  @Test
  void thePlaceWhereItWasTakenIsGone() throws Exception {
    byte[] sent = PhotoFixture.withExif(PhotoFixture.jpeg(1600, 1200), 1);
    assertNotNull(metadata(sent).getFirstDirectoryOfType(GpsDirectory.class));
    Metadata kept = metadata(clean(sent).jpeg());
    assertNull(kept.getFirstDirectoryOfType(GpsDirectory.class));
    Set<String> directories =
        StreamSupport.stream(kept.getDirectories().spliterator(), false)
            .map(Directory::getName)
            .collect(Collectors.toSet());
    assertEquals(Set.of("JPEG", "JFIF", "Huffman", "File Type"), directories);
  }

  @ParameterizedTest
  @CsvSource({
    "1, false, 0, 0",
    "2, false, 1, 0",
    "3, false, 1, 1",
    "4, false, 0, 1",
    "5, true, 0, 0",
    "6, true, 1, 0",
    "7, true, 1, 1",
    "8, true, 0, 1"
  })
  void turnsAPhotoUprightHoweverTheCameraWasHeld(
      int orientation, boolean isTurned, int red, int redRow) {
    Picture kept = clean(PhotoFixture.withExif(PhotoFixture.jpeg(600, 400), orientation));
    assertEquals(isTurned ? 400 : 600, kept.width());
    assertEquals(isTurned ? 600 : 400, kept.height());
    BufferedImage shown = PhotoFixture.read(kept.jpeg());
    for (int column = 0; column < 2; column++) {
      for (int row = 0; row < 2; row++) {
        Color corner =
            new Color(
                shown.getRGB(
                    kept.width() * (1 + 2 * column) / 4, kept.height() * (1 + 2 * row) / 4));
        assertEquals(column == red && row == redRow, corner.getRed() > 200, corner.toString());
      }
    }
  }

  @Test
  void whatWasHungBehindOrHiddenInsideIsGone() {
    byte[] sent =
        PhotoFixture.join(
            PhotoFixture.withSegment(PhotoFixture.jpeg(800, 600), 0xFE, SCRIPT),
            SCRIPT,
            "PK\3\4".getBytes(StandardCharsets.ISO_8859_1),
            SCRIPT);
    String kept = new String(clean(sent).jpeg(), StandardCharsets.ISO_8859_1);
    assertFalse(kept.contains("script"));
    assertFalse(kept.contains("PK\3\4"));
    assertTrue(kept.endsWith("\u00FF\u00D9"));
  }

  @Test
  void noPhotoIsLargerThanItMayBe() {
    for (byte[] sent :
        List.of(
            PhotoFixture.file(PhotoFixture.noise(1500, 1100), "png"),
            PhotoFixture.file(PhotoFixture.noise(300, 2400), "jpg"),
            PhotoFixture.jpeg(5000, 30),
            PhotoFixture.png(1, 1))) {
      Picture kept = clean(sent);
      BufferedImage shown = PhotoFixture.read(kept.jpeg());
      assertTrue(kept.jpeg().length <= 60 * 1024, () -> kept.jpeg().length + " bytes");
      assertTrue(Math.max(kept.width(), kept.height()) <= 960);
      assertEquals(kept.width(), shown.getWidth());
      assertEquals(kept.height(), shown.getHeight());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy", "lossless"})
  void takesAWebp(String kind) {
    BufferedImage shown = PhotoFixture.read(clean(PhotoFixture.webp(kind)).jpeg());
    assertEquals(96, shown.getWidth());
    assertTrue(new Color(shown.getRGB(20, 30)).getGreen() < 80);
    assertTrue(new Color(shown.getRGB(80, 30)).getGreen() > 240);
  }

  @Test
  void whatIsTransparentStandsOnWhite() {
    BufferedImage webp = PhotoFixture.read(clean(PhotoFixture.webp("alpha")).jpeg());
    assertTrue(new Color(webp.getRGB(80, 30)).getGreen() > 240);
    BufferedImage clear = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
    BufferedImage png = PhotoFixture.read(clean(PhotoFixture.file(clear, "png")).jpeg());
    assertEquals(Color.WHITE, new Color(png.getRGB(50, 50)));
  }

  @Test
  void takesAPhotoInTheColoursOfAPrinter() throws IOException {
    byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
    byte[] sent = PhotoFixture.withSegment(fourInks(), 0xEE, adobe);
    Color shown = new Color(PhotoFixture.read(clean(sent).jpeg()).getRGB(30, 30));
    assertTrue(shown.getRed() > 180 && shown.getGreen() < 80, shown::toString);
  }

  @Test
  void refusesFourColoursOfWhichNobodySaysWhatTheyAre() throws IOException {
    assertTrue(refusal(fourInks()).contains("这种 JPEG 很少见"));
  }

  /** Red, as Adobe's programs write it: without cyan and black, which they count backwards. */
  private static byte[] fourInks() throws IOException {
    WritableRaster ink = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 64, 4, null);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        ink.setPixel(x, y, new int[] {255, 0, 0, 255});
      }
    }
    return written(jdkWriter(), new IIOImage(ink, null, null), null);
  }

  private static byte[] written(ImageWriter writer, IIOImage image, ImageWriteParam how)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, image, how);
    }
    return bytes.toByteArray();
  }

  private static ImageWriter jdkWriter() {
    var writers = ImageIO.getImageWritersByFormatName("jpeg");
    ImageWriter writer = writers.next();
    while (!writer.getClass().getName().startsWith("com.sun")) {
      writer = writers.next();
    }
    return writer;
  }

  @Test
  void greyStaysAsBrightAsItWas() {
    BufferedImage grey = new BufferedImage(50, 50, BufferedImage.TYPE_BYTE_GRAY);
    ColorModel withAlpha =
        new ComponentColorModel(
            grey.getColorModel().getColorSpace(), true, false, Transparency.TRANSLUCENT, 0);
    WritableRaster pixels = withAlpha.createCompatibleWritableRaster(50, 50);
    for (int y = 0; y < 50; y++) {
      for (int x = 0; x < 50; x++) {
        grey.getRaster().setSample(x, y, 0, 128);
        pixels.setPixel(x, y, new int[] {128, 255});
      }
    }
    for (BufferedImage sent : List.of(grey, new BufferedImage(withAlpha, pixels, false, null))) {
      Picture kept = clean(PhotoFixture.file(sent, "png"));
      assertEquals(128, new Color(PhotoFixture.read(kept.jpeg()).getRGB(20, 20)).getGreen(), 2);
    }
  }

  @Test
  void refusesAFileThatBreaksOff() {
    for (byte[] whole :
        List.of(
            PhotoFixture.jpeg(900, 700), PhotoFixture.png(900, 700), PhotoFixture.webp("lossy"))) {
      for (int part = 1; part < 10; part++) {
        byte[] torn = Arrays.copyOf(whole, 40 + (whole.length - 41) * part / 9);
        assertEquals("照片没传完整，后面缺了一截。请再传一次。", refusal(torn));
      }
    }
  }

  @Test
  void refusesAPhotoOfWhichAPieceIsMissingInside() {
    byte[] whole = PhotoFixture.file(PhotoFixture.noise(400, 400), "jpg");
    byte[] torn = PhotoFixture.join(Arrays.copyOf(whole, whole.length / 2), new byte[] {-1, -39});
    assertEquals("照片文件坏了，打不开。请重新拍一张，或换一张。", refusal(torn));
  }

  @Test
  void refusesABombByItsHeader() {
    byte[] bomb = PhotoFixture.pngThatClaims(30_000, 30_000);
    String said = assertTimeout(Duration.ofSeconds(2), () -> refusal(bomb));
    assertTrue(said.contains("30000×30000"), said);
  }

  @Test
  void refusesAJpegThatComesInAThousandPasses() throws IOException {
    ImageWriter writer = jdkWriter();
    ImageWriteParam inPasses = writer.getDefaultWriteParam();
    inPasses.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    byte[] jpeg = written(writer, new IIOImage(PhotoFixture.picture(80, 60), null, null), inPasses);
    assertEquals(80, clean(jpeg).width());
    int first = indexOf(jpeg, 0xDA, 0);
    byte[] pass = Arrays.copyOfRange(jpeg, first, indexOf(jpeg, 0xC4, first));
    byte[] sent = Arrays.copyOf(jpeg, first);
    for (int i = 0; i < 1000; i++) {
      sent = PhotoFixture.join(sent, pass);
    }
    sent = PhotoFixture.join(sent, Arrays.copyOfRange(jpeg, first, jpeg.length));
    assertTrue(refusal(sent).contains("坏了"));
  }

  private static int indexOf(byte[] jpeg, int marker, int from) {
    int at = from;
    while (jpeg[at] != -1 || (jpeg[at + 1] & 0xFF) != marker) {
      at++;
    }
    return at;
  }

  @Test
  void refusesWhatMoves() {
    byte[] png = PhotoFixture.png(50, 50);
    byte[] moving =
        PhotoFixture.join(
            Arrays.copyOf(png, 33),
            PhotoFixture.chunk("acTL", new byte[8]),
            Arrays.copyOfRange(png, 33, png.length));
    assertEquals("这是会动的图，不是照片。请换一张。", refusal(moving));
    byte[] webp = PhotoFixture.webp("alpha");
    webp[20] |= 0x02;
    assertEquals("这是会动的图，不是照片。请换一张。", refusal(webp));
  }

  @ParameterizedTest
  @CsvSource({
    "'GIF89a..............', GIF",
    "'<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>', 不是照片",
    "'我是一张照片，真的。', 不是照片",
    "'....ftypheic....mif1heic', HEIC",
    "'....ftypmif1....heic', 兼容性最佳",
    "'', 空的"
  })
  void saysOfWhatIsNoPhotoWhatItIs(String content, String word) {
    String said = refusal(content.getBytes(StandardCharsets.UTF_8));
    assertTrue(said.contains(word), said);
  }

  @Test
  void refusesAFileOfMoreThanTenMegabytes() {
    byte[] heavy = PhotoFixture.join(PhotoFixture.jpeg(80, 60), new byte[10_000_000]);
    assertTrue(refusal(heavy).contains("10 MB"));
  }

  @Test
  void whoComesWhileOthersAreDecodedIsToldToComeAgain() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(PhotoStore.AT_ONCE);
    CountDownLatch end = new CountDownLatch(1);
    for (int i = 0; i < PhotoStore.AT_ONCE; i++) {
      Thread slow = new Thread(() -> refusal(new SlowUpload(inside, end)));
      slow.setDaemon(true);
      slow.start();
    }
    inside.await();
    byte[] photo = PhotoFixture.jpeg(80, 60);
    assertEquals(503, assertThrows(PhotosBusy.class, () -> clean(photo)).status());
    end.countDown();
    assertEquals(80, clean(photo).width());
  }

  /** Says that somebody reads it, and waits for the end. */
  private static final class SlowUpload extends InputStream {

    private final CountDownLatch inside;
    private final CountDownLatch end;

    SlowUpload(CountDownLatch inside, CountDownLatch end) {
      this.inside = inside;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      inside.countDown();
      try {
        end.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      return -1;
    }
  }

  private Picture clean(byte[] file) {
    try {
      return store.clean(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String refusal(byte[] file) {
    return refusal(new ByteArrayInputStream(file));
  }

  private String refusal(InputStream file) {
    return assertThrows(InvalidInput.class, () -> store.clean(file)).at("photo", Lang.ZH);
  }

  private static Metadata metadata(byte[] jpeg) throws Exception {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(jpeg));
  }
}
