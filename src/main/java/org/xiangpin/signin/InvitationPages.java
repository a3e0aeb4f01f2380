package org.xiangpin.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.xiangpin.account.Account;
import org.xiangpin.account.Caller;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;

/** Taking up an invitation: the person sets a password and is in. Looking does not use it up. */
@Path("/console/invitation/{code}")
@Produces(MediaType.TEXT_HTML)
public class InvitationPages {

  @Inject PasswordChange change;
  @Inject SessionCookie cookie;
  @Inject RequestLang lang;
  @Inject RoutingContext routing;

  @CheckedTemplate(basePath = "signin")
  static class Templates {
    static native TemplateInstance setPassword(Account person, Form form);
  }

  @GET
  public TemplateInstance form(@RestPath String code) {
    return Templates.setPassword(change.open(code).account(), Form.empty());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response set(@RestPath String code, @RestForm String password) {
    try {
      String token = change.byInvitation(code, password, Caller.of(routing));
      return Response.seeOther(URI.create("/console")).cookie(cookie.holding(token)).build();
    } catch (InvalidInput refused) {
      Form form = Form.empty().refused(refused, lang.get());
      return RefusedForm.again(Templates.setPassword(change.open(code).account(), form));
    }
  }
}
