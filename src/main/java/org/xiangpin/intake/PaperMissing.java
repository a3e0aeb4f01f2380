package org.xiangpin.intake;

import java.util.List;
import org.xiangpin.shared.Refusal;

/** A company or cooperative from outside must give its 承诺达标合格证 along, and did not. */
public final class PaperMissing extends Refusal {

  private static final long serialVersionUID = 1L;
  private static final String ZH = "卖家是企业或合作社，没有承诺达标合格证不能收。请对方先补开。";
  private static final String EN =
      "The seller is a company or cooperative: without its commitment certificate the goods can't be"
          + " taken. Ask for it first.";

  PaperMissing() {
    super(409, "commitment-missing", ZH, EN, List.of(new Detail("withCertificate", ZH, EN)));
  }
}
