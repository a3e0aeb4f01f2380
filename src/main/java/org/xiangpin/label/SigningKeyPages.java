package org.xiangpin.label;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;

/** The county admin's page of the keys that sign its labels. */
@Path("/console/signing-keys")
public class SigningKeyPages {

  private static final URI PAGE = URI.create("/console/signing-keys");

  @CheckedTemplate(basePath = "label")
  static class Templates {
    static native TemplateInstance keys(List<LabelSigningKey> keys, Form form);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject LabelSigning signing;

  @GET
  public TemplateInstance list() {
    return page(Form.empty());
  }

  @POST
  public Response renew() {
    signing.renew(me.county());
    return Response.seeOther(PAGE).build();
  }

  @POST
  @Path("revoked")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object revoke(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    LabelSigningKey key = signing.require(form.id("key"), me.county());
    try {
      signing.revoke(key.id, form.value("reason"));
      return Response.seeOther(PAGE).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(page(form.refused(refusal, lang.get())));
    }
  }

  private TemplateInstance page(Form form) {
    return Templates.keys(signing.ofCounty(me.county()), form);
  }
}
