package org.xiangpin.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules against a seeded model of honest shops and of copied labels. */
class CloneModelTest {

  private static final long SEED = 20261125;
  private static final int HONEST = 20_000;
  private static final int COPIED = 2_000;

  @Test
  void noHonestLabelOfTwentyThousandIsSuspected() {
    for (ShopModel.Places places : ShopModel.Places.values()) {
      ShopModel model = new ShopModel(SEED, places);
      List<String> accused = new ArrayList<>();
      long scans = 0;
      for (int i = 0; i < HONEST; i++) {
        ShopModel.Story story = model.honest();
        scans += story.sightings().size();
        // whatever the rules find after some scans they also find after more
        int id = i;
        CloneRules.judge(story.sightings(), story.purchases())
            .ifPresent(found -> accused.add(id + ": " + found));
      }
      assertTrue(scans > 10L * HONEST, "the model's labels are scanned: " + scans);
      assertEquals(List.of(), accused, places + ", seed " + SEED);
    }
  }

  @Test
  void everyCopiedLabelIsSuspectedWithinTenScansOfTheCopies() {
    for (ShopModel.Places places :
        List.of(ShopModel.Places.TOLD_BY_ALL, ShopModel.Places.BY_ADDRESS)) {
      ShopModel model = new ShopModel(SEED, places);
      int latest = 0;
      for (int i = 0; i < COPIED; i++) {
        int scans = scansUntilSuspected(model.copied(50));
        assertTrue(scans <= 10, places + ", seed " + SEED + ", label " + i + ": " + scans);
        latest = Math.max(latest, scans);
      }
      assertTrue(latest > 2, "not every one by the first two");
    }
  }

  /** Where few people tell their place and there is no file of addresses it takes longer. */
  @Test
  void withoutPlacesACopyIsSuspectedByItsCrowdOnly() {
    ShopModel model = new ShopModel(SEED, ShopModel.Places.NONE);
    for (int i = 0; i < 200; i++) {
      int scans = scansUntilSuspected(model.copied(100));
      assertTrue(scans > 10, "label " + i + ": " + scans);
      assertTrue(scans <= CloneRules.MOST_DEVICES + 1, "label " + i + ": " + scans);
    }
  }

  @Test
  void afterItWasBoughtACopyIsSuspectedWithinTenScansEvenWithoutPlaces() {
    ShopModel model = new ShopModel(SEED, ShopModel.Places.NONE);
    for (int i = 0; i < 500; i++) {
      int scans = scansUntilSuspected(model.copiedAfterPurchase());
      assertTrue(scans <= 10, "label " + i + ": " + scans);
    }
  }

  /** How many scans of copies it took; 1,000 for never. */
  private static int scansUntilSuspected(ShopModel.Story story) {
    for (int seen = story.honest(); seen <= story.sightings().size(); seen++) {
      if (CloneRules.judge(story.sightings().subList(0, seen), story.purchasesUntil(seen))
          .isPresent()) {
        return seen - story.honest();
      }
    }
    return 1_000;
  }
}
