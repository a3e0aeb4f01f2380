package org.xiangpin.shared;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/**
 * The language of the present request: a link's {@code lang}, the cookie it left, the browser's.
 */
@RequestScoped
public class RequestLang {

  public static final String COOKIE = "xp_lang";

  @Inject RoutingContext routing;

  private Lang lang;

  public Lang get() {
    if (lang == null) {
      Cookie cookie = routing.request().getCookie(COOKIE);
      Lang kept =
          Lang.named(
              cookie == null ? null : cookie.getValue(),
              Lang.accepted(routing.request().getHeader("Accept-Language")));
      lang = Lang.named(routing.request().getParam("lang"), kept);
    }
    return lang;
  }

  /** {@code currentDay} in every template: today's year need not be said. */
  @TemplateGlobal(name = "currentDay")
  static LocalDate currentDay() {
    return Times.today(Arc.container().instance(Clock.class).get());
  }

  /** {@code t} in every template. */
  @TemplateGlobal(name = "t")
  static Lang current() {
    return Arc.container().instance(RequestLang.class).get().get();
  }
}
