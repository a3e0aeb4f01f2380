package org.xiangpin.producer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.CsvFile;
import org.xiangpin.shared.ImportReport.Problem;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.UnreadableFile;

/**
 * A list of producers as it stands in a file. A line names a producer and perhaps one plot; who has
 * several plots stands in several lines.
 */
final class ProducerSheet {

  private static final int MOST_LINES = 20_000;

  /** What the entities call their fields, and the file its columns. */
  private static final Map<String, String> COLUMN_OF =
      Map.of("village", "village_code", "plotName", "plot");

  private final List<Line> lines = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int read;

  /** What tells producers apart, also those of one name: in most villages there are some. */
  record Identity(String village, ProducerKind kind, String name, String phone) {

    static Identity of(Producer p) {
      return new Identity(p.regionCode(), p.kind(), p.name(), p.phone());
    }
  }

  /**
   * @param producer as it would be stored
   * @param plot null when the line names none
   */
  record Line(Producer producer, String plot, long squareMetres) {

    Identity identity() {
      return Identity.of(producer);
    }
  }

  private record LineKey(Identity identity, String plot) {}

  private ProducerSheet() {}

  /**
   * @throws UnreadableFile when a column is missing, or the file cannot be read to its end
   */
  static ProducerSheet read(CsvFile file, CurrentAccount me, Instant now) {
    file.require("village_code", "name");
    ProducerSheet sheet = new ProducerSheet();
    Set<LineKey> met = new HashSet<>();
    while (file.hasNext()) {
      CsvFile.Row row = file.next();
      if (++sheet.read > MOST_LINES) {
        throw new UnreadableFile(
            "一次最多导入两万行，请分成几个文件。", "At most 20,000 lines at once; split the file.");
      }
      try {
        Line line = line(row, me, now);
        if (!met.add(new LineKey(line.identity(), line.plot()))) {
          throw new InvalidInput("name", "这一行在文件里出现了两次。", "This line stands twice in the file.");
        }
        sheet.lines.add(line);
      } catch (Refusal refusal) {
        refusal.details().forEach(detail -> sheet.refuse(row, detail));
      }
    }
    if (sheet.read == 0) {
      throw new UnreadableFile(
          "表格只有第一行，下面没有人。", "The list has its first line only, and nobody below it.");
    }
    return sheet;
  }

  List<Line> lines() {
    return lines;
  }

  int read() {
    return read;
  }

  List<Problem> problems() {
    return problems;
  }

  private static Line line(CsvFile.Row row, CurrentAccount me, Instant now) {
    if (row.isGarbled()) {
      throw new InvalidInput(
          "name", "这一行有读不出的字。", "This line holds characters that can't be read.");
    }
    if (row.isTooLong()) {
      throw new InvalidInput(
          "name",
          "这一行的格子比第一行多：可能名字里有逗号，要用引号括起来。",
          "The line has more cells than the first line: a comma within a name needs quotation marks.");
    }
    String village = row.narrow("village_code");
    if (!Producer.isServedBy(me, village)) {
      throw new InvalidInput(
          "village", "请填您负责的村的 12 位代码。", "The 12 digits of a village that you look after.");
    }
    Producer producer =
        new Producer(
            kind(row.get("kind")),
            row.get("name"),
            shown(row.get("shown")),
            row.narrow("phone"),
            village,
            now);
    if (row.get("mu").isEmpty() && !row.get("plot").isEmpty()) {
      throw new InvalidInput("mu", "有地块就要填亩数。", "A plot needs its area.");
    }
    if (row.get("mu").isEmpty()) {
      return new Line(producer, null, 0);
    }
    String plot = row.get("plot").isEmpty() ? Plot.OWN_LAND : Plot.acceptable(row.get("plot"));
    return new Line(producer, plot, Quantity.squareMetres(row.get("mu"), "mu"));
  }

  /** By its Chinese or English word; empty means a farmer. */
  private static ProducerKind kind(String text) {
    return text.isEmpty()
        ? ProducerKind.FARMER
        : Stream.of(ProducerKind.values())
            .filter(k -> k.name().equalsIgnoreCase(text) || k.label(Lang.ZH).equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "kind",
                        "类别只能是农户、合作社、企业、服务站。",
                        "The kind is FARMER, COOPERATIVE, COMPANY or STATION."));
  }

  /** Empty means the full name. */
  private static NameShown shown(String text) {
    return switch (text) {
      case "", "全名", "FULL" -> NameShown.FULL;
      case "先生", "MR" -> NameShown.MR;
      case "女士", "MS" -> NameShown.MS;
      default ->
          throw new InvalidInput("shown", "只能填全名、先生、女士，或空着。", "FULL, MR or MS, or leave it empty.");
    };
  }

  private void refuse(CsvFile.Row row, Refusal.Detail detail) {
    String column = COLUMN_OF.getOrDefault(detail.pointer(), detail.pointer());
    problems.add(
        Problem.of(row.line(), column, row.get(column), detail.chinese(), detail.english()));
  }
}
