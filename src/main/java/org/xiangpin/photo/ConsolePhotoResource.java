package org.xiangpin.photo;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.NotFound;

/** Photos for those who may see their owners, before the public may and after. */
@Path("/console/photo/{id}.jpg")
public class ConsolePhotoResource {

  @Inject CurrentAccount me;
  @Inject @All List<PhotoOwners> owners;

  @GET
  @Transactional
  public Response show(@RestPath String id, @Context Request request) {
    Photo photo = Photo.findByText(id).filter(this::isSeen).orElseThrow(NotFound::new);
    return PhotoResource.answer(photo, request).build();
  }

  private boolean isSeen(Photo photo) {
    PhotoOwner owner = photo.owner();
    return owners.stream()
        .anyMatch(o -> o.kind().equals(owner.kind()) && o.isSeenBy(owner.id(), me));
  }
}
