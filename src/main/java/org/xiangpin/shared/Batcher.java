package org.xiangpin.shared;

import io.quarkus.logging.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Does together what is asked for at the same time. Who asks while others are being served waits
 * for the next round together with all who do, so the more ask, the more one statement or one
 * transaction serves; a lone asker waits for nobody.
 */
public final class Batcher<T> implements AutoCloseable {

  private final BlockingQueue<T> asked = new LinkedBlockingQueue<>();
  private final ExecutorService threads;
  private final int most;
  private final Consumer<List<T>> serve;

  /**
   * @param name of its threads
   * @param atOnce rounds under way at once; more of them make each smaller
   * @param most how many one round serves
   * @param serve serves some, at least one, and tells them
   */
  public Batcher(String name, int atOnce, int most, Consumer<List<T>> serve) {
    this.most = most;
    this.serve = serve;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            atOnce,
            task -> {
              Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i < atOnce; i++) {
      threads.execute(this::run);
    }
  }

  /** Served soon, on another thread. */
  public void add(T one) {
    asked.add(one);
  }

  private void run() {
    try {
      while (true) {
        List<T> some = new ArrayList<>();
        some.add(asked.take());
        asked.drainTo(some, most - 1);
        serve(some);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(List<T> some) {
    try {
      serve.accept(some);
    } catch (RuntimeException | Error e) {
      // those of this round wait in vain; the next ones must not
      Log.errorf(e, "%d were not served", some.size());
    }
  }

  /** Serves nobody any more. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
