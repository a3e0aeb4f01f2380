package org.xiangpin.traceability.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xiangpin.traceability.cli.command.ExitCode;

class PrintCommandsTest {
  private static final String LINK = "https://trace.example.cn/01/09520123456788/10/A1/21/S1";
  private static final String SECOND = "https://trace.example.cn/01/09520123456788/10/A1/21/S%2C2";

  @TempDir Path folder;

  @BeforeEach
  void writeCsv() throws IOException {
    write("labels.csv", "\uFEFFlink,serial\r\n" + LINK + ",S1\r\n\r\n\"" + SECOND + "\",\"S,2\"");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static String read(BufferedImage image) throws ReaderException {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] dots = image.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, dots);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  @Test
  void qrDrawsSvgToStandardOutput() {
    Run run = Run.of("qr", LINK, "--size", "25");
    assertEquals(ExitCode.OK, run.code());
    assertTrue(run.out().startsWith("<svg width=\"25mm\" height=\"25mm\" "), run.out());
    assertTrue(run.out().endsWith("</svg>"), "nothing but the picture");
  }

  @Test
  void qrDrawsPngInWholeDotsOfTheSizeWished() throws Exception {
    Run run = Run.of("qr", LINK, "--out", path("code.png"), "--size", "25", "--dpi", "203");
    assertEquals(path("code.png") + ": 33 modules a side.", run.line());
    BufferedImage image = ImageIO.read(folder.resolve("code.png").toFile());
    assertEquals(4 * (33 + 8), image.getWidth(), "4 dots a module are 20.5 mm, 5 would be 25.7");
    assertEquals(LINK, read(image));
  }

