package org.xiangpin.office;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.branch.Branch;
import org.xiangpin.branch.BranchTree;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;

/** The tree of organisations, level by level, for those who look after a county. */
@Path("/console/branches")
@Produces(MediaType.TEXT_HTML)
public class BranchPages {

  private static final int MOST_FOUND = 50;

  @Inject CurrentAccount me;
  @Inject RequestLang lang;

  @CheckedTemplate(basePath = "branch")
  static class Templates {
    static native TemplateInstance tree(
        List<BranchView> tops, String q, List<Branch> found, String imported, boolean mayWrite);

    static native TemplateInstance show(
        BranchView view, List<Branch> above, boolean mayWrite, Form form, List<Branch> newParents);

    private Templates() {}
  }

  /**
   * @param q a part of a name, to find one among many
   * @param imported how many lines an import just took
   */
  @GET
  public TemplateInstance tree(@RestQuery String q, @RestQuery String imported) {
    me.requireRole(Role.COUNTY_ADMIN, Role.AUDITOR);
    String words = q == null ? "" : q.strip();
    List<BranchView> tops =
        words.isEmpty()
            ? scopes().flatMap(s -> Branch.topsWithin(s).stream()).map(BranchView::of).toList()
            : List.of();
    String count = imported != null && imported.matches("[0-9]{1,6}") ? imported : "";
    return Templates.tree(tops, words, found(words), count, me.has(Role.COUNTY_ADMIN));
  }

  /**
   * @param to a part of the name under which it shall stand; finds parents to choose from
   */
  @GET
  @Path("{id}")
  public TemplateInstance show(String id, @RestQuery String to) {
    Form form = to == null ? Form.empty() : Form.empty().with("to", to);
    return show(require(id), form);
  }

  @POST
  @Path("{id}/parent")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Object move(String id, MultivaluedMap<String, String> typed) {
    Branch branch = require(id);
    me.requireRole(Role.COUNTY_ADMIN, branch.regionCode());
    Form form = Form.of(typed);
    try {
      Long chosen = form.id("parent");
      Branch parent = chosen == null ? null : Branch.findById(chosen);
      if (parent == null || !me.covers(Role.COUNTY_ADMIN, parent.regionCode())) {
        throw new InvalidInput("parent", "请选一个上级。", "Choose a parent.");
      }
      BranchTree.move(branch, parent);
      return Response.seeOther(URI.create("/console/branches/" + branch.idText())).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(show(branch, form.refused(refusal, lang.get())));
    }
  }

  private TemplateInstance show(Branch branch, Form form) {
    List<Branch> newParents =
        found(form.value("to")).stream()
            .filter(b -> !b.path().startsWith(branch.path()))
            .filter(b -> me.covers(Role.COUNTY_ADMIN, b.regionCode()))
            .toList();
    return Templates.show(
        BranchView.of(branch),
        branch.ancestors().stream().filter(this::isSeen).toList(),
        me.covers(Role.COUNTY_ADMIN, branch.regionCode()),
        form,
        newParents);
  }

  private List<Branch> found(String words) {
    return words.isEmpty()
        ? List.of()
        : scopes()
            .flatMap(s -> Branch.search(words, s, MOST_FOUND).stream())
            .limit(MOST_FOUND)
            .toList();
  }

  private Branch require(String id) {
    me.requireRole(Role.COUNTY_ADMIN, Role.AUDITOR);
    return Ids.parse(id)
        .flatMap(key -> Branch.<Branch>findByIdOptional(key))
        .filter(this::isSeen)
        .orElseThrow(NotFound::new);
  }

  private boolean isSeen(Branch branch) {
    return me.covers(Role.COUNTY_ADMIN, branch.regionCode())
        || me.covers(Role.AUDITOR, branch.regionCode());
  }

  private Stream<String> scopes() {
    return me.scopes(Role.COUNTY_ADMIN, Role.AUDITOR).stream();
  }
}
