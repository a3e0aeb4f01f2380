package org.xiangpin.storefront;

import org.xiangpin.shared.Refusal;

/** The key is known and lacks the operation's scope. */
public final class ScopeMissing extends Refusal {

  private static final long serialVersionUID = 1L;

  public ScopeMissing() {
    super(
        403,
        "scope-missing",
        "这把钥匙不能做这件事，请县里给它加上权限。",
        "The key may not do this; ask the county for the scope.");
  }
}
