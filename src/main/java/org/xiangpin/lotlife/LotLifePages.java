package org.xiangpin.lotlife;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.epcis.EpcisApi;
import org.xiangpin.shared.Ids;
import org.xiangpin.trace.Lot;

/** The same from a lot's page in the console, for whoever may see the lot. */
@Path("/console/life")
public class LotLifePages {

  @Inject CurrentAccount me;
  @Inject LotLife life;

  /** The lot's own life, to save as a file. */
  @GET
  @Path("{lot}")
  public Response save(String lot) {
    Lot asked = Lot.require(Ids.parse(lot).orElse(null), me);
    return Response.ok(life.document(asked), EpcisApi.LD_JSON)
        .header("Content-Disposition", "attachment; filename=\"" + asked.code() + ".jsonld\"")
        .build();
  }
}
