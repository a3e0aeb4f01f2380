package org.xiangpin.lineage;

import java.util.List;
import org.xiangpin.shared.Refusal;
import org.xiangpin.trace.Lot;

/** Nothing is made of a lot that is not certified, is stopped, or whose certification ran out. */
public final class SourceNotValid extends Refusal {

  private static final long serialVersionUID = 1L;

  SourceNotValid(Lot lot, String field) {
    this(
        "批次 " + lot.code() + " 现在不能用：要核验通过，没有停下，也没有过期。",
        "Lot "
            + lot.code()
            + " can't be used now: it must be certified, not stopped, and not expired.",
        field);
  }

  private SourceNotValid(String chinese, String english, String field) {
    super(409, "source-not-valid", chinese, english, List.of(new Detail(field, chinese, english)));
  }
}
