package org.xiangpin.filing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xiangpin.account.Caller;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.filing.Filing.Format;
import org.xiangpin.producer.Producer;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Times;

/** The console's page on which a filing is chosen and taken along. */
@Path("/console/filing")
public class FilingPages {

  private static final String PRODUCER = "producer-";

  @CheckedTemplate(basePath = "filing")
  static class Templates {
    static native TemplateInstance choose(Form form, List<Choice> choices);

    private Templates() {}
  }

  /**
   * Somebody to export.
   *
   * @param value a region's code, or {@code producer-} and the producer's id
   */
  record Choice(String value, String label) {}

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject Filing filing;
  @Inject Clock clock;

  @GET
  public TemplateInstance choose(@Context UriInfo uri) {
    me.requireRole(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR, Role.FARMER);
    LocalDate today = Times.today(clock);
    Form form =
        Form.empty()
            .with("of", uri.getQueryParameters().getFirst("of"))
            .with("from", today.withDayOfYear(1).toString())
            .with("to", today.toString());
    return page(form);
  }

  /** Fields {@code of}, {@code from}, {@code to} and {@code format}. */
  @GET
  @Path("file")
  public Object file(@Context UriInfo uri, @Context RoutingContext routing) {
    me.requireRole(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR, Role.FARMER);
    MultivaluedMap<String, String> typed = uri.getQueryParameters();
    Form form = Form.of(typed);
    try {
      Format format = form.choice("format", Format.class);
      FilingScope scope = scope(form);
      filing.note(scope, format, me.id(), Caller.of(routing));
      StreamingOutput body = out -> filing.write(out, scope, format);
      String name =
          "filing-%s-%s.%s"
              .formatted(scope.from(), scope.to(), format.name().toLowerCase(Locale.ROOT));
      return Response.ok(body, format.type())
          .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
          .header("Cache-Control", "no-store")
          .build();
    } catch (InvalidInput refusal) {
      return RefusedForm.again(page(form.refused(refusal, lang.get())));
    }
  }

  private FilingScope scope(Form form) {
    String of = form.value("of");
    LocalDate from = form.date("from");
    LocalDate to = form.date("to");
    return of.startsWith(PRODUCER)
        ? FilingScope.ofProducer(
            Ids.parse(of.substring(PRODUCER.length())).orElse(null), from, to, me)
        : FilingScope.ofRegion(of, from, to, me);
  }

  private TemplateInstance page(Form form) {
    List<Choice> choices = new ArrayList<>();
    me.scopes(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR)
        .forEach(code -> choices.add(new Choice(code, Region.shortName(code))));
    Producer.ofAccount(me.id())
        .ifPresent(p -> choices.add(new Choice(PRODUCER + p.idText(), p.name())));
    return Templates.choose(form, choices);
  }
}
