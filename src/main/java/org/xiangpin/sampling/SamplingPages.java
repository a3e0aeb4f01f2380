package org.xiangpin.sampling;

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
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.xiangpin.account.Actor;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Quantity;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Times;

/** The console's pages on sampling plans, for county and township. */
@Path("/console/sampling")
public class SamplingPages {

  private static final int USUAL_DAYS = 30;
  private static final int USUAL_LOTS = 10;
  private static final int MOST_SHOWN = 50;
  private static final SecureRandom SEEDS = new SecureRandom();

  @CheckedTemplate(basePath = "sampling")
  static class Templates {
    static native TemplateInstance list(List<SamplingPlan> plans);

    static native TemplateInstance draw(Form form, List<Region> regions);

    static native TemplateInstance show(SamplingView view);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject Clock clock;

  @GET
  public TemplateInstance list() {
    return Templates.list(
        regions().stream()
            .flatMap(r -> SamplingPlan.within(r.code(), MOST_SHOWN).stream())
            .distinct()
            .toList());
  }

  @GET
  @Path("new")
  public TemplateInstance blank() {
    LocalDate today = Times.today(clock);
    Form form =
        Form.empty()
            .with("from", today.minusDays(USUAL_DAYS).toString())
            .with("to", today.toString())
            .with("asked", String.valueOf(USUAL_LOTS));
    return Templates.draw(form, regions());
  }

  /** Field {@code seed}: to draw a plan again as it was; a new one when empty. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Object draw(MultivaluedMap<String, String> typed) {
    Form form = Form.of(typed);
    List<Region> regions = regions();
    try {
      Region region =
          regions.stream()
              .filter(r -> r.code().equals(form.value("region")))
              .findFirst()
              .orElseThrow(() -> new InvalidInput("region", "请选在哪里抽。", "Choose where."));
      SamplingPlan plan =
          new SamplingPlan(
              region.code(),
              form.date("from"),
              form.date("to"),
              Quantity.pieces(form.value("asked"), "asked", SamplingPlan.MOST_LOTS),
              seed(form.narrow("seed")),
              official(region.code()),
              clock);
      plan.persist();
      return Response.seeOther(URI.create("/console/sampling/" + plan.idText())).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(Templates.draw(form.refused(refusal, lang.get()), regions));
    }
  }

  @GET
  @Path("{id}")
  public TemplateInstance show(String id) {
    me.requireRole(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN);
    SamplingPlan plan =
        Ids.parse(id)
            .map(i -> SamplingPlan.<SamplingPlan>findById(i))
            .filter(p -> regions().stream().anyMatch(r -> Region.covers(r.code(), p.regionCode())))
            .orElseThrow(NotFound::new);
    return Templates.show(SamplingView.of(plan));
  }

  private static long seed(String typed) {
    try {
      return typed.isEmpty() ? SEEDS.nextLong() : Long.parseLong(typed);
    } catch (NumberFormatException e) {
      throw new InvalidInput(
          "seed", "随机种子是一个整数，照原来的抄。", "The seed is a whole number; copy it from the plan.");
    }
  }

  /** The counties and townships that the person judges. */
  private List<Region> regions() {
    me.requireRole(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN);
    return me.scopes(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN).stream()
        .flatMap(code -> Region.findByCode(code).stream())
        .toList();
  }

  private Actor official(String region) {
    return me.covers(Role.COUNTY_ADMIN, region)
        ? me.actor(Role.COUNTY_ADMIN)
        : me.actor(Role.TOWNSHIP_INSPECTOR);
  }
}
