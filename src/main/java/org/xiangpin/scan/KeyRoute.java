package org.xiangpin.scan;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.xiangpin.resolver.LinkHeaders;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.traceability.gs1.ApplicationIdentifier;
import org.xiangpin.traceability.gs1.ApplicationIdentifiers;
import org.xiangpin.traceability.gs1.CompressedLink;
import org.xiangpin.traceability.gs1.Gs1DigitalLink;
import org.xiangpin.traceability.gs1.InvalidGs1Data;

/**
 * Digital Links that do not begin with {@code /01}: those of other keys, of which nothing is known
 * here, and compressed ones.
 */
@ApplicationScoped
class KeyRoute {

  private static final String GTIN = "01";

  /**
   * One step of base64url that can hold a key. A page of ours that were named so would have to hold
   * a whole GS1 key with its check digit, to be taken for one.
   */
  private static final String COMPRESSED = "/[A-Za-z0-9_-]{8,400}";

  @Inject ScanRoute scans;
  @Inject ScanPage pages;
  @Inject XiangpinConfig config;

  void register(@Observes Router router) {
    ApplicationIdentifiers.all().stream()
        .filter(ApplicationIdentifier::isPrimaryKey)
        .map(ApplicationIdentifier::code)
        .filter(code -> !code.equals(GTIN))
        .map(code -> "/" + code + "/*")
        .forEach(
            path -> {
              router
                  .route(path)
                  .method(HttpMethod.GET)
                  .method(HttpMethod.HEAD)
                  .handler(routing -> answerOther(routing.request(), routing.request().path()));
              LinkHeaders.closeWith(router.route(path));
            });
    router
        .routeWithRegex(COMPRESSED)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(this::expand);
  }

  /** The key of something that we have nothing to say of. */
  private void answerOther(HttpServerRequest request, String path) {
    Page page = Page.of(request, path);
    try {
      Gs1DigitalLink.parseUnder(Gs1DigitalLink.CANONICAL_STEM, Page.link(request, path));
      pages.otherKey(page).send(request);
    } catch (InvalidGs1Data e) {
      pages.invalid(page, e).send(request);
    }
  }

  private void expand(RoutingContext routing) {
    expanded(routing.request().path())
        .ifPresentOrElse(link -> answer(routing, link), routing::next);
  }

  /** What a path says in compressed form: all of it, or after a key in plain. */
  static Optional<Gs1DigitalLink> expanded(String path) {
    String stem = Gs1DigitalLink.CANONICAL_STEM;
    try {
      return Optional.of(CompressedLink.decompress(stem + path)).filter(l -> l.stem().equals(stem));
    } catch (InvalidGs1Data e) {
      return Optional.empty();
    }
  }

  private void answer(RoutingContext routing, Gs1DigitalLink link) {
    if (link.key().ai().code().equals(GTIN)) {
      scans.answer(routing, link);
    } else {
      LinkHeaders.sameAs(routing.response(), link.on(config.publicUrl()).uri());
      answerOther(routing.request(), link.uri().substring(link.stem().length()));
    }
  }
}
