package org.xiangpin.missing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.producer.ProducerScope;

/** The list of what is missing, for whoever looks after producers, and for them. */
@Path("/console/missing")
public class MissingPages {

  /** The next ones move up as these are mended. */
  private static final int MOST_SHOWN = 50;

  @CheckedTemplate(basePath = "missing")
  static class Templates {
    static native TemplateInstance list(
        List<Tally> tallies, MissingKind chosen, List<MissingPapers.Item> items);

    private Templates() {}
  }

  /** How many of a kind there are. */
  record Tally(MissingKind kind, long count) {}

  @Inject CurrentAccount me;
  @Inject MissingPapers papers;

  /**
   * @param kind a name of {@link MissingKind}; the first of which there are some otherwise
   */
  @GET
  public TemplateInstance list(@RestQuery String kind) {
    ProducerScope scope = ProducerScope.seenBy(me);
    List<Tally> tallies =
        Arrays.stream(MissingKind.values())
            .map(k -> new Tally(k, papers.count(scope, k)))
            .filter(t -> t.count > 0)
            .toList();
    MissingKind chosen =
        tallies.stream()
            .map(Tally::kind)
            .filter(k -> k.name().equals(kind))
            .findFirst()
            .orElse(tallies.isEmpty() ? null : tallies.get(0).kind);
    return Templates.list(
        tallies, chosen, chosen == null ? List.of() : papers.find(scope, chosen, MOST_SHOWN));
  }
}
