package org.xiangpin.traceability.cli.audit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/** Has the bundles of a log checked by some threads, a few ahead, and hands them out in order. */
final class BundleQueue implements AutoCloseable {
  private static final int AHEAD = 4;

  private final LongFunction<BundleCheck> checks;
  private final long count;
  private final int depth;
  private final ExecutorService pool;
  private final Queue<Future<BundleCheck.Result>> ahead = new ArrayDeque<>();
  private long next;

  /**
   * Begins.
   *
   * @param checks gives the check of each bundle by its index
   * @param count number of bundles
   * @param threads how many are checked at once
   */
  BundleQueue(LongFunction<BundleCheck> checks, long count, int threads) {
    this.checks = checks;
    this.count = count;
    this.depth = AHEAD * threads;
    this.pool = Executors.newFixedThreadPool(threads);
  }

  /** Returns the next bundle's result; there is one. */
  BundleCheck.Result take() throws IOException {
    while (next < count && ahead.size() < depth) {
      ahead.add(pool.submit(checks.apply(next++)));
    }
    try {
      return ahead.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The audit was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
