package org.xiangpin.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xiangpin.account.Actor;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.TestClock;
import org.xiangpin.shared.WrongState;

@QuarkusTest
class LedgerTest {

  @Inject Ledger ledger;
  @Inject Balances balances;
  @Inject PendingEntries pending;
  @Inject LedgerClosing closing;
  @Inject LedgerRollup rollup;
  @Inject TestClock clock;

  private final Account provider = LedgerFixture.account(AccountKind.PROVIDER_CLEARING);
  private final Account farmer = LedgerFixture.account(AccountKind.FARMER_PAYABLE);

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void whatIsPostedStandsOnBothAccounts() {
    assertTrue(LedgerFixture.post(entry(LedgerFixture.key(), 2_000)));
    assertEquals(2_000, balances.of(provider));
    assertEquals(-2_000, balances.of(farmer));
  }

  @Test
  void anEntryIsUndoneWithItsTransaction() {
    assertThrows(
        IllegalStateException.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      ledger.post(entry(LedgerFixture.key(), 5));
                      throw new IllegalStateException("undone");
                    }));
    assertEquals(0, balances.of(provider));
    LedgerFixture.post(entry(LedgerFixture.key(), 7));
    assertEquals(7, balances.of(provider));
  }

  @Test
  void theSameEventIsWrittenOnceAndAnotherOneOfItsNameIsRefused() {
    String key = LedgerFixture.key();
    assertTrue(LedgerFixture.post(entry(key, 5)));
    assertFalse(LedgerFixture.post(entry(key, 5)));
    assertThrows(EntryKeyReused.class, () -> LedgerFixture.post(entry(key, 6)));
    assertEquals(5, balances.of(provider));
  }

  @Test
  void ofManyEventsThoseAreWrittenThatAreNotThere() {
    List<JournalEntry> entries = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      entries.add(entry(LedgerFixture.key(), 1));
    }
    LedgerFixture.post(entries.get(3));
    LedgerFixture.post(entries.get(140));
    int written = QuarkusTransaction.requiringNew().call(() -> ledger.post(entries));
    assertEquals(148, written);
    assertEquals(150, balances.of(provider));
  }

  @Test
  void oneEventSentByManyAtTheSameTimeIsWrittenOnce() throws Exception {
    JournalEntry entry = entry(LedgerFixture.key(), 11);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    int written = 0;
    try {
      List<Future<Boolean>> sent = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        sent.add(threads.submit(() -> LedgerFixture.post(entry)));
      }
      for (Future<Boolean> each : sent) {
        written += each.get() ? 1 : 0;
      }
    } finally {
      threads.shutdown();
    }
    assertEquals(1, written);
    assertEquals(11, balances.of(provider));
  }

  @Test
  void anEventOfMoneyAndGoodsBalancesInBoth() {
    LedgerUnit walnuts = LedgerUnit.gramsOf("06901234567892");
    Account stock = new Account(AccountKind.STATION_STOCK, provider.owner(), walnuts);
    Account outside = new Account(AccountKind.OUTSIDE, provider.owner(), walnuts);
    LedgerFixture.post(
        new JournalEntry(
            LedgerFixture.key(),
            LedgerFixture.NOON,
            List.of(
                Posting.debit(stock, 800_000),
                Posting.credit(outside, 800_000),
                Posting.debit(provider, 12_00),
                Posting.credit(farmer, 12_00))));
    assertEquals(800_000, balances.of(stock));
    assertEquals(12_00, balances.of(provider));
  }

  @Test
  void aReversalTakesAnEventBackOnce() {
    String key = LedgerFixture.key();
    LedgerFixture.post(entry(key, 9));
    QuarkusTransaction.requiringNew().run(() -> ledger.reverse(key, LedgerFixture.NOON));
    assertEquals(0, balances.of(provider));
    Instant later = LedgerFixture.NOON.plusSeconds(60);
    assertThrows(
        WrongState.class,
        () -> QuarkusTransaction.requiringNew().run(() -> ledger.reverse(key, later)));
    assertThrows(
        NotFound.class,
        () -> QuarkusTransaction.requiringNew().run(() -> ledger.reverse("test/none", later)));
    assertEquals(2, balances.statement(provider, Long.MAX_VALUE, 10).size());
  }

  @Test
  void theLongestKeyCanBeReversedAsWell() {
    String key = (LedgerFixture.key() + "-".repeat(96)).substring(0, 96);
    LedgerFixture.post(entry(key, 9));
    QuarkusTransaction.requiringNew().run(() -> ledger.reverse(key, LedgerFixture.NOON));
    assertEquals(0, balances.of(provider));
  }

  @Test
  void aBalanceIsTheSameBeforeAndAfterItIsSummedUp() {
    LedgerFixture.post(entry(LedgerFixture.key(), 30));
    LedgerFixture.post(entry(LedgerFixture.key(), 12));
    assertEquals(42, balances.of(provider));
    LedgerFixture.rollUp();
    assertEquals(42, balances.of(provider));
    LedgerFixture.post(entry(LedgerFixture.key(), 1));
    assertEquals(43, balances.of(provider));
    LedgerFixture.rollUp();
    LedgerFixture.rollUp();
    assertEquals(43, balances.of(provider));
  }

  @Test
  void nothingIsLostWhilePostingAndSummingUpAtTheSameTime() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        all.add(threads.submit(() -> LedgerFixture.post(entry(LedgerFixture.key(), 1))));
        if (i % 10 == 0) {
          all.add(threads.submit(LedgerFixture::rollUp));
        }
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdown();
    }
    LedgerFixture.rollUp();
    assertEquals(200, balances.of(provider));
  }

  @Test
  void inEachUnitTheTrialBalanceIsEven() {
    LedgerFixture.post(entry(LedgerFixture.key(), 17));
    List<Balances.TrialLine> lines = balances.trialBalance(LedgerPeriod.at(clock.instant()));
    assertEquals(
        0, lines.stream().mapToLong(line -> line.debits() - line.credits()).sum(), lines::toString);
    assertTrue(lines.stream().anyMatch(line -> line.kind() == AccountKind.FARMER_PAYABLE));
  }

  @Test
  void aClosedMonthTakesNothing() {
    clock.set(Instant.parse("2031-03-10T04:00:00Z"));
    LedgerFixture.post(entry(LedgerFixture.key(), 3));
    YearMonth march = YearMonth.of(2031, 3);
    Actor actor = new Actor(1L, "王会计", null, null);
    assertThrows(WrongState.class, () -> closing.close(march, actor));
    clock.set(Instant.parse("2031-04-02T04:00:00Z"));
    LedgerFixture.post(inMonth(march));
    closing.close(march, actor);
    assertThrows(PeriodClosed.class, () -> LedgerFixture.post(inMonth(march)));
    assertThrows(WrongState.class, () -> closing.close(march, actor));
    LedgerFixture.post(entry(LedgerFixture.key(), 4));
    closing.sealDue();
    LedgerPeriod closed =
        QuarkusTransaction.requiringNew().call(() -> LedgerPeriod.findById(203103));
    assertEquals(Optional.of(2L), closed.entries());
    assertEquals(12, balances.of(provider));
  }

  @Test
  void whatIsPendingCountsApartUntilItIsPosted() {
    String key = add(clock.instant().plusSeconds(600));
    assertEquals(0, balances.of(provider));
    assertEquals(8, balances.pendingOf(provider));
    QuarkusTransaction.requiringNew().run(() -> pending.post(key));
    assertEquals(8, balances.of(provider));
    assertEquals(0, balances.pendingOf(provider));
    assertThrows(
        PendingOver.class, () -> QuarkusTransaction.requiringNew().run(() -> pending.post(key)));
    assertThrows(
        PendingOver.class,
        () -> QuarkusTransaction.requiringNew().run(() -> pending.voidPending(key)));
  }

  @Test
  void aKeyIsPendingOnce() {
    Instant later = clock.instant().plusSeconds(600);
    String key = add(later);
    assertThrows(
        EntryKeyReused.class,
        () -> QuarkusTransaction.requiringNew().run(() -> pending.add(entry(key, 8), later)));
    assertEquals(8, balances.pendingOf(provider));
  }

  @Test
  void whatIsVoidedLeavesNoTraceInTheBooks() {
    String key = add(clock.instant().plusSeconds(600));
    QuarkusTransaction.requiringNew().run(() -> pending.voidPending(key));
    assertEquals(0, balances.pendingOf(provider));
    assertThrows(
        PendingOver.class, () -> QuarkusTransaction.requiringNew().run(() -> pending.post(key)));
    assertEquals(0, balances.of(provider));
  }

  @Test
  void whatIsPendingEndsByItselfWhenItsTimeIsOver() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String key = add(now.plusSeconds(60));
    clock.set(now.plusSeconds(60));
    assertThrows(
        PendingOver.class, () -> QuarkusTransaction.requiringNew().run(() -> pending.post(key)));
    assertEquals(8, balances.pendingOf(provider));
    pending.expireDue();
    assertEquals(0, balances.pendingOf(provider));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_entry set debits = debits + 1, credits = credits + 1",
        "delete from ledger_entry",
        "update ledger_posting set amount = amount + 1",
        "delete from ledger_posting",
        "delete from ledger_pending_end",
        "update ledger_pending set expires_at = now()",
        "update ledger_pending_posting set amount = amount + 1",
        "update ledger_account set owner = owner + 1",
        "delete from ledger_account"
      })
  void theDatabaseItselfRefusesToChangeOrDelete(String sql) {
    String ended = add(clock.instant().plusSeconds(600));
    QuarkusTransaction.requiringNew().run(() -> pending.post(ended));
    SQLException refusal = assertThrows(SQLException.class, () -> LedgerFixture.asRoot(sql));
    assertEquals(31000, refusal.getErrorCode());
  }

  private String add(Instant expiresAt) {
    String key = LedgerFixture.key();
    QuarkusTransaction.requiringNew().run(() -> pending.add(entry(key, 8), expiresAt));
    return key;
  }

  private JournalEntry inMonth(YearMonth month) {
    return new JournalEntry(
        LedgerFixture.key(),
        LedgerFixture.NOON,
        Optional.of(month),
        List.of(Posting.debit(provider, 5), Posting.credit(farmer, 5)));
  }

  private JournalEntry entry(String key, long amount) {
    return LedgerFixture.entry(key, provider, farmer, amount);
  }
}
