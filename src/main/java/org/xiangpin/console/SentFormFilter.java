package org.xiangpin.console;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.Tokens;
import org.xiangpin.shared.WrongState;

/**
 * Lets each form of the console be taken once. Who presses twice because the network is slow is led
 * to where the first press led. {@code {#token /}} puts the mark into every form; a form without
 * one is taken each time.
 */
@ApplicationScoped
@Named("once")
public class SentFormFilter {

  private static final String FIELD = "once";
  private static final int MARK_LENGTH = 26;
  private static final String KEY = SentFormFilter.class.getName();
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(640);

  /** Presses of one form that wait for the first; nobody's finger is faster. */
  private static final int MOST_WAITING = 8;

  @Inject CurrentAccount me;
  @Inject Clock clock;

  private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

  /** A mark for one form; {@code inject:once.mark} in templates. */
  public String mark() {
    return Tokens.token(MARK_LENGTH);
  }

  /** Runs after the framework's filter for the token against forged requests. */
  @ServerRequestFilter(priority = Priorities.USER + 100)
  @WithFormRead
  void take(ResteasyReactiveContainerRequestContext request) {
    if (!request.getMethod().equals("POST") || !me.isSignedIn()) {
      return;
    }
    FormData form =
        ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
    String mark =
        form == null || form.getFirst(FIELD) == null ? "" : form.getFirst(FIELD).getValue();
    if (mark == null || mark.length() != MARK_LENGTH) {
      return;
    }
    String key = FormContent.sha256(form, me.id().toString(), request.getUriInfo().getPath());
    if (claim(key)) {
      request.setProperty(KEY, key);
      return;
    }
    if (waiting.merge(key, 1, Integer::sum) > MOST_WAITING) {
      leave(key);
      throw stillUnderWay();
    }
    try {
      waitForTheFirst(request, key);
    } finally {
      leave(key);
    }
  }

  /** Leads to where the first press led; takes the form after all when that one was refused. */
  private void waitForTheFirst(ResteasyReactiveContainerRequestContext request, String key) {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    for (long pause = FIRST_PAUSE_NANOS; System.nanoTime() < end; pause *= 2) {
      Optional<SentForm> first = find(key);
      if (first.isEmpty() && claim(key)) {
        request.setProperty(KEY, key);
        return;
      }
      String ledTo = first.map(SentForm::ledTo).orElse(null);
      if (ledTo != null && ledTo.isEmpty()) {
        throw new WrongState(
            "刚才已经办好，结果只显示一次。没看见的话，请到列表里找到它，再办一次。",
            "This is done already, and its outcome was shown once. If you did not see it, find it"
                + " in the list and do it again there.");
      }
      if (ledTo != null) {
        request.abortWith(Response.seeOther(URI.create(ledTo)).build());
        return;
      }
      LockSupport.parkNanos(Math.min(pause, LONGEST_PAUSE_NANOS));
    }
    throw stillUnderWay();
  }

  private void leave(String key) {
    waiting.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1);
  }

  private static WrongState stillUnderWay() {
    return new WrongState(
        "这张表刚才已经交过，是否办成还不清楚。请先到列表里看一看，没有再填。",
        "This form was sent before, and what became of it is not known yet. Look into the list"
            + " before you fill it in again.");
  }

  /**
   * After a refusal the same form may come again. Runs after {@link ConsoleFilter} made a path of
   * the address.
   */
  @ServerResponseFilter(priority = 50)
  void settle(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(KEY) instanceof String key)) {
      return;
    }
    try {
      QuarkusTransaction.requiringNew().run(() -> settle(key, response));
    } catch (RuntimeException e) {
      // the answer stands; who sends the form again is told to look
      Log.warn("a sent form is not settled", e);
    }
  }

  private static void settle(String key, ContainerResponseContext response) {
    if (response.getStatus() == Response.Status.SEE_OTHER.getStatusCode()) {
      SentForm.ledTo(key, response.getHeaderString("Location"));
    } else if (response.getStatus() < 300) {
      SentForm.ledTo(key, "");
    } else {
      SentForm.forget(key);
    }
  }

  @Scheduled(every = "1h", delayed = "6m")
  @Transactional
  void purge() {
    SentForm.purge(Times.now(clock));
  }

  private boolean claim(String key) {
    return QuarkusTransaction.requiringNew().call(() -> SentForm.claim(key, Times.now(clock)));
  }

  private static Optional<SentForm> find(String key) {
    return QuarkusTransaction.requiringNew().call(() -> SentForm.findByIdOptional(key));
  }
}
