package org.xiangpin.lotlife;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.epcis.EpcisApi;
import org.xiangpin.epcis.EpcisEvents;
import org.xiangpin.epcis.EventPage;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.trace.Lot;

/** One lot as a document, for partners' systems; a key with {@code trace:read}. */
@Path(EpcisApi.PATH + "/lots")
@Produces({MediaType.APPLICATION_JSON, EpcisApi.LD_JSON})
public class LotLifeResource implements EpcisApi {

  /** So many are captured at once anywhere, large as they may be. */
  private static final String USUAL_PAGE = "500";

  @Inject LotLife life;
  @Inject EpcisEvents events;
  @Inject XiangpinConfig config;

  /**
   * An EPCISDocument of the lot's events, in the order in which they happened. More than a page has
   * its continuation in {@code Link: …; rel="next"}.
   *
   * @param lineage {@code up}, {@code down} or {@code all}, to tell of ancestors and descendants
   *     too
   * @param perPage events, 500 if it does not say, up to 1,000
   */
  @GET
  @Path("{gtin}/{lot}")
  @Transactional
  public Response document(
      @RestPath String gtin,
      @RestPath String lot,
      @RestQuery String lineage,
      @RestQuery String perPage,
      @RestQuery String nextPageToken) {
    Reach reach = Reach.of(lineage);
    String size = perPage == null ? USUAL_PAGE : perPage;
    Lot asked = Lot.findBy(gtin, lot).orElseThrow(NotFound::new);
    EventPage page = life.page(asked, reach, size, nextPageToken);
    Response.ResponseBuilder answer = Response.ok(events.document(page.events()));
    if (!page.next().isEmpty()) {
      answer.header(
          "Link",
          "<%s%s/lots/%s/%s?%sperPage=%s&nextPageToken=%s>; rel=\"next\""
              .formatted(
                  config.publicUrl(),
                  PATH,
                  asked.gtin(),
                  asked.code(),
                  lineage == null ? "" : Reach.PARAMETER + "=" + lineage + "&",
                  size,
                  page.next()));
    }
    return answer.build();
  }
}
