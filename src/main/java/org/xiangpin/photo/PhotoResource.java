package org.xiangpin.photo;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.NotFound;

/** Photos that everybody may see. */
@Path("/photo/{id}.jpg")
public class PhotoResource {

  /** A day: the picture never changes, but one that was taken down should not stay for long. */
  private static final String KEPT = "public, max-age=86400, immutable";

  /** It is a picture and nothing else, whatever a browser takes it for. */
  private static final String POLICY = "default-src 'none'; sandbox";

  @GET
  @Transactional
  public Response show(@RestPath String id, @Context Request request) {
    Photo photo = Photo.findByText(id).filter(Photo::isShown).orElseThrow(NotFound::new);
    return answer(photo, request).header("Cache-Control", KEPT).build();
  }

  /** The photo, or 304 for who has it already; its id names it for good. */
  static Response.ResponseBuilder answer(Photo photo, Request request) {
    EntityTag tag = new EntityTag(Ids.toText(photo.id()));
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    return (known == null ? Response.ok(photo.jpeg(), "image/jpeg") : known)
        .tag(tag)
        .header("Content-Security-Policy", POLICY);
  }
}
