package org.xiangpin.ledger;

import org.xiangpin.shared.Lang;

/** What an account is for, and on which side it grows. */
public enum AccountKind {
  /** Money at a payment provider or the bank, the county's. */
  PROVIDER_CLEARING(Side.DEBIT, "支付机构存款", "Money at the provider"),
  /** What buyers have paid and not yet received goods for. */
  BUYER_CLEARING(Side.CREDIT, "买家预付款", "Paid by buyers"),
  REFUND(Side.CREDIT, "应退买家款", "Owed back to buyers"),
  FARMER_PAYABLE(Side.CREDIT, "应付农户款", "Payable to the farmer"),
  /** Paid out, and not yet confirmed. */
  PAYOUT_CLEARING(Side.CREDIT, "付款在途", "Payouts under way"),
  STATION_FEE(Side.CREDIT, "站点服务费", "The station's fee"),
  HUB_FEE(Side.CREDIT, "县级平台服务费", "The county hub's fee"),
  FREIGHT(Side.CREDIT, "运费", "Freight"),
  PROVIDER_FEES(Side.DEBIT, "支付手续费", "The provider's fees"),
  GUARANTEE_FUND(Side.CREDIT, "包销基金", "Guarantee fund"),
  PARTNER_PROFIT(Side.CREDIT, "合伙人利润", "The partner's profit"),
  AID_OBLIGATION(Side.CREDIT, "帮扶应付", "Aid owed"),
  AID_CASH(Side.DEBIT, "帮扶现金", "Aid in cash"),
  AID_GOODS(Side.DEBIT, "帮扶物资", "Aid in goods"),
  HOUSEHOLD_RECEIVED(Side.DEBIT, "农户已收帮扶", "Received by households"),
  STATION_STOCK(Side.DEBIT, "代销库存", "The station's consignment stock"),
  /** Goods come from here and leave to here: farms on one side, kitchens on the other. */
  OUTSIDE(Side.CREDIT, "平台之外", "Outside");

  /** The left or the right of an account. */
  enum Side {
    DEBIT,
    CREDIT
  }

  private final Side side;
  private final String chinese;
  private final String english;

  AccountKind(Side side, String chinese, String english) {
    this.side = side;
    this.chinese = chinese;
    this.english = english;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  /** A balance as people read it: above 0 on the side where the account grows. */
  public long shown(long debitsLessCredits) {
    return side == Side.DEBIT ? debitsLessCredits : Math.negateExact(debitsLessCredits);
  }
}
