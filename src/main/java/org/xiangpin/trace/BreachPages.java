package org.xiangpin.trace;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.mass.MassBreach;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.NotFound;

/** For the inspector: lots of which more was asked than there is. */
@Path("/console/breaches")
public class BreachPages {

  /** The next ones move up as these are noted. */
  private static final int MOST_SHOWN = 50;

  @CheckedTemplate(basePath = "lot")
  static class Templates {
    static native TemplateInstance breaches(List<Lot> lots);

    private Templates() {}
  }

  @Inject CurrentAccount me;
  @Inject Clock clock;

  @GET
  public TemplateInstance list() {
    me.requireRole(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN);
    return Templates.breaches(LotList.withOpenBreach(me, MOST_SHOWN));
  }

  /** Seen: they stay on the lot's page, and the start page is quiet again. */
  @POST
  @Path("{lot}/noted")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response noted(String lot) {
    me.requireRole(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN);
    Lot found = Lot.require(Ids.parse(lot).orElse(null), me);
    if (!found.isJudgedBy(me)) {
      throw new NotFound();
    }
    MassBreach.note(found.id(), me.id(), clock);
    return Response.seeOther(URI.create("/console/lots/" + found.idText())).build();
  }
}
