package org.xiangpin.signin;

import org.xiangpin.shared.Refusal;

/** Too many wrong passwords from one address, or too many people signing in at this moment. */
public final class TooManyAttempts extends Refusal {

  private static final long serialVersionUID = 1L;

  TooManyAttempts() {
    super(
        429,
        "too-many-attempts",
        "试得太多了。请过 15 分钟再登录，您的账号和数据都没有变。",
        "Too many attempts. Sign in again in 15 minutes; your account and data are unchanged.");
  }
}
