package org.xiangpin.epcis;

import org.xiangpin.shared.Refusal;

/** No key, one that opens nothing, or one without the scope. */
public final class KeyWanted extends Refusal {

  private static final long serialVersionUID = 1L;

  private KeyWanted(int status, String code, String chinese, String english) {
    super(status, code, chinese, english);
  }

  static KeyWanted valid() {
    return new KeyWanted(
        401,
        "key-required",
        "请带上有效的钥匙：Authorization: Bearer …",
        "Send a valid key: Authorization: Bearer …");
  }

  static KeyWanted with(String scope) {
    return new KeyWanted(
        403,
        "scope-missing",
        "这把钥匙没有 " + scope + " 权限，请县里给它加上。",
        "The key lacks the scope " + scope + "; ask the county for it.");
  }
}
