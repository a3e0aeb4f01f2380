package org.xiangpin.intake;

import java.util.List;
import org.xiangpin.shared.Refusal;
import org.xiangpin.trace.Lot;

/** Goods that are stopped, or whose certification ran out, change hands no more. */
public final class NotOffered extends Refusal {

  private static final long serialVersionUID = 1L;

  NotOffered(Lot lot) {
    this(
        "批次 " + lot.code() + " 停下了，或认证到期了，现在不能收。",
        "Lot " + lot.code() + " is stopped, or its certification ran out; it can't be taken now.");
  }

  private NotOffered(String chinese, String english) {
    super(409, "source-not-valid", chinese, english, List.of(new Detail("lot", chinese, english)));
  }
}
