package org.xiangpin.producer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.photo.Photo;
import org.xiangpin.photo.PhotoStore;
import org.xiangpin.photo.PhotosBusy;
import org.xiangpin.picture.Picture;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;

/** The page on which the producer, or who acts for it, puts up the picture of the orchard. */
@Path("/console/producers/{id}/photo")
@Produces(MediaType.TEXT_HTML)
public class ProducerPhotoPages {

  private static final String YES = "yes";

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject PhotoStore store;
  @Inject ProducerPhotos photos;

  @CheckedTemplate(basePath = "producer")
  static class Templates {
    static native TemplateInstance photo(Producer producer, Optional<Photo> photo, Form form);

    private Templates() {}
  }

  @GET
  public TemplateInstance choose(@RestPath String id) {
    return page(requireActed(id), Form.empty());
  }

  /**
   * @param alt what is to be seen
   * @param shown {@code yes} when the producer agreed that buyers see it
   */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Object hang(
      @RestPath String id,
      @RestForm("photo") List<FileUpload> files,
      @RestForm String alt,
      @RestForm String shown)
      throws IOException {
    Producer producer = requireActed(id);
    Form form = Form.empty().with("alt", alt).with("shown", shown);
    try {
      Picture picture = store.cleanSent(files, me.id());
      photos.hang(producer.id(), picture, form.value("alt"), form.has("shown", YES), me);
      return Response.seeOther(address(producer)).build();
    } catch (PhotosBusy busy) {
      // nothing is wrong with what was sent: 503, and when to come again
      throw busy;
    } catch (Refusal refusal) {
      return RefusedForm.again(page(producer, form.refused(refusal, lang.get())));
    }
  }

  @POST
  @Path("showing")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response show(@RestPath String id, MultivaluedMap<String, String> typed) {
    Producer producer = requireActed(id);
    photos.show(producer.id(), Form.of(typed).has("shown", YES), me);
    return Response.seeOther(address(producer)).build();
  }

  @POST
  @Path("removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takeDown(@RestPath String id) {
    Producer producer = requireActed(id);
    photos.takeDown(producer.id(), me);
    return Response.seeOther(address(producer)).build();
  }

  private TemplateInstance page(Producer producer, Form form) {
    return Templates.photo(producer, producer.photo(), form);
  }

  private Producer requireActed(String id) {
    Producer producer = Producer.require(Ids.parse(id).orElse(null), me);
    producer.requireActedForBy(me);
    return producer;
  }

  private static URI address(Producer producer) {
    return URI.create("/console/producers/" + producer.idText());
  }
}
