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
import java.util.List;
import org.xiangpin.account.Actor;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;

/** For township and county: certificates that collectors found incomplete, and the answers. */
@Path("/console/certificate-reports")
public class ReportPages {

  private static final int MOST_SHOWN = 100;

  @CheckedTemplate(basePath = "intake")
  static class Templates {
    static native TemplateInstance reports(List<CertificateReport> reports, Form form);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject IntakeService intakes;

  @GET
  public TemplateInstance list() {
    me.requireRole(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN);
    return page(Form.empty());
  }

  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object answer(String id, MultivaluedMap<String, String> typed) {
    me.requireRole(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN);
    CertificateReport report = CertificateReport.require(Ids.parse(id).orElse(null), me);
    Form form = Form.of(typed);
    try {
      intakes.answer(report.id, form.value("answer"), official(report));
      return Response.seeOther(URI.create("/console/certificate-reports")).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(
          page(form.with("report", report.idText()).refused(refusal, lang.get())));
    }
  }

  private TemplateInstance page(Form form) {
    return Templates.reports(CertificateReport.judgedBy(me, MOST_SHOWN), form);
  }

  private Actor official(CertificateReport report) {
    return me.covers(Role.TOWNSHIP_INSPECTOR, report.regionCode())
        ? me.actor(Role.TOWNSHIP_INSPECTOR)
        : me.actor(Role.COUNTY_ADMIN);
  }
}
