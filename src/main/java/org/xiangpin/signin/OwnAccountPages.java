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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.AccessLog;
import org.xiangpin.account.Account;
import org.xiangpin.account.AccountNames;
import org.xiangpin.account.Caller;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;

/** One's own account: password, devices, and what was logged about it. */
@Path("/console/account")
@Produces(MediaType.TEXT_HTML)
public class OwnAccountPages {

  private static final int ENTRIES = 20;

  @Inject CurrentAccount me;
  @Inject PasswordChange change;
  @Inject SignOut signOut;
  @Inject SessionCookie cookie;
  @Inject RequestLang lang;
  @Inject RoutingContext routing;

  @CheckedTemplate(basePath = "signin")
  static class Templates {
    static native TemplateInstance own(
        Account person, boolean changed, Form form, List<AccessLog> entries, AccountNames names);
  }

  @GET
  public TemplateInstance show(@RestQuery boolean changed) {
    return page(changed, Form.empty());
  }

  @POST
  @Path("password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response password(@RestForm String old, @RestForm String password) {
    try {
      String token = change.byPerson(me.account(), old, password, Caller.of(routing));
      return Response.seeOther(URI.create("/console/account?changed=true"))
          .cookie(cookie.holding(token))
          .build();
    } catch (Refusal refused) {
      return RefusedForm.again(page(false, Form.empty().refused(refused, lang.get())));
    }
  }

  @POST
  @Path("sign-out-everywhere")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signOutEverywhere() {
    signOut.everywhere(me.id(), me.id(), Caller.of(routing));
    return Response.seeOther(SignInPages.SIGN_IN).cookie(cookie.removed()).build();
  }

  private TemplateInstance page(boolean changed, Form form) {
    List<AccessLog> entries = AccessLog.listOf(me.id(), Long.MAX_VALUE, ENTRIES);
    return Templates.own(me.account(), changed, form, entries, AccountNames.of(entries));
  }
}
