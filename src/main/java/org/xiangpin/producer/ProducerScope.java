package org.xiangpin.producer;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.region.Region;

/**
 * Which producers a person has to do with, as a condition on {@code Producer p} of a query: one's
 * own, and those in the regions of some roles. The database picks the rows, so that a list costs
 * what it shows, not what there is.
 *
 * @param where a condition in brackets on the alias {@code p}
 * @param values its parameters
 */
public record ProducerScope(String where, Map<String, Object> values) {

  /** Who enters lots and listings for a producer. */
  private static final Role[] ACTING = {Role.LIAISON_OFFICER, Role.COUNTY_ADMIN};

  private static final Role[] LABELLING = {
    Role.LIAISON_OFFICER, Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR
  };

  /** All that the person may see. */
  public static ProducerScope seenBy(CurrentAccount me) {
    return of(me, Producer.REGIONAL);
  }

  /** Those whose lots and listings the person may enter. */
  public static ProducerScope actedForBy(CurrentAccount me) {
    return of(me, ACTING);
  }

  /** Those whose labels the person may print. */
  public static ProducerScope labelledBy(CurrentAccount me) {
    return of(me, LABELLING);
  }

  private static ProducerScope of(CurrentAccount me, Role... roles) {
    List<String> either = new ArrayList<>(List.of("p.accountId = :me"));
    Map<String, Object> values = new HashMap<>(Map.of("me", me.id()));
    for (String scope : me.scopes(roles)) {
      String key = "s" + values.size();
      either.add("p.regionCode like :" + key);
      values.put(key, Region.codesWithin(scope));
    }
    return new ProducerScope("(" + String.join(" or ", either) + ")", values);
  }

  /** The same with one more parameter. */
  public ProducerScope with(String name, Object value) {
    Map<String, Object> more = new HashMap<>(values);
    more.put(name, value);
    return new ProducerScope(where, more);
  }

  /** Fills in the parameters. */
  public <Q extends Query> Q fill(Q query) {
    values.forEach(query::setParameter);
    return query;
  }
}
