package org.xiangpin.storefront;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.xiangpin.account.StorefrontAccess;
import org.xiangpin.account.StorefrontKeys;

/**
 * Lets nobody in without a key, and nobody beyond the key's scopes. The scope that an operation
 * needs is the one its contract publishes; an operation that publishes none is refused.
 */
class StorefrontFilter {

  private static final String PREFIX = "/api/storefront/";
  private static final String BEARER = "bearer ";

  @Inject StorefrontKeys keys;
  @Inject CurrentStorefront storefront;
  @Inject RoutingContext routing;

  private final Map<Method, Optional<String>> scopes = new ConcurrentHashMap<>();

  @ServerRequestFilter
  void check(ResourceInfo operation) {
    if (!routing.normalizedPath().startsWith(PREFIX)) {
      return;
    }
    StorefrontAccess access =
        key()
            .flatMap(keys::findByBearer)
            .orElseThrow(
                () -> {
                  routing.response().putHeader("WWW-Authenticate", "Bearer realm=\"storefront\"");
                  return new KeyRequired();
                });
    String scope =
        scopes
            .computeIfAbsent(operation.getResourceMethod(), StorefrontFilter::publishedScope)
            .orElseThrow(ScopeMissing::new);
    if (!access.may(scope)) {
      throw new ScopeMissing();
    }
    storefront.is(access);
  }

  private Optional<String> key() {
    String header = routing.request().getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  /** From the interface that the operation implements. */
  private static Optional<String> publishedScope(Method operation) {
    return Arrays.stream(operation.getDeclaringClass().getInterfaces())
        .map(
            contract -> {
              try {
                return contract.getMethod(operation.getName(), operation.getParameterTypes());
              } catch (NoSuchMethodException e) {
                return null;
              }
            })
        .filter(Objects::nonNull)
        .map(method -> method.getAnnotation(SecurityRequirement.class))
        .filter(Objects::nonNull)
        .map(requirement -> requirement.scopes()[0])
        .findFirst();
  }
}
