package org.xiangpin.traceability.cli.label;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.xiangpin.traceability.QrCode;
import org.xiangpin.traceability.cli.command.OutputFile;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Report;
import org.xiangpin.traceability.cli.command.ReportingCommand;
import org.xiangpin.traceability.cli.command.WrongUsage;
import org.xiangpin.traceability.cli.link.ReadLink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code qr}: draws the code of a link. */
@Command(
    name = "qr",
    description = "Draws the QR code of a GS1 Digital Link, level M, quiet zone included.",
    footer = {
      "",
      "Examples:",
      "  qr 'https://id.gs1.org/01/09520123456788/10/A1' --out a1.svg --size 25",
      "  qr 'https://id.gs1.org/01/09520123456788/10/A1' --out a1.png --size 25 --dpi 203"
    })
public final class QrCommand extends ReportingCommand {
  private static final int LEAST_DOTS = 3;
  private static final int QUIET_ZONES = 8;
  private static final double MILLIMETRES_PER_INCH = 25.4;

  /** The files. */
  private enum Format {
    SVG,
    PNG
  }

  @Parameters(paramLabel = "URI", description = "The link.")
  private String uri;

  @Option(names = "--any-text", description = "Take any text instead of a link.")
  private boolean anyText;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file, .svg or .png (default: SVG to standard output).")
  private Path file;

  @Option(names = "--format", paramLabel = "FORMAT", description = "svg or png.")
  private Format format;

  @Option(
      names = "--size",
      paramLabel = "MM",
      description = "Side of the square in mm, 5 to 1000, quiet zone included.")
  private Double size;

  @Option(
      names = "--dpi",
      paramLabel = "DPI",
      description = "Dots an inch of a PNG, 72 to 2400 (default: ${DEFAULT-VALUE}).",
      defaultValue = "300")
  private int dpi;

  @Option(
      names = "--dots",
      paramLabel = "DOTS",
      description = "Side of a module of a PNG in dots, 1 to 100, instead of --size (default: 8).")
  private Integer dots;

  @Override
  protected Report report() throws IOException {
    checkRanges();
    if (!anyText) {
      ReadLink.parse(uri, Set.of());
    }
    QrCode code = QrCode.encode(uri);
    boolean png = format() == Format.PNG;
    byte[] drawn = png ? code.png(dotsPerModule(code)) : svg(code);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("modules", code.size());
    if (png) {
      members.put("dotsPerModule", dotsPerModule(code));
      members.put("side", (code.size() + QUIET_ZONES) * dotsPerModule(code));
    }
    if (file == null) {
      terminal().out().write(drawn);
      return Report.done("", members);
    }
    OutputFile.write(file, out -> out.write(drawn));
    members.put("file", file.toString());
    return Report.done("%s: %d modules a side.".formatted(file, code.size()), members);
  }

  private void checkRanges() {
    if (file == null && isJson()) {
      throw new WrongUsage("--json needs --out, since the code itself goes to standard output.");
    }
    if (size != null && dots != null) {
      throw new WrongUsage("Give --size or --dots, not both.");
    }
    if (size != null && !(size >= 5 && size <= 1000)) {
      throw new WrongUsage("--size should be 5 to 1000 mm.");
    }
    if (dpi < 72 || dpi > 2400) {
      throw new WrongUsage("--dpi should be 72 to 2400.");
    }
    if (dots != null && format() != Format.PNG) {
      throw new WrongUsage("--dots is for PNG; give the side of an SVG by --size.");
    }
  }

  private Format format() {
    if (format != null) {
      return format;
    }
    String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".png") ? Format.PNG : Format.SVG;
  }

  private byte[] svg(QrCode code) {
    String svg = code.svg();
    if (size != null) {
      String number = BigDecimal.valueOf(size).stripTrailingZeros().toPlainString();
      String side = "<svg width=\"%1$smm\" height=\"%1$smm\" ".formatted(number);
      svg = svg.replaceFirst("<svg ", side);
    }
    return svg.getBytes(StandardCharsets.UTF_8);
  }

  private int dotsPerModule(QrCode code) {
    if (size == null) {
      return dots == null ? 8 : dots;
    }
    int modules = code.size() + QUIET_ZONES;
    int whole = (int) (size * dpi / MILLIMETRES_PER_INCH / modules);
    if (whole < LEAST_DOTS) {
      throw new Refused(
          "A module would have %d dots and needs %d; a code of %d modules fits %.1f mm at %d dpi."
              .formatted(
                  whole,
                  LEAST_DOTS,
                  code.size(),
                  Math.ceil(LEAST_DOTS * modules * MILLIMETRES_PER_INCH / dpi * 10) / 10,
                  dpi));
    }
    return whole;
  }
}
