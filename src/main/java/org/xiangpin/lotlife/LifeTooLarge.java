package org.xiangpin.lotlife;

import org.xiangpin.shared.Refusal;

/** More than is handed out at once; cut short it would be wrong. */
public final class LifeTooLarge extends Refusal {

  private static final long serialVersionUID = 1L;

  private LifeTooLarge(String chinese, String english) {
    super(413, "query-too-large", chinese, english);
  }

  static LifeTooLarge lots(int lots) {
    return new LifeTooLarge(
        "来去有 " + lots + " 批，一次最多 " + LotLife.MOST_LOTS + " 批，请分批取。",
        "The lineage has %d lots; %d at most are told at once. Ask lot by lot."
            .formatted(lots, LotLife.MOST_LOTS));
  }

  static LifeTooLarge events() {
    return new LifeTooLarge(
        "这批的记录超过 " + LotLife.MOST_EVENTS + " 条，请用接口分页取。",
        "The lot has more than %d events; take them page by page from the API."
            .formatted(LotLife.MOST_EVENTS));
  }
}
