package org.xiangpin.order;

import java.util.List;
import org.xiangpin.shared.Refusal;

/** Goods whose sale has ended, is paused, or was stopped; names every such line. */
public final class NotOnSale extends Refusal {

  private static final long serialVersionUID = 1L;

  public NotOnSale(List<Detail> lines) {
    super(409, "not-on-sale", "有的货现在不卖了。", "Some goods are not on sale any more.", lines);
  }
}
