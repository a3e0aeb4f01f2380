package org.xiangpin.recall;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.Actor;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.lineage.LotGraph;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.Lot;

/** The console's pages on recalls. */
@Path("/console/recalls")
public class RecallPages {

  private static final int MOST_SHOWN = 100;

  @CheckedTemplate(basePath = "recall")
  static class Templates {
    static native TemplateInstance list(List<Line> recalls);

    static native TemplateInstance open(Form form, Lot lot, int others);

    static native TemplateInstance show(RecallView view, Form form);

    static native TemplateInstance notice(RecallView view, LocalDate day, Lang zh);

    private Templates() {}
  }

  /** A recall in the list, and the lot that it began with. */
  record Line(Recall recall, Lot lot) {}

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject RecallService recalls;
  @Inject LotGraph graph;
  @Inject Clock clock;

  @GET
  public TemplateInstance list() {
    me.requireRole(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN);
    return Templates.list(
        Recall.judgedBy(me, MOST_SHOWN).stream()
            .map(r -> new Line(r, Lot.findById(r.lotId())))
            .toList());
  }

  /**
   * @param reason words that stand there already, such as a failing report's; may be changed
   */
  @GET
  @Path("new")
  public TemplateInstance blank(@RestQuery String lot, @RestQuery String reason) {
    return open(
        Lot.requireJudged(Ids.parse(lot).orElse(null), me),
        Form.empty().with("reason", reason == null ? "" : reason));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object open(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    Lot lot = Lot.requireJudged(form.id("lot"), me);
    try {
      Recall recall = recalls.open(lot.id(), form.value("reason"), lot.judge(me));
      return Response.seeOther(page(recall)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(open(lot, form.refused(refusal, lang.get())));
    }
  }

  @GET
  @Path("{id}")
  public TemplateInstance show(String id) {
    return Templates.show(RecallView.require(id, me), Form.empty());
  }

  /** Field {@code step}: confirm, lift, find or close. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object change(String id, MultivaluedMap<String, String> typed) {
    RecallView view = RecallView.require(id, me);
    if (!view.mayJudge()) {
      throw new NotFound();
    }
    Form form = Form.of(typed);
    Long recall = view.recall().id();
    Actor actor = view.first().judge(me);
    try {
      switch (form.value("step")) {
        case "confirm" -> recalls.confirm(recall, form.value("reason"), actor);
        case "lift" -> recalls.lift(recall, form.value("reason"), actor);
        case "find" ->
            recalls.find(
                recall, lotOf(view, form), grams(form, "found"), grams(form, "destroyed"), actor);
        case "close" -> recalls.close(recall, form.value("reason"), actor);
        default -> throw new InvalidInput("step", "请选一项。", "Choose one.");
      }
      return Response.seeOther(page(view.recall())).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(Templates.show(view, form.refused(refusal, lang.get())));
    }
  }

  /** To print and hand out: what is taken back, and what to do. */
  @GET
  @Path("{id}/notice")
  public TemplateInstance notice(String id) {
    return Templates.notice(RecallView.require(id, me), Times.today(clock), Lang.ZH);
  }

  private TemplateInstance open(Lot lot, Form form) {
    return Templates.open(form, lot, graph.descendantsOf(lot.id()).size());
  }

  private static Long lotOf(RecallView view, Form form) {
    return view.lots().stream()
        .map(line -> line.lot().id())
        .filter(lot -> lot.equals(form.id("lot")))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("lot", "请选一批。", "Choose a lot."));
  }

  /** An empty field is nothing. */
  private static long grams(Form form, String field) {
    return form.value(field).isEmpty()
        ? 0
        : Quantity.grams(form.value(field), Quantity.Unit.JIN, field);
  }

  private static URI page(Recall recall) {
    return URI.create("/console/recalls/" + recall.number());
  }
}
