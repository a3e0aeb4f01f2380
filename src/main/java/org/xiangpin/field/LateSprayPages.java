package org.xiangpin.field;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.region.Region;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotState;

/**
 * For who judges: certified lots of a field on which something was sprayed, written down later,
 * that should have kept them from being harvested.
 */
@Path("/console/late-sprays")
public class LateSprayPages {

  private static final int MOST_SHOWN = 100;

  private static final String FOUND =
      "from Lot l join fetch l.product g join fetch l.producer where l.state = ?1 and l.made = false"
          + " and l.regionCode like ?2 and exists (select 1 from Spray s"
          + " where s.producerId = l.producer.id and s.sprayedOn <= l.harvestedOn"
          + " and (s.banned = true or s.safeFrom > l.harvestedOn) and s.withdrawn = false"
          + " and not exists (select 1 from Spray c where c.correctsId = s.id)"
          + " and (s.plotId = l.plot.id or ((s.plotId is null or l.plot is null)"
          + " and g.categoryCode like concat(s.categoryCode, '%')))) order by l.id desc";

  @CheckedTemplate(basePath = "field")
  static class Templates {
    static native TemplateInstance lateSprays(List<Lot> lots);

    private Templates() {}
  }

  @Inject CurrentAccount me;

  @GET
  public TemplateInstance list() {
    me.requireRole(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN);
    return Templates.lateSprays(judgedBy(me));
  }

  /** The newest first. */
  static List<Lot> judgedBy(CurrentAccount me) {
    return me.scopes(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN).stream()
        .flatMap(
            scope ->
                Lot.<Lot>find(FOUND, LotState.CERTIFIED, Region.codesWithin(scope))
                    .page(0, MOST_SHOWN)
                    .<Lot>list()
                    .stream())
        .distinct()
        .toList();
  }
}
