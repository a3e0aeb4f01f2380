package org.xiangpin.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.AccountFixture;
import org.xiangpin.account.Role;
import org.xiangpin.region.RegionFixture;

@QuarkusTest
class PhotoQuotaTest {

  @Inject PhotoQuota quota;

  @Test
  void whoSendsManyAtOnceGetsAllThatADayHasAndNoMore() throws Exception {
    Long account = AccountFixture.with(Role.COUNTY_ADMIN, RegionFixture.county()).id();
    ExecutorService hands = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> sent = new ArrayList<>();
      for (int i = 0; i < PhotoQuota.MOST_A_DAY + 10; i++) {
        sent.add(hands.submit(() -> isTaken(account)));
      }
      int taken = 0;
      for (Future<Boolean> one : sent) {
        taken += one.get() ? 1 : 0;
      }
      assertEquals(PhotoQuota.MOST_A_DAY, taken);
    } finally {
      hands.shutdownNow();
    }
  }

  private boolean isTaken(Long account) {
    try {
      quota.take(account);
      return true;
    } catch (TooManyPhotos refused) {
      return false;
    }
  }
}
