package org.xiangpin.demo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.label.LabelService;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.storefrontkey.StorefrontKey;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.LotState;

/** The first page: in the demo a way round, in production the way to the console. */
@Path("/")
public class StartPage {

  @CheckedTemplate(basePath = "demo")
  static class Templates {
    static native TemplateInstance start(
        List<Example> examples,
        List<DemoPeople.Person> people,
        String password,
        String key,
        String publicUrl);

    private Templates() {}
  }

  /** A label to look at as a buyer does. */
  public record Example(Lot lot, String path) {}

  @Inject LabelService labels;
  @Inject XiangpinConfig config;

  @ConfigProperty(name = "quarkus.profile", defaultValue = "prod")
  String profile;

  @GET
  @Produces(MediaType.TEXT_HTML)
  public Object start() {
    if (!profile.equals("demo")) {
      return Response.seeOther(URI.create("/console")).build();
    }
    return Templates.start(
        examples(),
        DemoPeople.hanshou(),
        config.demoPassword().orElse(""),
        StorefrontKey.DEMO_KEY,
        config.publicUrl());
  }

  /** The first lot of each state that a buyer can meet; blocking. */
  @Transactional
  public List<Example> examples() {
    return Stream.of(LotState.CERTIFIED, LotState.SUBMITTED, LotState.SUSPENDED, LotState.REFUSED)
        .map(StartPage::oldest)
        .flatMap(Optional::stream)
        .map(lot -> new Example(lot, path(lot)))
        .toList();
  }

  private static Optional<Lot> oldest(LotState state) {
    return Lot.find(
            "from Lot l join fetch l.product join fetch l.producer where l.state = ?1"
                + " order by l.id",
            state)
        .firstResultOptional();
  }

  /** As it stands on the lot's first label, signature and all. */
  private String path(Lot lot) {
    return LabelRoll.of(lot).stream()
        .findFirst()
        .map(roll -> labels.labels(roll, 1, 1, true).next().url())
        .map(link -> link.substring(config.publicUrl().length()))
        .orElse(lot.link().path());
  }
}
