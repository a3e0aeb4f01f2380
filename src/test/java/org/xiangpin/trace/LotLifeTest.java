package org.xiangpin.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.xiangpin.account.TownFixture;
import org.xiangpin.shared.WrongState;

/** The lot's way from state to state, through the services. */
@QuarkusTest
class LotLifeTest {

  @Inject LotService lots;
  @Inject CertificationService certifications;

  @Test
  void aLotGoesFromDraftThroughSubmissionToCertification() {
    TownFixture town = TownFixture.create();
    Lot lot = LotFixture.draft(town, 15_000_000);
    assertEquals(LotState.DRAFT, lot.state());
    assertEquals(LotState.SUBMITTED, LotFixture.submit(town, lot).state());
    assertEquals(LotState.CERTIFIED, LotFixture.certify(town, lot).state());
  }

  @Test
  void aReturnedLotIsSubmittedAgain() {
    TownFixture town = TownFixture.create();
    Lot lot = LotFixture.submitted(town, 15_000_000);
    certifications.sendBack(lot.id(), "请补上地块", town.inspector());
    assertEquals(LotState.RETURNED, LotFixture.again(lot).state());
    assertEquals(LotState.SUBMITTED, LotFixture.submit(town, lot).state());
  }

  @Test
  void aSuspendedLotIsLiftedOrRevoked() {
    TownFixture town = TownFixture.create();
    Lot lifted = LotFixture.suspended(town);
    certifications.lift(lifted.id(), "复检合格", town.inspector());
    assertEquals(LotState.CERTIFIED, LotFixture.again(lifted).state());
    assertEquals(LotState.REVOKED, LotFixture.revoke(town, LotFixture.suspended(town)).state());
  }

  @Test
  void refusesToCertifyADraft() {
    TownFixture town = TownFixture.create();
    Lot lot = LotFixture.draft(town, 15_000_000);
    assertThrows(WrongState.class, () -> LotFixture.certify(town, lot));
    assertEquals(LotState.DRAFT, LotFixture.again(lot).state());
  }
}
