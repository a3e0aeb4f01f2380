package org.xiangpin.storefrontkey;

import java.util.Set;

/**
 * What a presented key opens.
 *
 * @param scopes such as {@code orders:write}
 * @param countyCodes 12-digit codes of the counties whose goods the storefront sees
 */
public record StorefrontAccess(
    long storefrontId, String name, Set<String> scopes, Set<String> countyCodes) {

  public boolean may(String scope) {
    return scopes.contains(scope);
  }
}
