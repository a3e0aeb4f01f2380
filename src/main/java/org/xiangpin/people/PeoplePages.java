package org.xiangpin.people;

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
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.AccessLog;
import org.xiangpin.account.Account;
import org.xiangpin.account.AccountNames;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.account.ScopedRole;
import org.xiangpin.shared.Cursor;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.signin.InvitationLink;

/** The people within one's scope: list, invite, and each person's page. */
@Path("/console/people")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class PeoplePages {

  private static final int PAGE = 50;

  @Inject CurrentAccount me;
  @Inject People people;
  @Inject RequestLang lang;

  @CheckedTemplate(basePath = "people")
  static class Templates {
    static native TemplateInstance people(List<PersonView> people, String q, String next);

    static native TemplateInstance invite(Form form, List<Role> roles);

    static native TemplateInstance link(InvitationLink link);

    static native TemplateInstance person(
        PersonView person,
        List<AccessLog> entries,
        AccountNames names,
        List<Role> roles,
        Form form);
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
    return Templates.invite(RoleForm.blank(scope), scope.grantable());
  }

  /** The link stands in the answer itself: it is shown once and kept nowhere. */
  @POST
  public Response invite(MultivaluedMap<String, String> typed) {
    PeopleScope scope = PeopleScope.of(me);
    Form form = Form.of(typed);
    try {
      ScopedRole role = RoleForm.read(form, scope);
      InvitationLink link = people.invite(form.value("phone"), form.value("name"), role);
      return Response.ok(Templates.link(link)).build();
    } catch (Refusal refused) {
      return RefusedForm.again(
          Templates.invite(form.refused(refused, lang.get()), scope.grantable()));
    }
  }

  @GET
  @Path("{id}")
  public TemplateInstance show(@RestPath String id) {
    return page(parse(id), Form.empty());
  }

  @POST
  @Path("{id}/password-reset")
  public Response reset(@RestPath String id) {
    return answer(
        id,
        Form.empty(),
        () -> Response.ok(Templates.link(people.resetPassword(parse(id)))).build());
  }

  @POST
  @Path("{id}/disabling")
  public Response disable(@RestPath String id) {
    return then(id, Form.empty(), () -> people.disable(parse(id)));
  }

  @POST
  @Path("{id}/enabling")
  public Response enable(@RestPath String id) {
    return then(id, Form.empty(), () -> people.enable(parse(id)));
  }

  @POST
  @Path("{id}/sign-out-everywhere")
  public Response signOutEverywhere(@RestPath String id) {
    return then(id, Form.empty(), () -> people.signOutEverywhere(parse(id)));
  }

  @POST
  @Path("{id}/roles")
  public Response grant(@RestPath String id, MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    return then(
        id, form, () -> people.grantRole(parse(id), RoleForm.read(form, PeopleScope.of(me))));
  }

  @POST
  @Path("{id}/roles/revocation")
  public Response revoke(@RestPath String id, MultivaluedMap<String, String> typed) {
    ScopedRole role = RoleForm.read(Form.of(typed), PeopleScope.of(me));
    return then(id, Form.empty(), () -> people.revokeRole(parse(id), role));
  }

  private Response then(String id, Form form, Runnable command) {
    return answer(
        id,
        form,
        () -> {
          command.run();
          return to(id);
        });
  }

  private static Response to(String id) {
    return Response.seeOther(URI.create("/console/people/" + id)).build();
  }

  /** A refusal is said on the person's page, as far as the person may be seen. */
  private Response answer(String id, Form form, Supplier<Response> command) {
    try {
      return command.get();
    } catch (NotFound refused) {
      throw refused;
    } catch (Refusal refused) {
      return RefusedForm.again(page(parse(id), form.refused(refused, lang.get())));
    }
  }

  private TemplateInstance page(long id, Form form) {
    PeopleScope scope = PeopleScope.of(me);
    Account account = people.requireSeen(id);
    PersonView view = PersonView.of(List.of(account), scope).get(0);
    List<AccessLog> entries =
        scope.manages(account) ? AccessLog.listOf(id, Long.MAX_VALUE, 10) : List.of();
    return Templates.person(view, entries, AccountNames.of(entries), scope.grantable(), form);
  }

  private static long parse(String id) {
    return Ids.parse(id).orElseThrow(NotFound::new);
  }
}
