package org.xiangpin.region;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xiangpin.region.Region.Level;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.UnreadableFile;

/** What an import of regions tells at the terminal: progress, counts, and every line refused. */
final class RegionReport {

  private static final int ROWS_A_LINE = 50_000;
  private static final int MOST_SHOWN = 100;

  private final PrintStream out;
  private final List<String> refusals = new ArrayList<>();
  private String file;
  private long fileRows;
  private long rows;
  private long added;
  private long renamed;
  private long unchanged;
  private long repeated;
  private long refused;
  private boolean failed;

  RegionReport(PrintStream out) {
    this.out = out;
  }

  void reading(String name) {
    file = name;
    fileRows = 0;
  }

  void understood(Level level, Charset charset) {
    String code = charset.equals(StandardCharsets.UTF_8) ? "UTF-8" : "GBK";
    String chinese = List.of("省", "市", "县", "乡镇", "村").get(level.ordinal());
    out.printf("%s: %s / %s, %s%n", file, chinese, level.name().toLowerCase(Locale.ROOT), code);
  }

  void read() {
    rows++;
    if (++fileRows % ROWS_A_LINE == 0) {
      out.printf("%s: %,d 行 / lines%n", file, fileRows);
    }
  }

  void stored(int newOnes, int newNames, int equalOnes) {
    added += newOnes;
    renamed += newNames;
    unchanged += equalOnes;
  }

  void repeatedItsParent() {
    repeated++;
  }

  void refuse(long line, RegionCsv.Fault fault) {
    refuse("第 " + line + " 行：" + fault.chinese(), "line " + line + ": " + fault.english());
  }

  void refuseFile(UnreadableFile reason) {
    refuse(reason.in(Lang.ZH), reason.in(Lang.EN));
  }

  void refuseFile(IOException reason) {
    if (reason instanceof NoSuchFileException) {
      refuse("没有这个文件", "there is no such file");
    } else {
      refuse("读不了这个文件", "cannot be read: " + reason.getMessage());
    }
  }

  /** The database failed; the batches before it are kept. */
  void interrupted(SQLException reason) {
    failed = true;
    out.printf(
        "%s: 数据库出错，已存的都在，请再导入一次 / the database failed, what was stored is kept, import"
            + " again: %s%n",
        file, reason.getMessage());
  }

  /** Prints what was refused and the counts; true when nothing was. */
  boolean end() {
    refusals.forEach(out::println);
    if (refused > refusals.size()) {
      out.printf(
          "… 还有 %,d 处 / and %,d more%n", refused - refusals.size(), refused - refusals.size());
    }
    out.printf(
        "读了 %,d 行：新增 %,d，改名 %,d，未变 %,d，与上级同码 %,d，退回 %,d%n",
        rows, added, renamed, unchanged, repeated, refused);
    out.printf(
        "Read %,d lines: %,d new, %,d renamed, %,d unchanged, %,d repeating their parent's code,"
            + " %,d refused%n",
        rows, added, renamed, unchanged, repeated, refused);
    return refused == 0 && !failed;
  }

  private void refuse(String chinese, String english) {
    refused++;
    if (refusals.size() < MOST_SHOWN) {
      refusals.add(file + ": " + chinese + " / " + english);
    }
  }
}
