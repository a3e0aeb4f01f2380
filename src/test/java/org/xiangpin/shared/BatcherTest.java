package org.xiangpin.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatcherTest {

  private final BlockingQueue<List<Integer>> rounds = new LinkedBlockingQueue<>();

  @Test
  void servesTogetherAllWhoAskDuringARoundAndNeverMoreThanTheMost() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (Batcher<Integer> batcher =
        new Batcher<>(
            "test",
            1,
            4,
            some -> {
              rounds.add(some);
              await(go);
            })) {
      batcher.add(0);
      assertEquals(List.of(0), next(), "a lone asker waits for nobody");
      IntStream.rangeClosed(1, 6).forEach(batcher::add);
      go.countDown();
      assertEquals(List.of(1, 2, 3, 4), next());
      assertEquals(List.of(5, 6), next());
    }
  }

  @Test
  void servesTheNextAfterARoundThatFailed() throws Exception {
    try (Batcher<Integer> batcher =
        new Batcher<>(
            "test",
            1,
            1,
            some -> {
              rounds.add(some);
              throw new IllegalStateException("meant to fail");
            })) {
      batcher.add(1);
      batcher.add(2);
      assertEquals(List.of(1), next());
      assertEquals(List.of(2), next());
    }
  }

  private List<Integer> next() throws InterruptedException {
    return rounds.poll(20, TimeUnit.SECONDS);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
