package org.xiangpin.lineage;

import java.util.List;
import org.xiangpin.shared.Refusal;
import org.xiangpin.trace.Lot;

/** Goods that must come with their producer's 承诺达标合格证, and don't, are not taken in. */
public final class CommitmentMissing extends Refusal {

  private static final long serialVersionUID = 1L;

  public CommitmentMissing(Lot lot, String field) {
    this(
        "批次 " + lot.code() + " 没有承诺达标合格证，不能收。请对方先补开。",
        "Lot "
            + lot.code()
            + " comes without its commitment certificate and can't be taken. Ask for it first.",
        field);
  }

  private CommitmentMissing(String chinese, String english, String field) {
    super(
        409, "commitment-missing", chinese, english, List.of(new Detail(field, chinese, english)));
  }
}
