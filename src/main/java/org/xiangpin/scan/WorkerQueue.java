package org.xiangpin.scan;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests that wait for the database, and no more of them than is sensible. */
@ApplicationScoped
class WorkerQueue {

  /** More would only wait longer. */
  private static final int MOST_WAITING = 1_000;

  /** Nobody else was let in; the caller is asked to come back. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Full() {
      super("too many requests wait for the database", null, false, false);
    }
  }

  private final AtomicInteger waiting = new AtomicInteger();

  /** Runs it on a worker; what follows runs on the event loop. Fails with {@link Full}. */
  <T> Future<T> run(RoutingContext routing, Callable<T> work) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return Future.failedFuture(new Full());
    }
    return routing
        .vertx()
        .executeBlocking(work, false)
        .onComplete(done -> waiting.decrementAndGet());
  }
}
