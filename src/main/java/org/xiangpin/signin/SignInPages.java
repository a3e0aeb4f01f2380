package org.xiangpin.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.Account;
import org.xiangpin.account.Caller;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.XiangpinConfig;

/** Signing in and out. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
public class SignInPages {

  static final URI SIGN_IN = URI.create("/console/sign-in");

  @Inject CurrentAccount me;
  @Inject SignIn signIn;
  @Inject SignOut signOut;
  @Inject SessionCookie cookie;
  @Inject RequestLang lang;
  @Inject RoutingContext routing;
  @Inject XiangpinConfig config;

  @CheckedTemplate(basePath = "signin")
  static class Templates {
    static native TemplateInstance signIn(
        Form form, boolean wrong, List<Account> demo, String demoPassword);
  }

  @GET
  @Path("sign-in")
  public Response form(@RestQuery String next, @RestQuery String phone) {
    return me.isSignedIn()
        ? Response.seeOther(ReturnPath.safe(next)).build()
        : Response.ok(page(typed(phone, next), false)).build();
  }

  /** A session begins with a new token, whatever cookie the browser came with. */
  @POST
  @Path("sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signIn(@RestForm String phone, @RestForm String password, @RestForm String next) {
    Form form = typed(phone, next);
    try {
      Optional<String> token = signIn.with(phone, password, Caller.of(routing));
      return token
          .map(t -> Response.seeOther(ReturnPath.safe(next)).cookie(cookie.holding(t)).build())
          .orElseGet(() -> Response.status(401).entity(page(form, true)).build());
    } catch (Refusal refused) {
      return Response.status(refused.status())
          .entity(page(form.refused(refused, lang.get()), false))
          .build();
    }
  }

  private TemplateInstance page(Form form, boolean wrong) {
    List<Account> demo = config.demoHints() ? Account.listDemo() : List.of();
    return Templates.signIn(form, wrong, demo, config.demoPassword().orElse(""));
  }

  /** All but the password, which no page shows again. */
  private static Form typed(String phone, String next) {
    return Form.empty().with("phone", phone).with("next", next);
  }

  @POST
  @Path("sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signOut(@CookieParam(SessionCookie.NAME) String token) {
    signOut.here(me.id(), token, Caller.of(routing));
    return Response.seeOther(SIGN_IN).cookie(cookie.removed()).build();
  }
}
