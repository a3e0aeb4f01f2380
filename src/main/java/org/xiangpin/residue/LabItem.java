package org.xiangpin.residue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Quantity;

/** One substance of a laboratory's report, and its limit by GB 2763, in micrograms a kilogram. */
@Embeddable
public class LabItem {

  /** A kilogram a kilogram. */
  private static final long MOST_UG = 1_000_000_000L;

  private static final int MOST_ITEMS = 200;
  private static final Set<String> NOTHING = Set.of("未检出", "ND", "nd");

  @Column(name = "substance")
  String substance;

  @Column(name = "found_ug")
  Long foundUg;

  @Column(name = "limit_ug")
  long limitUg;

  protected LabItem() {}

  /**
   * Items from text, one a line: the substance, what was found and the limit, in mg/kg, parted by
   * blanks; 未检出 for nothing.
   *
   * @throws InvalidInput for field {@code items}, naming the line
   */
  static List<LabItem> parse(String text) {
    List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.isEmpty() || lines.size() > MOST_ITEMS) {
      throw new InvalidInput(
          "items", "请写检测项目，一行一项，最多两百项。", "List what was tested, one a line, at most 200.");
    }
    return lines.stream().map(LabItem::line).toList();
  }

  private static LabItem line(String line) {
    String[] parts = line.split("[\\s　]+");
    if (parts.length != 3 || parts[0].length() > 64) {
      throw new InvalidInput(
          "items",
          "这一行看不懂：“" + line + "”。请写成：毒死蜱 0.02 0.05",
          "This line can't be read: \"" + line + "\". Write: 毒死蜱 0.02 0.05");
    }
    LabItem item = new LabItem();
    item.substance = parts[0];
    item.foundUg =
        NOTHING.contains(parts[1]) ? null : Quantity.decimal(parts[1], "items", 3, 0, MOST_UG);
    item.limitUg = Quantity.decimal(parts[2], "items", 3, 1, MOST_UG);
    return item;
  }

  public boolean isOverLimit() {
    return foundUg != null && foundUg > limitUg;
  }

  public String substance() {
    return substance;
  }

  /** 毒死蜱 0.02 mg/kg（限 0.05）. */
  public String label(Lang lang) {
    return substance
        + " "
        + (foundUg == null ? lang.of("未检出", "not detected") : milligrams(foundUg) + " mg/kg")
        + lang.of("（限 ", " (limit ")
        + milligrams(limitUg)
        + lang.of("）", ")");
  }

  private static String milligrams(long micrograms) {
    return BigDecimal.valueOf(micrograms, 3).stripTrailingZeros().toPlainString();
  }
}
