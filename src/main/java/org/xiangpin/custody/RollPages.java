package org.xiangpin.custody;

import static java.util.stream.Collectors.joining;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Slice;
import org.xiangpin.traceability.LabelSerials;

/** The console's pages of who has which labels. */
@Path("/console/rolls")
public class RollPages {

  @CheckedTemplate(basePath = "roll")
  static class Templates {
    static native TemplateInstance mine(Slice<Mine> rolls);

    static native TemplateInstance show(RollView view, Form form);

    private Templates() {}
  }

  /** A roll, and the ranges of it that are in this person's hands. */
  record Mine(LabelRoll roll, List<Custody.Range> ranges) {

    /** 1–500、801–900. */
    public String labels(Lang lang) {
      return ranges.stream().map(r -> r.labels(lang)).collect(joining(lang.of("、", ", ")));
    }
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject CustodyService custody;

  /** The labels in my hands. */
  @GET
  public TemplateInstance mine(@RestQuery String after) {
    return Templates.mine(
        CustodyStep.rollsOf(me.id(), after)
            .of(
                rolls ->
                    rolls.stream().map(this::mine).filter(m -> !m.ranges().isEmpty()).toList()));
  }

  private Mine mine(LabelRoll roll) {
    return new Mine(
        roll,
        Custody.of(CustodyStep.ofRoll(roll.id())).ranges().stream()
            .filter(r -> r.isWith(me.id()))
            .toList());
  }

  @GET
  @Path("{id}")
  public TemplateInstance show(String id) {
    return Templates.show(RollView.of(CustodyStep.requireRoll(id, me), me), Form.empty());
  }

  /** Field {@code step}: handOver or void. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object change(String id, MultivaluedMap<String, String> typed) {
    RollView view = RollView.of(CustodyStep.requireRoll(id, me), me);
    Form form = Form.of(typed);
    try {
      Long giver = giver(view, form);
      Long roll = view.roll().id();
      int first = Quantity.pieces(form.value("first"), "first", LabelSerials.MAX_INDEX);
      int last = Quantity.pieces(form.value("last"), "last", LabelSerials.MAX_INDEX);
      switch (form.value("step")) {
        case "handOver" ->
            custody.handOver(roll, giver, first, last, receiver(view, form), me.actor());
        case "void" ->
            custody.voidLabels(
                roll,
                giver,
                first,
                last,
                form.choice("kind", CustodyStep.Kind.class),
                form.value("reason"),
                me.actor());
        default -> throw new InvalidInput("step", "请选一项。", "Choose one.");
      }
      return Response.seeOther(URI.create("/console/rolls/" + view.roll().idText())).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(Templates.show(view, form.refused(refusal, lang.get())));
    }
  }

  /** Null for the stock. The office gives from anybody's hands, others from their own. */
  private Long giver(RollView view, Form form) {
    Long giver = account(form.value("from"));
    if (!view.isOffice() && !me.id().equals(giver)) {
      throw new NotAllowed("这些标签不在您手里。", "These labels are not in your hands.");
    }
    return giver;
  }

  private static Long account(String typed) {
    try {
      return typed.isEmpty() ? null : Long.valueOf(typed);
    } catch (NumberFormatException e) {
      throw new InvalidInput("from", "请选从谁手里。", "Choose from whom.");
    }
  }

  private static Holder receiver(RollView view, Form form) {
    return view.receivers().stream()
        .filter(r -> r.key().equals(form.value("to")))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("to", "请选交给谁。", "Choose to whom."));
  }
}
