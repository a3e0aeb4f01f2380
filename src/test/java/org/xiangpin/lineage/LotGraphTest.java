package org.xiangpin.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Walks through ten thousand lots, by one statement each. */
@QuarkusTest
class LotGraphTest {

  private static final int LOTS = LineageFixture.LOTS;

  @Inject LotGraph graph;

  @Test
  void aChainOfTenThousandIsWalkedToBothEnds() {
    long first = LineageFixture.lots(i -> i - 1);
    List<Long> down = graph.descendantsOf(first);
    assertEquals(LOTS - 1, down.size());
    assertEquals(first + LOTS - 1, down.get(down.size() - 1));
    assertEquals(LOTS - 1, graph.ancestorsOf(first + LOTS - 1).size());
    assertTrue(graph.ancestorsOf(first).isEmpty());
    assertEquals(LOTS / 2, graph.ancestorsOf(first + LOTS / 2).size());
  }

  @Test
  void aTreeOfTenThousandIsFoundWhole() {
    long root = LineageFixture.lots(i -> (i - 1) / 2);
    assertEquals(LOTS - 1, graph.descendantsOf(root).size());
    assertEquals(List.of(root, root + 1, root + 3), graph.ancestorsOf(root + 7));
  }

  @Test
  void aLotThatIsReachedByManyWaysStandsThereOnce() {
    long first = LineageFixture.lots(i -> i < 5_000 ? 0 : i - 5_000);
    LineageFixture.link(List.of(new LotLink(LineageFixture.step(first), first, first + 9_999, 1)));
    assertEquals(LOTS - 1, graph.descendantsOf(first).size());
  }
}
