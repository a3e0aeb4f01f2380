package org.xiangpin.signin;

import org.xiangpin.shared.Refusal;

/** The one-time link was used, replaced by a newer one, or has run out. */
public final class InvitationSpent extends Refusal {

  private static final long serialVersionUID = 1L;

  InvitationSpent() {
    super(
        410,
        "invitation-spent",
        "这个链接已经用过，或者过了 7 天。刚设好密码的，直接登录；没有设过的，请让发给您的人再发一个。",
        "This link was used already, or is older than 7 days. If you have just set your password, sign"
            + " in with it; otherwise ask the sender for a new link.");
  }
}
