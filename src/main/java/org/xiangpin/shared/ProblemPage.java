package org.xiangpin.shared;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page of a failure, with the ways on from it. */
@ApplicationScoped
public class ProblemPage {

  private static final String CONSOLE = "/console";

  @Inject RequestLang lang;
  @Inject RoutingContext routing;

  @Inject
  @Location("problem.html")
  Template page;

  /**
   * @param trace under which the log tells more; null when it has nothing to tell
   */
  public String render(int status, String message, List<ProblemMapper.Error> errors, String trace) {
    boolean isConsole = routing.normalizedPath().startsWith(CONSOLE);
    boolean isSent = !routing.request().method().equals(HttpMethod.GET);
    return page.data("status", status)
        .data("message", message)
        .data("errors", errors)
        .data("trace", trace)
        .data("home", isConsole ? CONSOLE : "/")
        .data("again", status == 503 && !isSent)
        .data("otherLanguage", otherLanguage(isConsole, isSent))
        .render();
  }

  /**
   * In the console the choice is kept. A form that was sent is not sent again: its page is left.
   */
  private String otherLanguage(boolean isConsole, boolean isSent) {
    String code = lang.get().other().code();
    if (!isConsole) {
      return "?lang=" + code;
    }
    String next = isSent ? CONSOLE : routing.request().uri();
    return CONSOLE
        + "/language?to="
        + code
        + "&next="
        + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }
}
