package org.xiangpin.producer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.xiangpin.account.Account;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.people.People;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;

/** A liaison officer leaves: the farmers go to another one (农户交接). */
@Path("/console/producers/hand-over")
public class HandOverPages {

  @CheckedTemplate(basePath = "producer")
  static class Templates {
    static native TemplateInstance handOver(List<Account> officers, Form form);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject People people;
  @Inject RequestLang lang;

  @GET
  public TemplateInstance choose() {
    return Templates.handOver(officers(), Form.empty());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Object handOver(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    try {
      Account from = officer(form, "from");
      Account to = officer(form, "to");
      if (from.id().equals(to.id()) || to.isDisabled()) {
        throw new InvalidInput("to", "请选另一位在用的联络员。", "Choose another, active officer.");
      }
      List<Producer> producers =
          scopes().stream()
              .flatMap(scope -> ProducerList.lookedAfterBy(from.id(), scope).stream())
              .distinct()
              .toList();
      producers.forEach(producer -> producer.entrustTo(to));
      people.handedOver(from, to, producers.size());
      return Response.seeOther(URI.create("/console/producers")).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(Templates.handOver(officers(), form.refused(refusal, lang.get())));
    }
  }

  private Account officer(Form form, String field) {
    Long id = form.id(field);
    return officers().stream()
        .filter(a -> a.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new InvalidInput(field, "请选一位联络员。", "Choose a liaison officer."));
  }

  private List<Account> officers() {
    return scopes().stream()
        .flatMap(scope -> Account.holding(Role.LIAISON_OFFICER, scope).stream())
        .distinct()
        .toList();
  }

  private List<String> scopes() {
    me.requireRole(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR);
    return me.scopes(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR);
  }
}