  @Test
  void qrDrawsPngToStandardOutput() throws Exception {
    Run run = Run.of("qr", LINK, "--format", "png", "--dots", "3");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(run.bytes()));
    assertEquals(3 * (33 + 8), image.getWidth());
    assertEquals(LINK, read(image));
  }

  @Test
  void qrNamesTheSizeThatWouldFit() {
    Run run = Run.of("qr", LINK, "--out", path("code.png"), "--size", "15", "--dpi", "203");
    assertEquals(ExitCode.REFUSED, run.code());
    assertEquals(
        "A module would have 2 dots and needs 3; a code of 33 modules fits 15.4 mm at 203 dpi.\n",
        run.err());
    assertFalse(Files.exists(folder.resolve("code.png")));
    assertEquals(
        ExitCode.OK,
        Run.of("qr", LINK, "--out", path("code.png"), "--size", "15.4", "--dpi", "203").code());
  }

  @Test
  void qrTakesAnyTextWhenToldTo() {
    assertEquals(ExitCode.REFUSED, Run.of("qr", "黄桃").code());
    assertEquals(ExitCode.REFUSED, Run.of("qr", LINK + "/").code());
    assertEquals(ExitCode.OK, Run.of("qr", "--any-text", "黄桃").code());
    assertEquals(ExitCode.REFUSED, Run.of("qr", "--any-text", "x".repeat(3000)).code());
  }

  @ParameterizedTest
  @CsvSource({
    "--size,4",
    "--size,NaN",
    "--size,1001",
    "--dpi,71",
    "--dpi,2401",
    "--dots,3",
    "--size,x"
  })
  void qrRefusesMeasuresOutOfRange(String option, String value) {
    assertEquals(ExitCode.USAGE, Run.of("qr", LINK, option, value).code());
  }

  @Test
  void qrSaysWhatCannotBeWritten() {
    Run run = Run.of("qr", LINK, "--out", path("no/code.svg"));
    assertEquals(ExitCode.UNREADABLE, run.code());
    assertTrue(run.err().endsWith("no: there is no such folder to write into.\n"), run.err());
    assertEquals(ExitCode.UNREADABLE, Run.of("qr", LINK, "--out", folder.toString()).code());
    assertEquals(ExitCode.USAGE, Run.of("qr", LINK, "--json").code());
    assertEquals(ExitCode.REFUSED, Run.of("qr", LINK, "--format=png", "--dots=101").code());
  }

  @Test
  void sheetPrintsPdfWithTheLinesGiven() throws Exception {
    write("lines.txt", "product = 黄桃\n\nplace=关坝村\n");
    Run run =
        Run.of(
            "sheet",
            "--csv",
            path("labels.csv"),
            "--size",
            "40x30",
            "--format",
            "pdf",
            "--out",
            path("labels.pdf"),
            "--lines",
            path("lines.txt"),
            "--line",
            "place=桃村");
    assertEquals(path("labels.pdf") + ": 2 labels.", run.line(), run.err());
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("labels.pdf").toFile())) {
      assertEquals(2, pdf.getNumberOfPages());
      String text = new PDFTextStripper().getText(pdf);
      assertTrue(text.contains("黄桃") && text.contains("桃村"), text);
      assertTrue(text.contains("trace.example.cn"), "the host of the first link");
      assertTrue(text.contains("S,2"), text);
    }
  }

  @ParameterizedTest
  @CsvSource({"tspl,SIZE 40 mm", "zpl,^XA^PW", "ESC/POS,@"})
  void sheetWritesJobsForPrinters(String format, String beginning) throws IOException {
    Run run =
        Run.of(
            "sheet",
            "--csv",
            path("labels.csv"),
            "--size",
            "40x30",
            "--format",
            format,
            "--dpi",
            "300",
            "--out",
            path("labels.prn"));
    assertEquals(ExitCode.OK, run.code(), run.err());
    String job =
        new String(Files.readAllBytes(folder.resolve("labels.prn")), StandardCharsets.ISO_8859_1);
    assertTrue(job.replaceFirst("^\u001b", "").startsWith(beginning));
  }

  @Test
  void sheetDrawsAPictureForEachLabel() throws Exception {
    for (String format : List.of("svg", "png")) {
      Run run =
          Run.of(
              "sheet",
              "--csv",
              path("labels.csv"),
              "--size",
              "60x40",
              "--format",
              format,
              "--out",
              path("pictures"),
              "--json");
      assertEquals(ExitCode.OK, run.code(), run.err());
      assertTrue(run.out().contains("\"labels\": 2"), run.out());
    }
    assertEquals(LINK, read(ImageIO.read(folder.resolve("pictures/000001.png").toFile())));
    assertEquals(SECOND, read(ImageIO.read(folder.resolve("pictures/000002.png").toFile())));
    assertTrue(Files.readString(folder.resolve("pictures/000002.svg")).startsWith("<svg"));
  }

  @Test
  void sheetPrintsASignedStretchOfARoll() throws Exception {
    write("serials.hex", "5a".repeat(32));
    Run.of("keys", "new", "--id", "a", "--secret", path("a.pem"), "--keys", path("keys.json"));
    List<String> args =
        List.of(
            "sheet",
            "--gtin",
            "09520123456788",
            "--lot",
            "A1",
            "--roll",
            "7",
            "--from",
            "3",
            "--to",
            "4",
            "--base",
            "https://trace.example.cn",
            "--serials-key",
            path("serials.hex"),
            "--size",
            "60x40",
            "--format",
            "png",
            "--out",
            path("roll"),
            "--secret",
            path("a.pem"),
            "--id",
            "a");
    Run run = Run.of(args.toArray(String[]::new));
    assertEquals(path("roll") + ": 2 labels.", run.line(), run.err());
    String link = read(ImageIO.read(folder.resolve("roll/000002.png").toFile()));
    assertTrue(
        link.startsWith("https://trace.example.cn/01/09520123456788/10/A1/21/0070004"), link);
    assertEquals(ExitCode.OK, Run.of("verify", link, "--keys", path("keys.json")).code());

    List<String> wrongKey = new ArrayList<>(args);
    wrongKey.set(args.indexOf(path("serials.hex")), write("short.hex", "5a").toString());
    assertEquals(ExitCode.REFUSED, Run.of(wrongKey.toArray(String[]::new)).code());
    List<String> wrongRoll = new ArrayList<>(args);
    wrongRoll.set(args.indexOf("7"), "32768");
    assertEquals(ExitCode.REFUSED, Run.of(wrongRoll.toArray(String[]::new)).code());
    List<String> backward = new ArrayList<>(args);
    backward.set(args.indexOf("3"), "5");
    assertEquals(ExitCode.USAGE, Run.of(backward.toArray(String[]::new)).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty.",
        "a,b|line 1: the header has no column \"link\".",
        "link|There is no label to print.",
        "link\\nhttps://x/01/1|line 2: AI (01) at position 13: value has 1 characters",
        "link\\n\\nhttps://x/01/09520123456788,S|line 3: the row has 2 columns, the header 1.",
        "link\\n\"https://x/01/09520123456788|line 2: a quote does not end.",
        "link\\nhttps://x/01/0952012345\"6788|line 2: a quote stands within a field.",
        "link\\n\"https://x/01/09520123456788\"x|line 2: text follows a quote."
      })
  void sheetSaysWhichRowIsWrong(String csv, String message) throws IOException {
    write("wrong.csv", csv.replace("\\n", "\n"));
    Run run =
        Run.of(
            "sheet",
            "--csv",
            path("wrong.csv"),
            "--size",
            "40x30",
            "--format",
            "pdf",
            "--out",
            path("x.pdf"));
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.err().contains(message), run.err());
    assertFalse(Files.exists(folder.resolve("x.pdf")));
  }

  @Test
  void aHalfWrittenSheetLeavesNothingAndAnOlderOneStays() throws IOException {
    write("x.pdf", "older");
    write("wrong.csv", "link\n" + LINK + "\n" + LINK + "/\n");
    Run run =
        Run.of(
            "sheet",
            "--csv",
            path("wrong.csv"),
            "--size",
            "40x30",
            "--format",
            "pdf",
            "--out",
            path("x.pdf"));
    assertEquals(ExitCode.REFUSED, run.code());
    assertTrue(run.err().contains("line 3"), run.err());
    assertEquals("older", Files.readString(folder.resolve("x.pdf")));
    try (var files = Files.list(folder)) {
      assertEquals(0, files.filter(file -> file.toString().endsWith(".unfinished")).count());
    }
  }

  @Test
  void aRowWithoutEndIsRefusedWithoutReadingItAll() {
    String endless = "link\n\"" + "x".repeat(1_000_000);
    Run run =
        Run.withInput(
            endless,
            "sheet",
            "--csv",
            "-",
            "--size",
            "40x30",
            "--format",
            "pdf",
            "--out",
            path("x.pdf"));
    assertEquals("-, line 2: the row has more than 10,000 characters.\n", run.err());
  }

  @ParameterizedTest
  @CsvSource({"4x3,pdf,203,2", "A4-24,zpl,203,1", "40x30,doc,203,2", "40x30,tspl,204,2"})
  void sheetRefusesWhatDoesNotGoTogether(String size, String format, String dpi, int code) {
    Run run =
        Run.of(
            "sheet",
            "--csv",
            path("labels.csv"),
            "--size",
            size,
            "--format",
            format,
            "--dpi",
            dpi,
            "--out",
            path("x"));
    assertEquals(code, run.code(), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void sheetRefusesSignedLinksOnLabelsThatAreTooSmall() {
    Run.of("keys", "new", "--id", "a", "--secret", path("a.pem"), "--keys", path("keys.json"));
    Run run =
        Run.of(
            "sheet",
            "--csv",
            path("labels.csv"),
            "--size",
            "A4-65",
            "--format",
            "pdf",
            "--out",
            path("x.pdf"),
            "--secret",
            path("a.pem"),
            "--id",
            "a");
    assertEquals(ExitCode.REFUSED, run.code(), run.out());
    assertTrue(run.err().startsWith("a signed link needs a label of at least 25 mm"), run.err());
  }

  @Test
  void sheetRefusesLinesThatNoLabelHas() throws IOException {
    String[] args = {
      "sheet",
      "--csv",
      path("labels.csv"),
      "--size",
      "40x30",
      "--format",
      "pdf",
      "--out",
      path("x.pdf"),
      "--line",
      "colour=red"
    };
    assertTrue(Run.of(args).err().startsWith("--line colour: the lines of a label are product,"));
    args[9] = "--lines";
    args[10] = write("lines.txt", "product=x\nnonsense").toString();
    assertTrue(Run.of(args).err().endsWith("lines.txt, line 2: not of the form KEY=TEXT.\n"));
    args[10] = path("none.txt");
    assertEquals(ExitCode.UNREADABLE, Run.of(args).code());
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws IOException {
    Files.write(folder.resolve("latin.csv"), new byte[] {'l', 'i', 'n', 'k', '\n', (byte) 0xE9});
    Run run =
        Run.of(
            "sheet",
            "--csv",
            path("latin.csv"),
            "--size",
            "40x30",
            "--format",
            "pdf",
            "--out",
            path("x.pdf"));
    assertEquals(ExitCode.REFUSED, run.code());
    assertEquals(path("latin.csv") + ": is not UTF-8.\n", run.err());
  }
}
