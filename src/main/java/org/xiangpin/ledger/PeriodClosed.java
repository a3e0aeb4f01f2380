package org.xiangpin.ledger;

import java.time.YearMonth;
import org.xiangpin.shared.Refusal;

/** The books of this month are not open: closed, or not begun. */
public final class PeriodClosed extends Refusal {

  private static final long serialVersionUID = 1L;

  PeriodClosed(YearMonth period) {
    super(
        409,
        "period-closed",
        period.getYear() + "年" + period.getMonthValue() + "月的账不能再记了，请记到本月。",
        "The books of " + period + " are not open; write it into this month.");
  }
}
