package org.xiangpin.epcis;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.shared.Cursor;
import org.xiangpin.shared.XiangpinConfig;

/** Takes documents in, and tells what became of them. */
@Path(EpcisApi.PATH + "/capture")
@Produces({MediaType.APPLICATION_JSON, EpcisApi.LD_JSON})
public class CaptureResource implements EpcisApi {

  private static final int MOST_JOBS = 1_000;

  @Inject Capturing capturing;
  @Inject CurrentCapturer capturer;
  @Inject XiangpinConfig config;

  /** Done when it is answered; the job is there for clients that ask for it. */
  @POST
  @Consumes({MediaType.APPLICATION_JSON, EpcisApi.LD_JSON})
  public Response capture(byte[] body, @HeaderParam(ErrorBehaviour.HEADER) String behaviour) {
    CaptureJob job = capturing.capture(body, capturer.storefrontId(), ErrorBehaviour.of(behaviour));
    return Response.accepted()
        .location(URI.create(config.publicUrl() + EpcisApi.PATH + "/capture/" + job.number()))
        .build();
  }

  @GET
  @Path("{id}")
  @Transactional
  public String job(@RestPath String id) {
    return CaptureJob.require(id, capturer.storefrontId()).json();
  }

  /** Of this storefront, the newest first. */
  @GET
  @Transactional
  public Response jobs(@RestQuery String perPage, @RestQuery String nextPageToken) {
    int size = EventQuery.number("perPage", perPage == null ? "30" : perPage, MOST_JOBS);
    long before = nextPageToken == null ? Long.MAX_VALUE : Cursor.parse(nextPageToken);
    List<CaptureJob> found = CaptureJob.listOf(capturer.storefrontId(), before, size + 1);
    List<CaptureJob> shown = found.subList(0, Math.min(size, found.size()));
    Response.ResponseBuilder answer =
        Response.ok(
            shown.stream().map(CaptureJob::json).collect(Collectors.joining(",", "[", "]")));
    if (found.size() > size) {
      answer.header(
          "Link",
          "<%s%s/capture?perPage=%d&nextPageToken=%s>; rel=\"next\""
              .formatted(
                  config.publicUrl(), EpcisApi.PATH, size, Cursor.after(shown.get(size - 1).id())));
    }
    return answer.build();
  }
}
