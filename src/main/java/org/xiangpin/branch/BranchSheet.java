package org.xiangpin.branch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.xiangpin.shared.CsvFile;
import org.xiangpin.shared.ImportReport.Problem;
import org.xiangpin.shared.UnreadableFile;

/** A list of branches as it stands in a file, checked as far as the file alone allows. */
final class BranchSheet {

  static final List<String> COLUMNS =
      List.of(
          "code",
          "name",
          "kind",
          "parent_code",
          "region_code",
          "secretary",
          "liaison_officers",
          "members");

  private static final int MOST_LINES = 50_000;
  private static final int LONGEST_NAME = 96;
  private static final int LONGEST_PERSON = 64;
  private static final int MOST_OFFICERS = 20;
  private static final int MOST_MEMBERS = 1_000_000;

  private final List<Line> lines = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();
  private int read;

  /**
   * @param parentCode empty at the top
   */
  record Line(long number, String code, String parentCode, BranchFacts facts) {}

  private BranchSheet() {}

  /**
   * @throws UnreadableFile when a column is missing, or the file cannot be read to its end
   */
  static BranchSheet read(CsvFile file) {
    file.require(COLUMNS.toArray(String[]::new));
    BranchSheet sheet = new BranchSheet();
    while (file.hasNext()) {
      sheet.take(file.next());
      if (sheet.read > MOST_LINES) {
        throw new UnreadableFile(
            "一次最多导入五万行，请分成几个文件。", "At most 50,000 lines at once; split the file.");
      }
    }
    if (sheet.read == 0) {
      throw new UnreadableFile(
          "表格只有第一行，下面没有组织。", "The list has its first line only, and no organisations.");
    }
    return sheet;
  }

  /** Those without a problem. */
  List<Line> lines() {
    return lines;
  }

  int read() {
    return read;
  }

  boolean hasCode(String code) {
    return codes.contains(code);
  }

  List<Problem> problems() {
    problems.sort(Comparator.comparingLong(Problem::line));
    return List.copyOf(problems);
  }

  void refuse(long line, String column, String value, String chinese, String english) {
    problems.add(Problem.of(line, column, value, chinese, english));
  }

  private void take(CsvFile.Row row) {
    read++;
    int before = problems.size();
    long line = row.line();
    String code = row.narrow("code");
    String parentCode = row.narrow("parent_code");
    String regionCode = row.narrow("region_code");
    if (row.isTooLong()) {
      refuse(
          line,
          "members",
          row.get("members"),
          "这一行的格子比第一行多：可能名称里有逗号，要用引号括起来。",
          "The line has more cells than the first line: a comma within a name needs quotation marks.");
    }
    if (row.isGarbled()) {
      refuse(line, "code", code, "这一行有读不出的字。", "This line holds characters that can't be read.");
    }
    if (!Branch.isCode(code)) {
      refuse(
          line, "code", code, "代码要 1 到 32 个字母或数字。", "The code must be 1 to 32 letters or digits.");
    } else if (!codes.add(code)) {
      refuse(line, "code", code, "这个代码在文件里出现了两次。", "This code stands twice in the file.");
    }
    if (row.get("name").isEmpty() || !isLine(row.get("name"), LONGEST_NAME)) {
      refuse(
          line,
          "name",
          row.get("name"),
          "名称要 1 到 96 个字。",
          "The name must have 1 to 96 characters.");
    }
    BranchKind kind = kind(row.get("kind"));
    if (kind == null) {
      refuse(
          line,
          "kind",
          row.get("kind"),
          "类别只能是县委、乡镇党委、党总支、村支部、单位支部。",
          "The kind is one of " + Arrays.toString(BranchKind.values()) + ".");
    }
    if (!parentCode.isEmpty() && !Branch.isCode(parentCode)) {
      refuse(line, "parent_code", parentCode, "没有这个上级代码。", "No branch has this code.");
    }
    if (!regionCode.matches("[0-9]{12}")) {
      refuse(
          line,
          "region_code",
          regionCode,
          "地区代码要填 12 位数字。",
          "The region's code must have 12 digits.");
    }
    List<String> people = people(row.get("liaison_officers"));
    if (!isLine(row.get("secretary"), LONGEST_PERSON)
        || people.size() > MOST_OFFICERS
        || people.stream().anyMatch(p -> !isLine(p, LONGEST_PERSON))) {
      refuse(
          line,
          "liaison_officers",
          row.get("liaison_officers"),
          "姓名最多 64 个字，联络员最多 20 人。",
          "A name has at most 64 characters, and there are at most 20 liaison officers.");
    }
    int members = members(row.narrow("members"));
    if (members < 0) {
      refuse(
          line,
          "members",
          row.get("members"),
          "党员数要是 0 到 1000000 的整数。",
          "Members is a whole number from 0 to 1000000.");
    }
    if (problems.size() == before) {
      String secretary = row.get("secretary");
      lines.add(
          new Line(
              line,
              code,
              parentCode,
              new BranchFacts(
                  row.get("name"),
                  kind,
                  regionCode,
                  secretary.isEmpty() ? null : secretary,
                  people,
                  members)));
    }
  }

  private static boolean isLine(String text, int longest) {
    return text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
  }

  private static BranchKind kind(String text) {
    String word = text.toUpperCase(Locale.ROOT);
    return Stream.of(BranchKind.values())
        .filter(k -> k.name().equals(word) || k.chinese().equals(text))
        .findFirst()
        .orElse(null);
  }

  private static List<String> people(String text) {
    return Stream.of(text.split("[、;；,，]")).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  /** Empty means none counted; -1 for anything that is no such number. */
  private static int members(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) > MOST_MEMBERS) {
      return -1;
    }
    return Integer.parseInt(text);
  }
}
