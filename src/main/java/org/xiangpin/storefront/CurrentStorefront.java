package org.xiangpin.storefront;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.xiangpin.storefrontkey.StorefrontAccess;

/** The storefront that calls; set by {@link StorefrontFilter} before any operation. */
@RequestScoped
class CurrentStorefront {

  private StorefrontAccess access;

  void is(StorefrontAccess caller) {
    this.access = caller;
  }

  long id() {
    return caller().storefrontId();
  }

  /** The counties whose goods it sees. */
  Set<String> countyCodes() {
    return caller().countyCodes();
  }

  /** Whoever forgot to ask for a key lets nobody in. */
  private StorefrontAccess caller() {
    if (access == null) {
      throw new KeyRequired();
    }
    return access;
  }
}
