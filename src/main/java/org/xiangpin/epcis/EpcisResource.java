package org.xiangpin.epcis;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.XiangpinConfig;

/**
 * Events by the REST binding of EPCIS 2.0. An identifier in a path is percent-encoded, slashes too.
 */
@Path(EpcisApi.PATH)
@Produces({MediaType.APPLICATION_JSON, EpcisApi.LD_JSON})
public class EpcisResource implements EpcisApi {

  /** A parameter of ours, for {@code /epcs/{epc}/events}. */
  static final String ANY_ROLE = "xiangpin:MATCH_any";

  private static final List<String> TYPES =
      List.of(
          "AggregationEvent",
          "AssociationEvent",
          "ObjectEvent",
          "TransactionEvent",
          "TransformationEvent");

  @Inject EventReader reader;
  @Inject Capturing capturing;
  @Inject CurrentCapturer capturer;
  @Inject Clock clock;
  @Inject XiangpinConfig config;
  @Context UriInfo uri;

  /** The same event again is answered alike. */
  @POST
  @Path("events")
  @Consumes({MediaType.APPLICATION_JSON, LD_JSON})
  public Response capture(byte[] body) {
    String id = capturing.captureOne(body, capturer.storefrontId());
    return Response.created(URI.create(config.publicUrl() + PATH + "/events/" + encoded(id)))
        .build();
  }

  @GET
  @Path("events")
  public Response events() {
    return answer(null, null);
  }

  @GET
  @Path("events/{id}")
  public String event(@RestPath String id) {
    return reader.find(ascii(id)).orElseThrow(NotFound::new).jsonAlone();
  }

  @GET
  @Path("eventTypes")
  public String eventTypes() {
    return TYPES.stream()
        .collect(
            Collectors.joining(
                "\",\"",
                "{\"@context\":" + EventPage.CONTEXT + ",\"type\":\"Collection\",\"member\":[\"",
                "\"]}"));
  }

  @GET
  @Path("eventTypes/{type}/events")
  public Response eventsOfType(@RestPath String type) {
    return answer("eventType", type);
  }

  /** Of a single thing or a class, in whatever role. */
  @GET
  @Path("epcs/{epc}/events")
  public Response eventsOfEpc(@RestPath String epc) {
    return answer(ANY_ROLE, epc);
  }

  @GET
  @Path("bizSteps/{bizStep}/events")
  public Response eventsOfBizStep(@RestPath String bizStep) {
    return answer("EQ_bizStep", bizStep);
  }

  @GET
  @Path("bizLocations/{bizLocation}/events")
  public Response eventsOfBizLocation(@RestPath String bizLocation) {
    return answer("EQ_bizLocation", bizLocation);
  }

  @GET
  @Path("readPoints/{readPoint}/events")
  public Response eventsOfReadPoint(@RestPath String readPoint) {
    return answer("EQ_readPoint", readPoint);
  }

  @GET
  @Path("dispositions/{disposition}/events")
  public Response eventsOfDisposition(@RestPath String disposition) {
    return answer("EQ_disposition", disposition);
  }

  /** A page; what the path says counts beside the query's parameters, and twice is refused. */
  private Response answer(String parameter, String value) {
    Map<String, List<String>> given = new TreeMap<>(uri.getQueryParameters());
    if (given.containsKey(EventQuery.OWN_OF)) {
      throw new QueryRefused(EventQuery.OWN_OF, "这里没有这个参数", "is no parameter that is offered here");
    }
    if (given.containsKey(ANY_ROLE) || (parameter != null && given.containsKey(parameter))) {
      String name = parameter == null ? ANY_ROLE : parameter;
      throw new QueryRefused(name, "已由地址给出", "is said by the address already");
    }
    if (parameter != null) {
      given.put(parameter, List.of(value));
    }
    EventPage page = reader.page(new EventQuery(given));
    Response.ResponseBuilder answer = Response.ok(page.queryDocument(clock.instant()));
    if (!page.next().isEmpty()) {
      answer.header("Link", next(page.next()));
    }
    return answer.build();
  }

  private String next(String token) {
    StringBuilder link = new StringBuilder("<").append(config.publicUrl());
    link.append(uri.getRequestUri().getRawPath()).append('?');
    uri.getQueryParameters()
        .forEach(
            (name, all) -> {
              if (!name.equals("nextPageToken")) {
                all.forEach(
                    one -> link.append(encoded(name)).append('=').append(encoded(one)).append('&'));
              }
            });
    return link.append("nextPageToken=").append(token).append(">; rel=\"next\"").toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String ascii(String id) {
    if (!id.chars().allMatch(c -> c >= 32 && c < 127)) {
      throw new NotFound();
    }
    return id;
  }
}
