package org.xiangpin.scanlog;

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
import java.util.Optional;
import javax.sql.DataSource;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.shared.Form;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Refusal;
import org.xiangpin.shared.RefusedForm;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.tally.AddressPlaces;
import org.xiangpin.tally.CloneWatch;
import org.xiangpin.tally.Place;
import org.xiangpin.tally.Suspicion;
import org.xiangpin.trace.Lot;

/** The console's pages of scans: of one lot, and for the inspector all lots with suspect labels. */
@Path("/console/scans")
public class ScanLogPages {

  private static final int MOST_SHOWN = 50;

  @CheckedTemplate(basePath = "scanlog")
  static class Templates {
    static native TemplateInstance list(List<Lot> lots);

    static native TemplateInstance show(Page page, Form form);

    private Templates() {}
  }

  /**
   * @param mayClear whether this person judges the lot
   */
  public record Page(
      Lot lot,
      ScanHistory history,
      List<Suspicion> suspicions,
      boolean mayClear,
      AddressPlaces places) {

    /** As the operator's file calls it, else by its degrees. */
    public String name(Place place, Lang lang) {
      return places.name(place).orElseGet(() -> place.label(lang));
    }
  }

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject DataSource database;
  @Inject AddressPlaces places;
  @Inject CloneWatch clones;

  /** Lots with labels that may have been copied. */
  @GET
  public TemplateInstance list() {
    me.requireRole(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN);
    return Templates.list(SuspectLots.judgedBy(me, MOST_SHOWN));
  }

  @GET
  @Path("{lot}")
  public TemplateInstance show(String lot) {
    return page(Lot.require(Ids.parse(lot).orElse(null), me), Form.empty());
  }

  /** The inspector has looked at a label and found nothing wrong. */
  @POST
  @Path("{lot}/cleared")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Object clear(String lot, MultivaluedMap<String, String> typed) {
    Lot found = Lot.require(Ids.parse(lot).orElse(null), me);
    Form form = Form.of(typed);
    Suspicion suspicion =
        Optional.ofNullable(form.id("suspicion"))
            .map(id -> Suspicion.<Suspicion>findById(id))
            .filter(s -> s.lotId().equals(found.id()) && found.isJudgedBy(me))
            .orElseThrow(NotFound::new);
    try {
      clones.clear(suspicion.id(), form.value("reason"), me.actor());
      return Response.seeOther(URI.create("/console/scans/" + found.idText())).build();
    } catch (Refusal refusal) {
      return RefusedForm.again(page(found, form.refused(refusal, lang.get())));
    }
  }

  private TemplateInstance page(Lot lot, Form form) {
    return Templates.show(
        new Page(
            lot,
            ScanHistory.of(lot.id(), database),
            Suspicion.ofLot(lot.id(), MOST_SHOWN),
            lot.isJudgedBy(me),
            places),
        form);
  }
}
