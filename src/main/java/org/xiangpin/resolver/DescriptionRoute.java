package org.xiangpin.resolver;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.xiangpin.shared.XiangpinConfig;

/** What this resolver is and can do, for machines (Resolver 1.2 §3, RFC 8615). */
@ApplicationScoped
class DescriptionRoute {

  static final String PATH = "/.well-known/gs1resolver";

  /** Of products only: neither sites nor shipments have pages here. */
  private static final List<String> KEYS = List.of("01");

  /** The members of GS1's description file; {@code fn} is the operator's name, as in vCard. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Description(
      String name,
      String resolverRoot,
      List<String> supportedPrimaryKeys,
      List<Namespace> supportedLinkType,
      boolean linkTypeDefaultCanBeLinkset,
      String jsonLdContextLocation,
      Contact contact) {}

  record Namespace(String namespace, String prefix) {}

  record Contact(String fn) {}

  @Inject XiangpinConfig config;
  @Inject ObjectMapper json;

  void register(@Observes Router router) throws JsonProcessingException {
    Buffer body =
        Buffer.buffer(
            json.writeValueAsBytes(
                new Description(
                    "Xiangpin 乡品",
                    config.publicUrl(),
                    KEYS,
                    List.of(new Namespace(LinkType.NAMESPACE, LinkType.PREFIX)),
                    false,
                    Linkset.CONTEXT,
                    config.resolverOperator().map(Contact::new).orElse(null))));
    router
        .route(PATH)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(routing -> send(routing.request(), body));
    LinkHeaders.closeWith(router.route(PATH));
  }

  private static void send(HttpServerRequest request, Buffer body) {
    HttpServerResponse response = request.response();
    LinkHeaders.open(response);
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, Link.JSON)
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()))
        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
    if (request.method() == HttpMethod.HEAD) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
