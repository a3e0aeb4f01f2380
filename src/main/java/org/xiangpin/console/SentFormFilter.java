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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.shared.SqlErrors;
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
  private static final String KEY = SentFormFilter.class.getName();
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  @Inject CurrentAccount me;
  @Inject Clock clock;

  /** A mark for one form; {@code inject:once.mark} in templates. */
  public String mark() {
    return Tokens.token(SentForm.MARK_LENGTH);
  }

  /** Runs after the framework's filter for the token against forged requests. */
  @ServerRequestFilter(priority = Priorities.USER + 100)
  @WithFormRead
  void take(ResteasyReactiveContainerRequestContext request) {
    if (!request.getMethod().equals("POST") || !me.isSignedIn()) {
      return;
    }
    String mark = markIn(request);
    if (mark == null || mark.length() != SentForm.MARK_LENGTH) {
      return;
    }
    String key = SentForm.key(mark, me.id());
    long start = System.nanoTime();
    while (!claim(mark)) {
      Optional<SentForm> first = find(key);
      if (first.isPresent() && first.get().ledTo() != null) {
        request.abortWith(Response.seeOther(URI.create(first.get().ledTo())).build());
        return;
      }
      if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
        throw new WrongState(
            "这张表刚才已经交过，是否办成还不清楚。请先到列表里看一看，没有再填。",
            "This form was sent before, and what became of it is not known yet. Look into the list"
                + " before you fill it in again.");
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    request.setProperty(KEY, key);
  }

  /**
   * A redirect says that it is done; after anything else the same form may come again. Runs after
   * {@link ConsoleFilter} made a path of the address.
   */
  @ServerResponseFilter(priority = 50)
  void settle(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(KEY) instanceof String key)) {
      return;
    }
    boolean isDone = response.getStatus() == Response.Status.SEE_OTHER.getStatusCode();
    String to = response.getHeaderString("Location");
    try {
      QuarkusTransaction.requiringNew().run(() -> settle(key, isDone ? to : null));
    } catch (RuntimeException e) {
      // the answer stands; who sends the form again is told to look
      Log.warn("a sent form is not settled", e);
    }
  }

  private static void settle(String key, String ledTo) {
    if (ledTo == null) {
      SentForm.forget(key);
    } else {
      SentForm.ledTo(key, ledTo);
    }
  }

  @Scheduled(every = "1h", delayed = "6m")
  @Transactional
  void purge() {
    SentForm.purge(Times.now(clock));
  }

  private boolean claim(String mark) {
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> new SentForm(mark, me.id(), Times.now(clock)).persist());
      return true;
    } catch (RuntimeException e) {
      if (SqlErrors.isDuplicate(e)) {
        return false;
      }
      throw e;
    }
  }

  private static Optional<SentForm> find(String key) {
    return QuarkusTransaction.requiringNew().call(() -> SentForm.findByIdOptional(key));
  }

  private static String markIn(ResteasyReactiveContainerRequestContext request) {
    var context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
    return context.getFormParameter(FIELD, true, false) instanceof String mark ? mark : null;
  }
}
