package org.xiangpin.storefront;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.storefront.api.OrdersApi;
import org.xiangpin.storefront.api.Problem;
import org.xiangpin.storefront.api.ProductsApi;
import org.xiangpin.storefrontkey.StorefrontAccess;
import org.xiangpin.storefrontkey.StorefrontKeys;

/**
 * Lets nobody in without a key, and nobody beyond the key's scopes. The scope that an operation
 * needs is the one its contract publishes; an operation that publishes none is refused.
 */
class StorefrontFilter {

  private static final String BEARER = "bearer ";

  @Inject StorefrontKeys keys;
  @Inject CurrentStorefront storefront;
  @Inject RoutingContext routing;
  @Inject RequestLang lang;

  private final Map<Method, Published> published = new ConcurrentHashMap<>();

  /** What the contract says of an operation. */
  private record Published(Optional<String> scope, int success) {

    /** From the interface that the operation implements. */
    static Published of(Method operation) {
      return Arrays.stream(operation.getDeclaringClass().getInterfaces())
          .map(contract -> find(contract, operation))
          .filter(Objects::nonNull)
          .map(Published::read)
          .findFirst()
          .orElse(new Published(Optional.empty(), 200));
    }

    private static Method find(Class<?> contract, Method operation) {
      try {
        return contract.getMethod(operation.getName(), operation.getParameterTypes());
      } catch (NoSuchMethodException e) {
        return null;
      }
    }

    private static Published read(Method method) {
      SecurityRequirement key = method.getAnnotation(SecurityRequirement.class);
      int success =
          Arrays.stream(method.getAnnotationsByType(APIResponse.class))
              .mapToInt(response -> Integer.parseInt(response.responseCode()))
              .filter(status -> status < 300)
              .findFirst()
              .orElse(200);
      return new Published(
          Optional.ofNullable(key).map(requirement -> requirement.scopes()[0]), success);
    }
  }

  @ServerRequestFilter
  void check(ResourceInfo operation) {
    if (!isOurs(operation)) {
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
    if (!access.may(published(operation).scope().orElseThrow(ScopeMissing::new))) {
      throw new ScopeMissing();
    }
    storefront.is(access);
  }

  @ServerResponseFilter
  void succeed(ResourceInfo operation, ContainerResponseContext response) {
    if (!isOurs(operation)) {
      return;
    }
    if (OrdersApi.class.isAssignableFrom(operation.getResourceClass())) {
      // names and addresses of buyers stay in no cache
      response.getHeaders().putSingle("Cache-Control", "no-store");
    }
    if (operation.getResourceMethod() == null) {
      // OPTIONS, answered by the framework
      return;
    }
    if (response.getStatus() == 200) {
      response.setStatus(published(operation).success());
    } else if (response.getStatus() == 400 && !response.hasEntity()) {
      refuseForm(response);
    }
  }

  /** A form is stopped by the framework, which looks for the console's token, by a bare 400. */
  private void refuseForm(ContainerResponseContext response) {
    response.setStatus(415);
    response.setEntity(
        new Problem(
            "urn:xiangpin:problem:http-415",
            "Unsupported Media Type",
            415,
            "http-415",
            lang.get().of("请发 JSON，不要发表单。", "Send JSON, not a form."),
            List.of(),
            null),
        null,
        MediaType.valueOf("application/problem+json"));
  }

  /** By the class that answers: an address can be written in more than one way. */
  private static boolean isOurs(ResourceInfo operation) {
    Class<?> type = operation.getResourceClass();
    return type != null
        && (ProductsApi.class.isAssignableFrom(type) || OrdersApi.class.isAssignableFrom(type));
  }

  private Published published(ResourceInfo operation) {
    return published.computeIfAbsent(operation.getResourceMethod(), Published::of);
  }

  private Optional<String> key() {
    return bearer(routing.request().getHeader("Authorization"));
  }

  /** The key of an Authorization header, if it holds one. */
  static Optional<String> bearer(String header) {
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }
}
