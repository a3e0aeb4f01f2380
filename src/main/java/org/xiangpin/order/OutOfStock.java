package org.xiangpin.order;

import java.util.List;
import org.xiangpin.shared.Refusal;

/** Not enough is left; names every short line and what can still be ordered. */
public final class OutOfStock extends Refusal {

  private static final long serialVersionUID = 1L;

  public OutOfStock(List<Detail> lines) {
    super(409, "out-of-stock", "有的货不够了，没有下单。", "Not enough is left; nothing was ordered.", lines);
  }
}
