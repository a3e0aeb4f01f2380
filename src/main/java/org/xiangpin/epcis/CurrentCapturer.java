package org.xiangpin.epcis;

import jakarta.enterprise.context.RequestScoped;
import org.xiangpin.storefrontkey.StorefrontAccess;

/** The storefront whose key came with the request; set by {@link EpcisFilter}. */
@RequestScoped
class CurrentCapturer {

  private StorefrontAccess access;

  void is(StorefrontAccess caller) {
    this.access = caller;
  }

  long storefrontId() {
    return access.storefrontId();
  }
}
