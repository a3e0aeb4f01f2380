package org.xiangpin.traceability.cli.label;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.xiangpin.traceability.LabelSheet;
import org.xiangpin.traceability.LabelSheet.Label;
import org.xiangpin.traceability.LabelSheet.Layout;
import org.xiangpin.traceability.RollLabels;
import org.xiangpin.traceability.RollLabels.Resolution;
import org.xiangpin.traceability.cli.command.InputFile;
import org.xiangpin.traceability.cli.command.OutputFile;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Report;
import org.xiangpin.traceability.cli.command.ReportingCommand;
import org.xiangpin.traceability.cli.command.WrongUsage;
import org.xiangpin.traceability.cli.sign.SigningOptions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code sheet}: prints labels. */
@Command(
    name = "sheet",
    description = "Prints labels: as PDF, as pictures, or as a job for a thermal printer.",
    footer = {
      "",
      "A CSV file has a header with the column \"link\", and perhaps \"serial\", and a label a row.",
      "",
      "Examples:",
      "  sheet --csv labels.csv --size A4-24 --format pdf --out labels.pdf --line product=黄桃",
      "  sheet --csv labels.csv --size 40x30 --format tspl --dpi 203 --out labels.prn",
      "  sheet --gtin 09520123456788 --lot A1 --roll 1 --from 1 --to 500 --serials-key serials.hex",
      "        --base https://trace.example.cn --size 50x30 --format zpl --out labels.zpl"
    })
public final class SheetCommand extends ReportingCommand {
  @ArgGroup(multiplicity = "1")
  private Source source;

  /** Where labels come from: one of the two. */
  private static final class Source {
    @Option(
        names = "--csv",
        required = true,
        paramLabel = "FILE",
        description = "A CSV file of labels in UTF-8.")
    private String csv;

    @ArgGroup(exclusive = false, heading = "Or a stretch of a roll:%n")
    private LabelRange range;
  }

  @ArgGroup(exclusive = false, heading = "Signs each link:%n")
  private SigningOptions signing;

  @Mixin private LabelLines lines;

  @Option(
      names = "--size",
      required = true,
      converter = LabelSize.class,
      paramLabel = "SIZE",
      description =
          "A4-24, A4-40 or A4-65 labels a sheet; 40x30, 50x30, 60x40, 70x50 or 100x100 mm of a roll.")
  private Layout size;

  @Option(
      names = "--format",
      required = true,
      converter = LabelFormat.Converter.class,
      paramLabel = "FORMAT",
      description = "pdf, svg, png, tspl, zpl or esc-pos; all but pdf and svg for rolls only.")
  private LabelFormat format;

  @Option(
      names = "--dpi",
      paramLabel = "DPI",
      description = "Of the printer, 203 or 300 (default: ${DEFAULT-VALUE}).",
      defaultValue = "203")
  private int dpi;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE|FOLDER",
      description = "The file; for svg and png a folder, into which 000001.svg and so on go.")
  private Path out;

  @Override
  protected Report report() throws IOException {
    if (dpi != 203 && dpi != 300) {
      throw new WrongUsage("--dpi should be 203 or 300.");
    }
    if (source.csv == null) {
      return print(source.range.labels(terminal()));
    }
    try (Reader in =
        new BufferedReader(
            new InputStreamReader(
                InputFile.open(terminal(), source.csv), StandardCharsets.UTF_8.newDecoder()))) {
      return print(new LabelCsv(source.csv, in));
    } catch (CharacterCodingException e) {
      throw new Refused(source.csv + ": is not UTF-8.");
    }
  }

  private Report print(Iterator<Label> labels) throws IOException {
    LabelStream stream =
        new LabelStream(labels, signing == null ? null : signing.signer(terminal()));
    LabelSheet.Text text = lines.text(terminal(), stream.first().url());
    if (format.isPicture()) {
      pictures(stream, text);
    } else {
      OutputFile.write(out, file -> job(file, stream, text));
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("labels", stream.count());
    members.put("file", out.toString());
    return Report.done("%s: %,d labels.".formatted(out, stream.count()), members);
  }

  private void job(OutputStream file, LabelStream labels, LabelSheet.Text text) throws IOException {
    if (format == LabelFormat.PDF) {
      LabelSheet.write(file, size, text, labels);
    } else {
      RollLabels.write(file, size, resolution(), format.language().orElseThrow(), text, labels);
    }
  }

  private void pictures(LabelStream labels, LabelSheet.Text text) throws IOException {
    Files.createDirectories(out);
    String suffix = "." + format.name().toLowerCase(Locale.ROOT);
    while (labels.hasNext()) {
      Label label = labels.next();
      byte[] picture =
          format == LabelFormat.PNG
              ? RollLabels.png(size, resolution(), text, label)
              : RollLabels.svg(size, text, label).getBytes(StandardCharsets.UTF_8);
      Path file = out.resolve("%06d%s".formatted(labels.count(), suffix));
      OutputFile.write(file, picked -> picked.write(picture));
    }
  }

  private Resolution resolution() {
    return dpi == 203 ? Resolution.DPI_203 : Resolution.DPI_300;
  }
}
