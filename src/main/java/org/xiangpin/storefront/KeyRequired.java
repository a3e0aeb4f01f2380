package org.xiangpin.storefront;

import org.xiangpin.shared.Refusal;

/** No key, or one that opens nothing. */
public final class KeyRequired extends Refusal {

  private static final long serialVersionUID = 1L;

  public KeyRequired() {
    super(
        401,
        "key-required",
        "请带上有效的钥匙：Authorization: Bearer …",
        "Send a valid key: Authorization: Bearer …");
  }
}
