package org.xiangpin.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whoever has the root password can switch the triggers off; the check finds what was done then.
 */
@QuarkusTest
class LedgerAuditorTest {

  @Inject LedgerAuditor auditor;

  private final Account provider = LedgerFixture.account(AccountKind.PROVIDER_CLEARING);
  private final Account farmer = LedgerFixture.account(AccountKind.FARMER_PAYABLE);
  private final String key = LedgerFixture.key();

  @Test
  void findsAChangedPostingByItsEntryAndItsAccount() throws SQLException {
    post();
    String where =
        " where entry = (select id from ledger_entry where business_key = '" + key + "')";
    withoutTrigger("update ledger_posting set amount = amount + 1" + where + " and amount > 0");
    List<String> faults = auditor.checkSummedUp().faults();
    withoutTrigger("update ledger_posting set amount = amount - 1" + where + " and amount > 0");
    assertEquals(2, faults.size(), faults::toString);
    assertTrue(faults.get(0).startsWith("entry " + key + " in CNY"), faults::toString);
    assertTrue(faults.get(1).startsWith("account PROVIDER_CLEARING of"), faults::toString);
    assertTrue(auditor.checkSummedUp().isSound());
  }

  @Test
  void findsABalanceThatWasChanged() throws SQLException {
    post();
    String where =
        " where account = (select id from ledger_account where owner = " + farmer.owner() + ")";
    LedgerFixture.asRoot("update ledger_balance set credits = credits + 100" + where);
    List<String> faults = auditor.checkSummedUp().faults();
    LedgerFixture.asRoot("update ledger_balance set credits = credits - 100" + where);
    assertEquals(
        List.of(
            "account FARMER_PAYABLE of %d in CNY was summed up to -150; its postings come to -50"
                .formatted(farmer.owner())),
        faults);
  }

  @Test
  void countsWhatItLookedAt() {
    post();
    LedgerReport report = auditor.checkSummedUp();
    assertTrue(report.isSound(), () -> report.faults().toString());
    LedgerFixture.post(LedgerFixture.entry(LedgerFixture.key(), provider, farmer, 1));
    LedgerFixture.rollUp();
    LedgerReport next = auditor.checkSummedUp();
    assertEquals(report.entries() + 1, next.entries());
    assertEquals(report.postings() + 2, next.postings());
  }

  private void post() {
    LedgerFixture.post(LedgerFixture.entry(key, provider, farmer, 50));
    LedgerFixture.rollUp();
  }

  private static void withoutTrigger(String sql) throws SQLException {
    LedgerFixture.asRoot(
        "drop trigger ledger_posting_is_never_changed",
        sql,
        "create trigger ledger_posting_is_never_changed before update on ledger_posting"
            + " for each row signal sqlstate '45000' set mysql_errno = 31000");
  }
}
