package org.xiangpin.residue;

import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Refusal;

/** Nobody vouches for a lot in which a test found something that is not resolved. */
public final class ResidueUnresolved extends Refusal {

  private static final long serialVersionUID = 1L;

  ResidueUnresolved(ResidueStanding standing, String lotCode) {
    super(
        409,
        "residue-unresolved",
        "批次 " + lotCode + "：" + chinese(standing),
        "Lot " + lotCode + ": " + english(standing));
  }

  private static String chinese(ResidueStanding standing) {
    return switch (standing.kind()) {
      case TO_REPEAT ->
          Lang.ZH.date(standing.test().testedOn())
              + "速测 "
              + standing.test().valueText()
              + "，到了 "
              + standing.test().thresholdText()
              + "，算阳性，还没有复测。请先用同样的方法复测，或送实验室。";
      case TO_LABORATORY -> "速测两次都是阳性，要送实验室。有合格的检验报告才能继续。";
      default -> "检验报告 " + standing.report().reportNumber() + " 不合格，不能通过。";
    };
  }

  private static String english(ResidueStanding standing) {
    return switch (standing.kind()) {
      case TO_REPEAT ->
          "the rapid test of "
              + Lang.EN.date(standing.test().testedOn())
              + " gave "
              + standing.test().valueText()
              + ", positive from "
              + standing.test().thresholdText()
              + " on, and was not repeated. Repeat it by the same method, or send a sample to a"
              + " laboratory.";
      case TO_LABORATORY ->
          "two rapid tests were positive. A laboratory's report that passes it is needed.";
      default -> "the laboratory's report " + standing.report().reportNumber() + " failed it.";
    };
  }
}
