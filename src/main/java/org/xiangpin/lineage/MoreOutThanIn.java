package org.xiangpin.lineage;

import java.util.List;
import java.util.Map;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Refusal;

/** More would come out of a step than went in. */
public final class MoreOutThanIn extends Refusal {

  private static final long serialVersionUID = 1L;

  MoreOutThanIn(long in, long out) {
    this(
        "做出来 " + Lang.ZH.exactWeight(out) + "，比用掉的 " + Lang.ZH.exactWeight(in) + " 还多。请再称一称。",
        Lang.EN.exactWeight(out)
            + " came out of "
            + Lang.EN.exactWeight(in)
            + ": more than went in. Weigh again.",
        in,
        out);
  }

  private MoreOutThanIn(String chinese, String english, long in, long out) {
    super(
        409,
        "more-out-than-in",
        chinese,
        english,
        List.of(new Detail("outputs", chinese, english, Map.of("inGrams", in, "outGrams", out))));
  }
}
