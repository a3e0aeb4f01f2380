package org.xiangpin.epcis;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.xiangpin.shared.ProblemMapper;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.storefrontkey.StorefrontAccess;
import org.xiangpin.storefrontkey.StorefrontKeys;

/**
 * Lets nobody in without a key: {@code trace:read} reads, {@code trace:write} captures. Every
 * answer says what is spoken here, and every problem bears the standard's name.
 */
class EpcisFilter {

  private static final String BEARER = "bearer ";

  @Inject StorefrontKeys keys;
  @Inject CurrentCapturer capturer;
  @Inject RoutingContext routing;
  @Inject RequestLang lang;

  @ServerRequestFilter
  void check(ContainerRequestContext request, ResourceInfo operation) {
    if (!isOurs(operation) || request.getMethod().equals(HttpMethod.OPTIONS)) {
      return;
    }
    StorefrontAccess access =
        key()
            .flatMap(keys::findByBearer)
            .orElseThrow(
                () -> {
                  routing.response().putHeader("WWW-Authenticate", "Bearer realm=\"epcis\"");
                  return KeyWanted.valid();
                });
    String scope = request.getMethod().equals(HttpMethod.POST) ? "trace:write" : "trace:read";
    if (!access.may(scope)) {
      throw KeyWanted.with(scope);
    }
    requireOffered(request, "GS1-EPCIS-Version", "2.0.0", "2.0");
    requireOffered(request, "GS1-CBV-Version", "2.0.0", "2.0");
    requireOffered(request, "GS1-EPC-Format", "Never_Translates", "No_Preference");
    capturer.is(access);
  }

  private static void requireOffered(
      ContainerRequestContext request, String header, String offered, String alsoTaken) {
    String wanted = request.getHeaderString(header);
    if (wanted != null && !wanted.equals(offered) && !wanted.equals(alsoTaken)) {
      throw new NotOffered(header, offered);
    }
  }

  @ServerResponseFilter
  void answer(ContainerResponseContext response, ResourceInfo operation) {
    if (!isOurs(operation) && !isUnderOurs()) {
      return;
    }
    MultivaluedMap<String, Object> headers = response.getHeaders();
    for (String standard : List.of("EPCIS", "CBV")) {
      headers.putSingle("GS1-" + standard + "-Version", "2.0.0");
      headers.putSingle("GS1-" + standard + "-Min", "2.0.0");
      headers.putSingle("GS1-" + standard + "-Max", "2.0.0");
    }
    headers.putSingle("GS1-EPC-Format", "Never_Translates");
    headers.putSingle(ErrorBehaviour.HEADER, "rollback, proceed");
    headers.putSingle("GS1-EPCIS-Capture-Limit", EventDocument.MOST_EVENTS);
    headers.putSingle("GS1-EPCIS-Capture-File-Size-Limit", EventDocument.MOST_BYTES);
    headers.putSingle("GS1-Extensions", "xiangpin=urn:xiangpin:epcis:");
    headers.putSingle("Cache-Control", "no-store");
    if (response.getStatus() == 400 && !response.hasEntity()) {
      // a form is stopped by the framework, which looks for the console's token
      response.setStatus(415);
      problem(
          response,
          "http-415",
          lang.get().of("请发 JSON，不要发表单。", "Send JSON, not a form."),
          List.of());
    } else if (response.getEntity() instanceof ProblemMapper.Problem problem) {
      problem(response, problem.code(), problem.detail(), problem.errors());
    }
  }

  private static void problem(
      ContainerResponseContext response,
      String code,
      String detail,
      List<ProblemMapper.Error> errors) {
    int status = response.getStatus();
    String name = EpcisProblem.exceptionOf(code, status);
    response.setEntity(
        new ProblemMapper.Problem(
            EpcisProblem.PREFIX + name, name, status, code, detail, errors, null),
        null,
        MediaType.valueOf("application/problem+json"));
  }

  /** By the class that answers: an address can be written in more than one way. */
  private static boolean isOurs(ResourceInfo operation) {
    Class<?> type = operation.getResourceClass();
    return type != null && EpcisApi.class.isAssignableFrom(type);
  }

  /** For problems with addresses that nothing answers to. */
  private boolean isUnderOurs() {
    return routing.normalizedPath().startsWith(EpcisApi.PATH);
  }

  private Optional<String> key() {
    String header = routing.request().getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }
}
