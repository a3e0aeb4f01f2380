package org.xiangpin.ledger;

import java.time.YearMonth;
import org.xiangpin.shared.Refusal;

/** The books of this month are closed; what comes later is written into the next one. */
public final class PeriodClosed extends Refusal {

  private static final long serialVersionUID = 1L;

  PeriodClosed(YearMonth period) {
    super(
        409,
        "period-closed",
        period.getYear() + "年" + period.getMonthValue() + "月的账已经结了，请记到本月。",
        "The books of " + period + " are closed; write it into this month.");
  }
}
