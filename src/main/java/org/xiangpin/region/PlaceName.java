package org.xiangpin.region;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xiangpin.shared.InvalidInput;

/**
 * Names of places as the register has them, as pages show them and as people type them: 永固村委会 is
 * shown as 永固村 and found as 永固.
 */
final class PlaceName {

  /** The committee that runs a village or a community, after the place's own word. */
  private static final Pattern COMMITTEE =
      Pattern.compile("(.+?)(村|社区|嘎查)?(?:村民委员会|居民委员会|村委会|居委会|村民委|居民委|村委|居委)");

  /** Longest first, so that 自治区 goes before 区. */
  private static final List<String> ENDINGS =
      List.of(
          "自治区", "自治州", "自治县", "自治旗", "街道", "地区", "社区", "嘎查", "村", "镇", "乡", "县", "区", "市", "省",
          "旗", "盟");

  private static final int SHORTEST = 2;

  /** As long as the columns. */
  private static final int LONGEST = 64;

  private PlaceName() {}

  /**
   * @param field that the refusal names
   * @throws InvalidInput unless it has 1 to 64 characters and none that breaks lines
   */
  static void check(String name, String field) {
    if (name.isBlank()
        || name.length() > LONGEST
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(field, "名字要 1 到 64 个字。", "The name must have 1 to 64 characters.");
    }
  }

  /** Without the committee: 永固村民委员会 → 永固村, 南关社区居委会 → 南关社区; others as they are. */
  static String shown(String name) {
    Matcher committee = COMMITTEE.matcher(name);
    if (!committee.matches()) {
      return name;
    }
    if (committee.group(2) != null) {
      return committee.group(1) + committee.group(2);
    }
    // a residents' committee without 社区 has no shorter name of its own
    return name.contains("居") ? name : committee.group(1) + "村";
  }

  /** Without its ending, as people type it; never shorter than two characters, so 东村 stays. */
  static String plain(String name) {
    String shown = shown(name);
    if (shown.equals(name) && name.contains("居")) {
      shown = name.replaceFirst("(居民委员会|居委会|居民委|居委)$", "");
    }
    for (String ending : ENDINGS) {
      if (shown.endsWith(ending) && shown.length() - ending.length() >= SHORTEST) {
        return shown.substring(0, shown.length() - ending.length());
      }
    }
    return shown;
  }
}
