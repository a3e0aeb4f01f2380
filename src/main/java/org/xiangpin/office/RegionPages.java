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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.region.Region;
import org.xiangpin.region.RegionAlias;
import org.xiangpin.region.RegionSearch;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Times;

/**
 * Towns and villages of a county: other names that people use, new names, and mergers. What was
 * recorded under an old name or code stays readable.
 */
@Path("/console/regions")
@Produces(MediaType.TEXT_HTML)
public class RegionPages {

  private static final int MOST_FOUND = 50;

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject Clock clock;

  @CheckedTemplate(basePath = "region")
  static class Templates {
    static native TemplateInstance list(List<Region> tops, String q, List<Region> found);

    static native TemplateInstance show(
        Region region,
        List<Region> children,
        List<RegionAlias> aliases,
        boolean mayWrite,
        Form form,
        List<Region> into);

    private Templates() {}
  }

  /**
   * @param q a name, with or without its ending, present or former
   */
  @GET
  public TemplateInstance list(@RestQuery String q) {
    me.requireRole(Role.COUNTY_ADMIN, Role.AUDITOR);
    String words = q == null ? "" : q.strip();
    List<Region> tops = scopes().flatMap(s -> Region.findByCode(s).stream()).toList();
    return Templates.list(tops, words, found(words));
  }

  /**
   * @param to a name of the region into which it shall merge
   */
  @GET
  @Path("{code}")
  public TemplateInstance show(String code, @RestQuery String to) {
    return show(require(code), to == null ? Form.empty() : Form.empty().with("to", to));
  }

  @POST
  @Path("{code}/aliases")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response addAlias(String code, MultivaluedMap<String, String> typed) {
    return change(code, typed, (region, form) -> region.addAlias(form.value("alias")));
  }

  @POST
  @Path("{code}/name")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response rename(String code, MultivaluedMap<String, String> typed) {
    return change(
        code, typed, (region, form) -> region.rename(form.value("name"), past(form, "renamedOn")));
  }

  @POST
  @Path("{code}/successor")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response merge(String code, MultivaluedMap<String, String> typed) {
    return change(
        code,
        typed,
        (region, form) -> {
          Region successor = Region.require(form.value("successor"), "successor");
          me.requireRole(Role.COUNTY_ADMIN, successor.code());
          region.mergeInto(successor, past(form, "mergedOn"));
        });
  }

  private Response change(
      String code, MultivaluedMap<String, String> typed, BiConsumer<Region, Form> change) {
    Region region = require(code);
    me.requireRole(Role.COUNTY_ADMIN, region.code());
    Form form = Form.of(typed);
    try {
      change.accept(region, form);
      return Response.seeOther(URI.create("/console/regions/" + region.code())).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(show(region, form.refused(refusal, lang.get())));
    }
  }

  private TemplateInstance show(Region region, Form form) {
    List<Region> into =
        found(form.value("to")).stream()
            .filter(r -> r.level() == region.level() && r.validTo() == null)
            .filter(r -> !r.code().equals(region.code()))
            .toList();
    return Templates.show(
        region,
        region.children(),
        RegionAlias.of(region.code()),
        me.covers(Role.COUNTY_ADMIN, region.code()),
        form,
        into);
  }

  private List<Region> found(String words) {
    return words.isEmpty()
        ? List.of()
        : scopes()
            .flatMap(s -> RegionSearch.find(words, s, MOST_FOUND).stream())
            .distinct()
            .toList();
  }

  private Region require(String code) {
    me.requireRole(Role.COUNTY_ADMIN, Role.AUDITOR);
    return Region.findByCode(code)
        .filter(r -> scopes().anyMatch(s -> Region.covers(s, r.code())))
        .orElseThrow(NotFound::new);
  }

  private Stream<String> scopes() {
    return me.scopes(Role.COUNTY_ADMIN, Role.AUDITOR).stream();
  }

  /** What is decided for a later day is entered on that day: until then the old name is right. */
  private LocalDate past(Form form, String field) {
    LocalDate day = form.date(field);
    if (day.isAfter(Times.today(clock))) {
      throw new InvalidInput(
          field, "日期不能在今天以后，到那天再登记。", "The day lies in the future; enter it when it has come.");
    }
    return day;
  }
}
