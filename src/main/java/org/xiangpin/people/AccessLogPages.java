package org.xiangpin.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.AccessLog;
import org.xiangpin.account.AccountNames;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.shared.Cursor;
import org.xiangpin.shared.NotFound;

/** The access log of a county, for its admins and auditors. */
@Path("/console/access-log")
@Produces(MediaType.TEXT_HTML)
public class AccessLogPages {

  private static final int PAGE = 50;

  @Inject CurrentAccount me;

  @CheckedTemplate(basePath = "people")
  static class Templates {
    static native TemplateInstance accessLog(
        List<AccessLog> entries,
        AccountNames names,
        List<String> counties,
        String county,
        String next);
  }

  @GET
  public TemplateInstance show(@RestQuery String county, @RestQuery String after) {
    me.requireRole(Role.COUNTY_ADMIN, Role.AUDITOR);
    List<String> counties = me.scopes(Role.COUNTY_ADMIN, Role.AUDITOR);
    String chosen = county == null ? counties.get(0) : county;
    if (!counties.contains(chosen)) {
      throw new NotFound();
    }
    long before = after == null ? Long.MAX_VALUE : Cursor.parse(after);
    List<AccessLog> found = AccessLog.listWithin(chosen, before, PAGE + 1);
    List<AccessLog> page = found.subList(0, Math.min(PAGE, found.size()));
    String next = found.size() > PAGE ? Cursor.after(page.get(PAGE - 1).id()) : "";
    return Templates.accessLog(page, AccountNames.within(chosen, page), counties, chosen, next);
  }
}
