package org.xiangpin.intake;

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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.lineage.IncomingCheck;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerList;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Slice;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;

/** The console's pages on goods that a collector takes in of lots here. */
@Path("/console/intake")
public class IntakePages {

  private static final Set<IntakeState> ASKED = EnumSet.of(IntakeState.ASKED);

  @CheckedTemplate(basePath = "intake")
  static class Templates {
    static native TemplateInstance list(Slice<Intake> intakes, String tab, boolean mayTake);

    static native TemplateInstance ask(Form form, List<Producer> collectors);

    static native TemplateInstance show(View view, Form form);

    private Templates() {}
  }

  /**
   * An intake as one of its sides sees it, and what this person may do with it now.
   *
   * @param check of a lot here, as it stands today
   * @param certificate of a lot here that was collected
   */
  record View(
      Intake intake,
      Optional<IncomingCheck> check,
      Optional<CommitmentCertificate> certificate,
      Optional<CertificateReport> report,
      boolean mayDecide,
      boolean mayWithdraw,
      boolean mayReport) {

    static View of(Intake intake, CurrentAccount me) {
      Lot source = intake.source();
      Optional<CertificateReport> report = CertificateReport.ofIntake(intake.id());
      boolean takes = intake.collector().isActedForBy(me);
      return new View(
          intake,
          Optional.ofNullable(source).map(IncomingCheck::of),
          intake.isWithCertificate() && source != null
              ? CommitmentCertificate.ofLot(source.id())
              : Optional.empty(),
          report,
          intake.isDecidedBy(me),
          takes && intake.isAsked(),
          takes && report.isEmpty() && !intake.gaps().isEmpty());
    }
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject IntakeService intakes;

  /**
   * @param tab {@code asked} for those that wait for consent; all otherwise
   * @param after where the page before ended
   */
  @GET
  public TemplateInstance list(@RestQuery String tab, @RestQuery String after) {
    boolean asked = "asked".equals(tab);
    Set<IntakeState> states = asked ? ASKED : EnumSet.allOf(IntakeState.class);
    return Templates.list(
        IntakeList.seenBy(me, states, false, after),
        asked ? tab : "",
        !ProducerList.collectorsActedForBy(me).isEmpty());
  }

  /**
   * @param lot a code that was scanned, to fill in
   */
  @GET
  @Path("new")
  public TemplateInstance blank(@RestQuery String lot) {
    return ask(Form.empty().with("lot", lot == null ? "" : lot));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object ask(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    try {
      Producer collector = requireCollector(form);
      Lot lot = LabelledLot.find(form.narrow("lot"), collector);
      long grams = Quantity.grams(form.value("grams"), Quantity.Unit.JIN, "grams");
      return seeOther(intakes.ask(collector, lot.id(), grams, collector.actor(me)));
    } catch (Refusal refusal) {
      return RefusedForm.again(ask(form.refused(refusal, lang.get())));
    }
  }

  @GET
  @Path("{id}")
  public TemplateInstance show(String id) {
    return Templates.show(View.of(require(id), me), Form.empty());
  }

  /** Field {@code step}: agree, decline, withdraw or report. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object change(String id, MultivaluedMap<String, String> typed) {
    Intake intake = require(id);
    Form form = Form.of(typed);
    try {
      switch (form.value("step")) {
        case "agree" -> intakes.agree(intake.id(), giver(intake).actor(me));
        case "decline" ->
            intakes.decline(intake.id(), form.value("reason"), giver(intake).actor(me));
        case "withdraw" -> intakes.withdraw(intake.id(), taker(intake).actor(me));
        case "report" -> intakes.report(intake.id(), form.value("note"), taker(intake).actor(me));
        default -> throw new InvalidInput("step", "请选一项。", "Choose one.");
      }
      return seeOther(intake);
    } catch (Refusal refusal) {
      return RefusedForm.again(
          Templates.show(View.of(intake, me), form.refused(refusal, lang.get())));
    }
  }

  private TemplateInstance ask(Form form) {
    return Templates.ask(form, ProducerList.collectorsActedForBy(me));
  }

  private Producer requireCollector(Form form) {
    Producer collector = Producer.require(form.id("collector"), me);
    collector.requireActedForBy(me);
    return collector;
  }

  /** Who gives, when this person may speak for it; goods from outside are given by nobody here. */
  private Producer giver(Intake intake) {
    if (intake.isFromOutside()) {
      throw new InvalidInput("step", "请选一项。", "Choose one.");
    }
    intake.source().producer().requireActedForBy(me);
    return intake.source().producer();
  }

  private Producer taker(Intake intake) {
    intake.collector().requireActedForBy(me);
    return intake.collector();
  }

  private Intake require(String id) {
    return Intake.require(Ids.parse(id).orElse(null), me);
  }

  static Response seeOther(Intake intake) {
    return Response.seeOther(URI.create("/console/intake/" + intake.idText())).build();
  }
}
