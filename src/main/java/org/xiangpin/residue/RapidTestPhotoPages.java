package org.xiangpin.residue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
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
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.trace.Lot;

/** The page of one rapid test with its pictures; who may record a test adds them. */
@Path("/console/residue/tests/{id}")
@Produces(MediaType.TEXT_HTML)
public class RapidTestPhotoPages {

  @CheckedTemplate(basePath = "residue")
  static class Templates {
    static native TemplateInstance photos(
        RapidTest test, Lot lot, List<Photo> photos, boolean mayAdd, Form form);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject PhotoStore store;
  @Inject RapidTestPhotos photos;

  @GET
  public TemplateInstance show(@RestPath String id) {
    return page(require(id), Form.empty());
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Object add(@RestPath String id, @RestForm("photo") List<FileUpload> files)
      throws IOException {
    RapidTest test = require(id);
    Lot lot = Lot.require(test.lotId(), me);
    ResiduePages.requireMayTest(lot, me);
    try {
      Picture picture = store.cleanSent(files, me.id());
      photos.add(test, picture, lang.get().of("速测照片", "Picture of the test"), me);
      return Response.seeOther(URI.create("/console/residue/tests/" + test.idText())).build();
    } catch (PhotosBusy busy) {
      // nothing is wrong with what was sent: 503, and when to come again
      throw busy;
    } catch (Refusal refusal) {
      return RefusedForm.again(page(test, Form.empty().refused(refusal, lang.get())));
    }
  }

  private TemplateInstance page(RapidTest test, Form form) {
    Lot lot = Lot.require(test.lotId(), me);
    List<Photo> all = photos.of(test);
    boolean mayAdd = ResiduePages.mayTest(lot, me) && all.size() < RapidTestPhotos.MOST;
    return Templates.photos(test, lot, all, mayAdd, form);
  }

  /** Somebody else's test is as if it were not there. */
  private RapidTest require(String id) {
    RapidTest test =
        Ids.parse(id)
            .flatMap(i -> RapidTest.<RapidTest>findByIdOptional(i))
            .orElseThrow(NotFound::new);
    Lot.require(test.lotId(), me);
    return test;
  }
}
