package org.xiangpin.payment;

import org.xiangpin.shared.Refusal;

/** A callback that does not carry the provider's fresh signature. Nothing in it is believed. */
public final class ForgedCallback extends Refusal {

  private static final long serialVersionUID = 1L;

  public ForgedCallback() {
    super(401, "forged-callback", "签名不对。", "The signature is not valid.");
  }
}
