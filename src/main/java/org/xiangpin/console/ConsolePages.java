package org.xiangpin.console;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.console.StartCard.Card;
import org.xiangpin.console.StartCard.Step;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.Times;
import org.xiangpin.signin.ReturnPath;

/** The start page, and the choice of the language. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
public class ConsolePages {

  @Inject CurrentAccount me;
  @Inject RequestLang lang;
  @Inject Clock clock;
  @Inject @All List<StartCard> cards;

  @CheckedTemplate(basePath = "console")
  static class Templates {
    static native TemplateInstance start(
        String greeting, String today, List<Card> cards, List<Step> steps);
  }

  /** What waits for the person, the most urgent first, and the places to go. */
  @GET
  public TemplateInstance start() {
    Lang t = lang.get();
    List<Card> waiting =
        cards.stream()
            .map(c -> c.card(me, t))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparing((Card c) -> c.count() == 0))
            .toList();
    return Templates.start(
        greeting(t),
        t.date(Times.today(clock)),
        waiting,
        cards.stream().map(c -> c.step(me, t)).flatMap(Optional::stream).toList());
  }

  private String greeting(Lang t) {
    int hour = LocalTime.ofInstant(clock.instant(), Lang.CHINA).getHour();
    String hello =
        hour < 5 || hour >= 18
            ? t.of("晚上好", "Good evening")
            : hour < 12 ? t.of("早上好", "Good morning") : t.of("下午好", "Good afternoon");
    return hello + t.of("，", ", ") + me.name();
  }

  /** Keeps the language in a cookie and goes back to the page. */
  @GET
  @Path("language")
  public Response language(@RestQuery String to, @RestQuery String next) {
    Lang chosen = Lang.named(to, lang.get());
    NewCookie cookie =
        new NewCookie.Builder(RequestLang.COOKIE)
            .value(chosen.code())
            .path("/")
            .maxAge(365 * 24 * 3600)
            .httpOnly(true)
            .sameSite(NewCookie.SameSite.LAX)
            .build();
    return Response.seeOther(whereTo(next)).cookie(cookie).build();
  }

  /** The pages before the sign-in are no place to return to after it, but have a language too. */
  private static URI whereTo(String next) {
    if (next != null && next.startsWith("/console/sign-in")) {
      return URI.create("/console/sign-in");
    }
    return "/".equals(next) ? URI.create(next) : ReturnPath.safe(next);
  }
}
