package org.xiangpin.trace;

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
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.Actor;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.XiangpinConfig;

/** The inspector's queue, and the decision on one lot. */
@Path("/console/certification")
public class CertificationPages {

  /** How long a certification holds unless the inspector says otherwise. */
  private static final int USUAL_DAYS = 180;

  /** The next ones move up as these are decided. */
  private static final int MOST_SHOWN = 50;

  @CheckedTemplate(basePath = "certification")
  static class Templates {
    static native TemplateInstance queue(
        List<Lot> waiting, long count, List<Lot> suspended, boolean certifies);

    static native TemplateInstance decide(LotView view, Form form);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject CertificationService certification;
  @Inject LotPanels panels;
  @Inject Clock clock;
  @Inject XiangpinConfig config;

  @GET
  public TemplateInstance queue() {
    me.requireRole(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN);
    boolean certifies = me.has(Role.TOWNSHIP_INSPECTOR);
    return Templates.queue(
        certifies ? LotList.waitingFor(me, LotState.SUBMITTED, MOST_SHOWN) : List.of(),
        certifies ? LotList.countWaitingFor(me, LotState.SUBMITTED) : 0,
        LotList.waitingFor(me, LotState.SUSPENDED, MOST_SHOWN),
        certifies);
  }

  /**
   * @param reason words that stand there already, such as a failing report's; may be changed
   */
  @GET
  @Path("{lot}")
  public TemplateInstance decide(
      @jakarta.ws.rs.PathParam("lot") String id, @RestQuery String reason) {
    Lot lot = Lot.requireJudged(Ids.parse(id).orElse(null), me);
    return page(
        lot,
        Form.empty()
            .with("validUntil", Times.today(clock).plusDays(USUAL_DAYS).toString())
            .with("reason", reason == null ? "" : reason));
  }

  /** Field {@code decision}: certify, return, refuse, suspend, lift or revoke. */
  @POST
  @Path("{lot}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object decided(
      @jakarta.ws.rs.PathParam("lot") String id, MultivaluedMap<String, String> typed) {
    Lot lot = Lot.requireJudged(Ids.parse(id).orElse(null), me);
    Form form = Form.of(typed);
    try {
      carryOut(lot, form);
      return Response.seeOther(URI.create("/console/lots/" + lot.idText())).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(page(lot, form.refused(refusal, lang.get())));
    }
  }

  private void carryOut(Lot lot, Form form) {
    String reason = form.value("reason");
    switch (form.value("decision")) {
      case "certify" -> certification.certify(lot.id(), form.date("validUntil"), inspector(lot));
      case "return" -> certification.sendBack(lot.id(), reason, inspector(lot));
      case "refuse" -> certification.refuse(lot.id(), reason, inspector(lot));
      case "suspend" -> certification.suspend(lot.id(), reason, lot.judge(me));
      case "lift" -> certification.lift(lot.id(), reason, lot.judge(me));
      case "revoke" -> certification.revoke(lot.id(), reason, lot.judge(me));
      default -> throw new InvalidInput("decision", "请选一个决定。", "Choose a decision.");
    }
  }

  /** Certifying is the township's alone. */
  private Actor inspector(Lot lot) {
    if (!me.covers(Role.TOWNSHIP_INSPECTOR, lot.regionCode())) {
      throw new NotAllowed("只有本乡镇的核验员可以核验。", "Only an inspector of the township certifies.");
    }
    return me.actor(Role.TOWNSHIP_INSPECTOR);
  }

  private TemplateInstance page(Lot lot, Form form) {
    return Templates.decide(LotView.of(lot, me, config.publicUrl(), panels.of(lot)), form);
  }
}
