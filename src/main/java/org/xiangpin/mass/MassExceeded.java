package org.xiangpin.mass;

import java.util.List;
import java.util.Map;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Refusal;

/** More was asked of a lot than there is. */
public final class MassExceeded extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * @param field the form's field to name
   * @param free grams that are left for this use
   */
  MassExceeded(MassUse use, String field, long asked, long free) {
    this(field, chinese(use, asked, free), english(use, asked, free), asked, free);
  }

  private MassExceeded(String field, String chinese, String english, long asked, long free) {
    super(
        409,
        "mass-exceeded",
        chinese,
        english,
        List.of(
            new Detail(field, chinese, english, Map.of("askedGrams", asked, "freeGrams", free))));
  }

  private static String chinese(MassUse use, long asked, long free) {
    if (free == 0) {
      return use == MassUse.LABELLED ? "这批的标签已经印够了，不能再印。" : "这批已经用完了，一斤也不剩。";
    }
    return (use == MassUse.LABELLED ? "标签超过这批的重量了：还能贴 " : "超过这批的重量了：还剩 ")
        + Lang.ZH.exactWeight(free)
        + "（"
        + Lang.ZH.weight(free)
        + "），要用 "
        + Lang.ZH.exactWeight(asked)
        + "。";
  }

  private static String english(MassUse use, long asked, long free) {
    if (free == 0) {
      return use == MassUse.LABELLED
          ? "The lot has all the labels it may have."
          : "The lot is used up; nothing is left.";
    }
    return (use == MassUse.LABELLED
            ? "More labels than the lot has goods: for "
            : "More than the lot has: ")
        + Lang.EN.weight(free)
        + (use == MassUse.LABELLED ? " labels are left, for " : " are free, ")
        + Lang.EN.weight(asked)
        + " were asked.";
  }
}
