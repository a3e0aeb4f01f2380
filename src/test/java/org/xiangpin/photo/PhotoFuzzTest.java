package org.xiangpin.photo;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xiangpin.picture.Picture;
import org.xiangpin.shared.InvalidInput;

/** Files that were good once. */
class PhotoFuzzTest {

  private static final long SEED = Long.getLong("photo.fuzz.seed", 20_261_125);
  private static final int ROUNDS = Integer.getInteger("photo.fuzz.rounds", 600);

  @Test
  void aDamagedFileIsTakenOrRefusedAndNothingElseHappens() {
    Random random = new Random(SEED);
    PhotoStore store = new PhotoStore();
    List<byte[]> whole =
        List.of(
            PhotoFixture.withExif(PhotoFixture.jpeg(300, 200), 6),
            PhotoFixture.file(PhotoFixture.noise(60, 40), "jpg"),
            PhotoFixture.png(120, 90),
            PhotoFixture.webp("lossy"),
            PhotoFixture.webp("lossless"),
            PhotoFixture.webp("alpha"));
    int taken = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] sent = damage(whole.get(round % whole.size()), random);
      if (assertTimeout(Duration.ofSeconds(20), () -> isTaken(store, sent), "round " + round)) {
        taken++;
      }
    }
    // else the damage is so great that no decoder was reached
    assertTrue(taken > ROUNDS / 20, taken + " were taken");
    assertTrue(taken < ROUNDS * 19 / 20, taken + " were taken");
  }

  private static boolean isTaken(PhotoStore store, byte[] sent) throws IOException {
    try {
      Picture kept = store.clean(new ByteArrayInputStream(sent));
      assertTrue(kept.jpeg().length <= Picture.MOST_BYTES);
      return true;
    } catch (InvalidInput refused) {
      return false;
    }
  }

  private static byte[] damage(byte[] whole, Random random) {
    byte[] sent = whole.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(sent.length);
      switch (random.nextInt(5)) {
        case 0 -> sent[at] = (byte) random.nextInt();
        case 1 -> sent[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> Arrays.fill(sent, at, Math.min(sent.length, at + 4), (byte) -1);
        case 3 -> {
          int from = random.nextInt(sent.length);
          int length = Math.min(random.nextInt(40), sent.length - Math.max(at, from));
          System.arraycopy(sent, from, sent, at, length);
        }
        default -> sent = random.nextInt(4) == 0 ? Arrays.copyOf(sent, at + 1) : sent;
      }
    }
    return sent;
  }
}
