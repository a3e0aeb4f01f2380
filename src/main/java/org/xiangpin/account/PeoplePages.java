package org.xiangpin.account;

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
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.shared.Cursor;
import org.xiangpin.shared.FormErrors;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RequestLang;

/** The people within one's scope: list, invite, and each person's page. */
@Path("/console/people")
@Produces(MediaType.TEXT_HTML)
public class PeoplePages {

  private static final int PAGE = 50;
  private static final InviteForm NOTHING_TYPED = new InviteForm("", "", "", "");

  @Inject CurrentAccount me;
  @Inject People people;
  @Inject RequestLang lang;

  @CheckedTemplate(basePath = "account")
  static class Templates {
    static native TemplateInstance people(List<PersonView> people, String q, String next);

    static native TemplateInstance invite(InviteForm form, List<Role> roles, FormErrors errors);

    static native TemplateInstance link(InvitationLink link);

    static native TemplateInstance person(
        PersonView person,
        List<AccessLog> entries,
        AccountNames names,
        List<Role> roles,
        InviteForm form,
        FormErrors errors);
  }

  @GET
  public TemplateInstance list(@RestQuery String q, @RestQuery String after) {
    PeopleScope scope = PeopleScope.of(me);
    long before = after == null ? Long.MAX_VALUE : Cursor.parse(after);
    List<Account> found = scope.list(q, before, PAGE + 1);
    List<Account> page = found.subList(0, Math.min(PAGE, found.size()));
    String next = found.size() > PAGE ? Cursor.after(page.get(PAGE - 1).id()) : "";
    return Templates.people(PersonView.of(page, scope), q == null ? "" : q, next);
  }

  @GET
  @Path("new")
  public TemplateInstance inviteForm() {
    PeopleScope scope = PeopleScope.of(me);
    return Templates.invite(InviteForm.empty(scope), scope.grantable(), FormErrors.NONE);
  }

  /** The link stands in the answer itself: it is shown once and kept nowhere. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response invite(
      @RestForm String phone,
      @RestForm String name,
      @RestForm String role,
      @RestForm String region) {
    PeopleScope scope = PeopleScope.of(me);
    InviteForm form = new InviteForm(phone, name, role, region);
    try {
      InvitationLink link = people.invite(phone, name, form.scopedRole(scope));
      return Response.ok(Templates.link(link).render()).build();
    } catch (Refusal refused) {
      FormErrors errors = FormErrors.of(refused, lang.get());
      return Response.status(refused.status())
          .entity(Templates.invite(form, scope.grantable(), errors).render())
          .build();
    }
  }

  @GET
  @Path("{id}")
  public TemplateInstance show(@RestPath String id) {
    return page(parse(id), NOTHING_TYPED, FormErrors.NONE);
  }

  @POST
  @Path("{id}/password-reset")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reset(@RestPath String id) {
    return answer(
        id,
        NOTHING_TYPED,
        () -> Response.ok(Templates.link(people.resetPassword(parse(id))).render()).build());
  }

  @POST
  @Path("{id}/disabling")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response disable(@RestPath String id) {
    return then(id, () -> people.disable(parse(id)));
  }

  @POST
  @Path("{id}/enabling")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response enable(@RestPath String id) {
    return then(id, () -> people.enable(parse(id)));
  }

  @POST
  @Path("{id}/sign-out-everywhere")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signOutEverywhere(@RestPath String id) {
    return then(id, () -> people.signOutEverywhere(parse(id)));
  }

  @POST
  @Path("{id}/roles")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response grant(@RestPath String id, @RestForm String role, @RestForm String region) {
    InviteForm form = new InviteForm("", "", role, region);
    return answer(
        id,
        form,
        () -> {
          people.grantRole(parse(id), form.scopedRole(PeopleScope.of(me)));
          return to(id);
        });
  }

  @POST
  @Path("{id}/roles/revocation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revoke(@RestPath String id, @RestForm String role, @RestForm String region) {
    return then(
        id,
        () ->
            people.revokeRole(
                parse(id),
                new InviteForm(null, null, role, region).scopedRole(PeopleScope.of(me))));
  }

  private Response then(String id, Runnable command) {
    return answer(
        id,
        NOTHING_TYPED,
        () -> {
          command.run();
          return to(id);
        });
  }

  private static Response to(String id) {
    return Response.seeOther(URI.create("/console/people/" + id)).build();
  }

  /** A refusal is said on the person's page, as far as the person may be seen. */
  private Response answer(String id, InviteForm form, Supplier<Response> command) {
    try {
      return command.get();
    } catch (NotFound refused) {
      throw refused;
    } catch (Refusal refused) {
      FormErrors errors = FormErrors.of(refused, lang.get());
      return Response.status(refused.status())
          .entity(page(parse(id), form, errors).render())
          .build();
    }
  }

  private TemplateInstance page(long id, InviteForm form, FormErrors errors) {
    PeopleScope scope = PeopleScope.of(me);
    Account account = people.requireSeen(id);
    PersonView view = PersonView.of(List.of(account), scope).get(0);
    List<AccessLog> entries =
        scope.manages(account) ? AccessLog.listOf(id, Long.MAX_VALUE, 10) : List.of();
    return Templates.person(
        view, entries, AccountNames.of(entries), scope.grantable(), form, errors);
  }

  private static long parse(String id) {
    return Ids.parse(id).orElseThrow(NotFound::new);
  }
}
