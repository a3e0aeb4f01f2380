package org.xiangpin.signin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Times;

/**
 * Stands before every page under {@code /console}: finds the person of the session cookie, or leads
 * to the sign-in page. Other addresses pass untouched and cost nothing.
 */
class SessionFilter {

  @Inject CurrentAccount me;
  @Inject Clock clock;

  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  Optional<Response> recogniseThePerson(
      ContainerRequestContext request, SimpleResourceInfo resource, RoutingContext routing) {
    if (!isConsole(resource, routing) || isForNobody(routing.normalizedPath())) {
      return Optional.empty();
    }
    if (isUnsafe(request.getMethod()) && !isForm(typeOf(request))) {
      // only forms carry the token against forged requests, so nothing else changes anything here
      throw new NotSupportedException();
    }
    Cookie cookie = routing.request().getCookie(SessionCookie.NAME);
    if (cookie != null && !cookie.getValue().isEmpty()) {
      Instant now = Times.now(clock);
      Session.findLiving(cookie.getValue(), now).ifPresent(session -> take(session, now));
    }
    return me.isSignedIn() || isOpenToAll(routing.normalizedPath())
        ? Optional.empty()
        : Optional.of(toSignIn(request, routing));
  }

  private void take(Session session, Instant now) {
    me.signIn(session.account());
    if (session.wantsTouch(now)) {
      QuarkusTransaction.requiringNew().run(() -> session.touch(now));
    }
  }

  /** By the class that answers too: an address can be written in more than one way. */
  private static boolean isConsole(SimpleResourceInfo resource, RoutingContext routing) {
    if (routing.normalizedPath().startsWith("/console")) {
      return true;
    }
    Path path = resource.getResourceClass().getAnnotation(Path.class);
    return path != null && path.value().matches("/?console(/.*)?");
  }

  /** The choice of the language needs no person, and works while the database is away. */
  private static boolean isForNobody(String path) {
    return path.equals("/console/language");
  }

  private static boolean isOpenToAll(String path) {
    return path.equals("/console/sign-in") || path.startsWith("/console/invitation/");
  }

  private static boolean isUnsafe(String method) {
    return !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
  }

  /** Null for none, and for text that is no type. */
  private static MediaType typeOf(ContainerRequestContext request) {
    try {
      return request.getMediaType();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isForm(MediaType type) {
    return type != null
        && (is(type, MediaType.APPLICATION_FORM_URLENCODED_TYPE)
            || is(type, MediaType.MULTIPART_FORM_DATA_TYPE));
  }

  private static boolean is(MediaType type, MediaType wanted) {
    return type.getType().equals(wanted.getType()) && type.getSubtype().equals(wanted.getSubtype());
  }

  private static Response toSignIn(ContainerRequestContext request, RoutingContext routing) {
    String target = "/console/sign-in";
    if (request.getMethod().equals("GET")) {
      target += "?next=" + URLEncoder.encode(routing.request().uri(), StandardCharsets.UTF_8);
    }
    return Response.seeOther(URI.create(target)).build();
  }
}
