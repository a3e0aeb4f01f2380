package org.xiangpin.region;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.xiangpin.region.Region.Level;
import org.xiangpin.shared.CsvFile;
import org.xiangpin.shared.UnreadableFile;

/**
 * One CSV file of one level in the form of {@code china-division}: code, name and the codes above,
 * where a code has as many digits as its level. The level shows in the header.
 */
final class RegionCsv {

  /** The column of the parent's code, by level; the lowest level lists all of them. */
  private static final Map<Level, String> PARENT_COLUMN =
      Map.of(
          Level.CITY, "provinceCode",
          Level.COUNTY, "cityCode",
          Level.TOWNSHIP, "areaCode",
          Level.VILLAGE, "streetCode");

  private static final int LONGEST_NAME = 64;

  private final CsvFile file;
  private final Level level;
  private final Set<Long> seen = new HashSet<>();
  private Set<String> parents = Set.of();

  /** A line that was taken; codes have 12 digits. */
  record Row(String code, String name, String parentCode) {

    /** Where a city has no counties the register repeats its code a level below: 441900. */
    boolean repeatsItsParent() {
      return code.equals(parentCode);
    }
  }

  /** Why a line was not taken. */
  record Fault(String chinese, String english) {}

  private RegionCsv(CsvFile file, Level level) {
    this.file = file;
    this.level = level;
  }

  /**
   * @throws UnreadableFile when the header is not one of the five
   */
  static RegionCsv of(CsvFile file) {
    file.require("code", "name");
    Level[] levels = Level.values();
    for (int i = levels.length - 1; i > 0; i--) {
      if (file.has(PARENT_COLUMN.get(levels[i]))) {
        return new RegionCsv(file, levels[i]);
      }
    }
    if (file.width() > 2) {
      throw new UnreadableFile(
          "第一行没有上级代码这一列（provinceCode、cityCode、areaCode 或 streetCode），看不出是哪一级。",
          "The first line has no column of the level above (provinceCode, cityCode, areaCode or"
              + " streetCode), so the level cannot be told.");
    }
    return new RegionCsv(file, Level.PROVINCE);
  }

  Level level() {
    return level;
  }

  /** The codes of all regions of the levels above, of which a line's parent must be one. */
  void expectParentsAmong(Set<String> codes) {
    parents = codes;
  }

  /** Null when the line can be taken as it is. */
  Fault faultOf(CsvFile.Row line) {
    String code = line.get("code");
    String name = line.get("name");
    if (line.isGarbled()) {
      return new Fault("有读不出的字", "holds characters that cannot be read");
    }
    if (!hasDigits(code, level.digits())) {
      return new Fault(
          "代码应是 " + level.digits() + " 位数字，不是“" + shortened(code) + "”",
          "the code must have " + level.digits() + " digits, not \"" + shortened(code) + "\"");
    }
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return new Fault("名称要有 1 到 64 个字", "the name must have 1 to 64 characters");
    }
    if (level != Level.PROVINCE) {
      String parent = line.get(PARENT_COLUMN.get(level));
      if (parent.isEmpty() || !code.startsWith(parent)) {
        return new Fault(
            "上级代码“" + shortened(parent) + "”与代码“" + code + "”对不上",
            "the parent \"" + shortened(parent) + "\" does not begin the code \"" + code + "\"");
      }
      if (!parents.contains(parentOf(code))) {
        return new Fault("没有上级 " + parent, "the parent " + parent + " is unknown");
      }
    }
    if (!seen.add(Long.parseLong(code))) {
      return new Fault("代码 " + code + " 重复", "the code " + code + " occurs twice");
    }
    return null;
  }

  /** Of a line without a fault. */
  Row read(CsvFile.Row line) {
    String code = line.get("code");
    return new Row(
        RegionCode.padded(code), line.get("name"), level == Level.PROVINCE ? null : parentOf(code));
  }

  private String parentOf(String code) {
    int digits = Level.values()[level.ordinal() - 1].digits();
    return RegionCode.padded(code.substring(0, digits));
  }

  private static boolean hasDigits(String text, int count) {
    return text.length() == count && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }
}
