package org.xiangpin.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalEntryTest {

  private static final Account FARMER = Account.money(AccountKind.FARMER_PAYABLE, 7);
  private static final Account CLEARING = Account.money(AccountKind.BUYER_CLEARING, Account.COUNTY);
  private static final LedgerUnit WALNUTS = LedgerUnit.gramsOf("06901234567892");

  @Test
  void refusesAnEntryThatDoesNotBalanceAndSaysByHowMuch() {
    UnbalancedEntry refusal =
        assertThrows(
            UnbalancedEntry.class,
            () -> entry(Posting.debit(CLEARING, 100), Posting.credit(FARMER, 99)));
    assertEquals("test/1: debits less credits in CNY are 1, not 0", refusal.getMessage());
  }

  @Test
  void refusesUnitsThatBalanceOnlyTogether() {
    Account stock = new Account(AccountKind.STATION_STOCK, 3, WALNUTS);
    assertThrows(
        UnbalancedEntry.class, () -> entry(Posting.debit(stock, 500), Posting.credit(FARMER, 500)));
  }

  @Test
  void refusesSumsBeyondALong() {
    assertThrows(
        ArithmeticException.class,
        () ->
            entry(
                Posting.debit(CLEARING, Long.MAX_VALUE),
                Posting.debit(CLEARING, 1),
                Posting.credit(FARMER, 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "order", "order/", "/order/1", "Order/1", "order/1 2", "order/单"})
  void refusesAKeyThatIsNone(String key) {
    assertThrows(
        IllegalArgumentException.class, () -> LedgerFixture.entry(key, CLEARING, FARMER, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"USD", "cny", "g.123", "pc.0690123456789x", "g.069012345678921"})
  void refusesForeignCurrenciesAndGoodsWithoutAGtin(String unit) {
    assertThrows(IllegalArgumentException.class, () -> new LedgerUnit(unit));
  }

  @Test
  void refusesPostingsOfNothingAndOfLess() {
    assertThrows(IllegalArgumentException.class, () -> new Posting(FARMER, 0));
    assertThrows(IllegalArgumentException.class, () -> Posting.debit(FARMER, -1));
    assertThrows(IllegalArgumentException.class, () -> Posting.credit(FARMER, 0));
  }

  @Test
  void theOrderOfPostingsMeansNothing() {
    Posting first = Posting.debit(CLEARING, 3);
    Posting second = Posting.credit(FARMER, 3);
    assertEquals(entry(first, second), entry(second, first));
    assertArrayEquals(entry(first, second).content(), entry(second, first).content());
  }

  @Test
  void isWrittenLineByLine() {
    assertEquals(
        """
        xiangpin-entry-1
        test/1
        2026-11-20T04:00:00Z
        CNY BUYER_CLEARING 0 3
        CNY FARMER_PAYABLE 7 -3
        """,
        entry(Posting.debit(CLEARING, 3), Posting.credit(FARMER, 3)).written());
  }

  @Test
  void balancesReadAsPeopleReadThem() {
    assertEquals(5, AccountKind.FARMER_PAYABLE.shown(-5));
    assertEquals(5, AccountKind.STATION_STOCK.shown(5));
  }

  private static JournalEntry entry(Posting... postings) {
    return new JournalEntry("test/1", LedgerFixture.NOON, List.of(postings));
  }
}
