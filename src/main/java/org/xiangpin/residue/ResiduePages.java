package org.xiangpin.residue;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.Lot;

/** The console's pages on rapid tests and laboratory reports. */
@Path("/console/residue")
public class ResiduePages {

  @CheckedTemplate(basePath = "residue")
  static class Templates {
    static native TemplateInstance findings(List<OpenFinding> findings);

    static native TemplateInstance test(Form form, Lot lot, ResidueStanding standing);

    static native TemplateInstance report(Form form, Lot lot, List<LabReport> failed);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject ResidueRecords records;
  @Inject Clock clock;

  @GET
  public TemplateInstance findings() {
    me.requireRole(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN);
    return Templates.findings(OpenFinding.judgedBy(me));
  }

  @GET
  @Path("test")
  public TemplateInstance test(@RestQuery String lot) {
    Form form =
        Form.empty()
            .with("method", RapidMethod.ENZYME_INHIBITION.name())
            .with("operator", me.name())
            .with("testedOn", Times.today(clock).toString());
    return test(form, requireTested(lot));
  }

  @POST
  @Path("test")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object record(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    Lot lot = requireTested(form.value("lot"));
    try {
      RapidTest.Facts facts =
          new RapidTest.Facts(
              form.choice("method", RapidMethod.class),
              form.value("kit"),
              (int) Quantity.decimal(form.value("value"), "value", 1, 0, RapidTest.MOST_PERMILLE),
              form.value("operator"),
              moment(form));
      records.test(lot.id(), facts, lot.isJudgedBy(me) ? lot.judge(me) : lot.producer().actor(me));
      return Response.seeOther(page(lot)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(test(form.refused(refusal, lang.get()), lot));
    }
  }

  @GET
  @Path("report")
  public TemplateInstance report(@RestQuery String lot) {
    return report(Form.empty(), Lot.requireJudged(Ids.parse(lot).orElse(null), me));
  }

  @POST
  @Path("report")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object reported(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    Lot lot = Lot.requireJudged(form.id("lot"), me);
    try {
      LabReport.Facts facts =
          new LabReport.Facts(
              form.value("lab"),
              form.narrow("cmaNumber").toUpperCase(Locale.ROOT),
              form.narrow("reportNumber"),
              form.date("sampledOn"),
              form.date("issuedOn"),
              form.value("passed").isEmpty() ? null : form.has("passed", "yes"),
              LabItem.parse(form.narrow("items")));
      records.report(lot.id(), facts, form.id("reexamines"), lot.judge(me));
      return Response.seeOther(page(lot)).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(report(form.refused(refusal, lang.get()), lot));
    }
  }

  /** Without a time of day: now for today, else noon. */
  private Instant moment(Form form) {
    LocalDate day = form.date("testedOn");
    String time = form.narrow("testedTime");
    if (time.isEmpty()) {
      return day.equals(Times.today(clock))
          ? Times.now(clock)
          : day.atTime(LocalTime.NOON).atZone(Lang.CHINA).toInstant();
    }
    try {
      return day.atTime(LocalTime.parse(time)).atZone(Lang.CHINA).toInstant();
    } catch (DateTimeParseException e) {
      throw new InvalidInput("testedTime", "请填几点几分，比如 09:30。", "Enter a time such as 09:30.");
    }
  }

  private static TemplateInstance test(Form form, Lot lot) {
    List<Long> one = List.of(lot.id());
    return Templates.test(form, lot, ResidueStanding.of(RapidTest.of(one), LabReport.of(one)));
  }

  private static TemplateInstance report(Form form, Lot lot) {
    return Templates.report(
        form, lot, LabReport.of(List.of(lot.id())).stream().filter(r -> !r.isPassed()).toList());
  }

  /** The producer's side tests its own goods; who judges them may as well. */
  private Lot requireTested(String id) {
    Lot lot = Lot.require(Ids.parse(id).orElse(null), me);
    requireMayTest(lot, me);
    return lot;
  }

  static void requireMayTest(Lot lot, CurrentAccount me) {
    if (!lot.isJudgedBy(me)) {
      lot.producer().requireActedForBy(me);
    }
  }

  static boolean mayTest(Lot lot, CurrentAccount me) {
    return lot.isJudgedBy(me) || lot.producer().isActedForBy(me);
  }

  private static URI page(Lot lot) {
    return URI.create("/console/lots/" + lot.idText());
  }
}
