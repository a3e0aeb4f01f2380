package org.xiangpin.producer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xiangpin.region.RegionFixture;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.WrongState;
import org.xiangpin.traceability.Gtin;

/** A county's numbers: one for each product, none twice. */
@QuarkusTest
class GtinIssueTest {

  @Test
  void manyAtOnceGetDifferentNumbersWithoutAGap() {
    String county = RegionFixture.county();
    ProducerFixture.issuer(county);
    List<String> gtins =
        IntStream.range(0, 60)
            .parallel()
            .mapToObj(i -> ProducerFixture.product(county).gtin())
            .sorted()
            .toList();
    String prefix = prefix(county);
    Set<String> expected =
        IntStream.rangeClosed(1, 60)
            .mapToObj(item -> Gtin.withCheckDigit("0" + prefix + "%03d".formatted(item)).toString())
            .collect(Collectors.toSet());
    assertEquals(60, gtins.size());
    assertEquals(expected, Set.copyOf(gtins));
  }

  @Test
  void aCountyWithoutACompanyPrefixHasNoNumbers() {
    String county = RegionFixture.county();
    assertThrows(
        WrongState.class,
        () -> QuarkusTransaction.requiringNew().call(() -> Issuer.nextGtin(county)));
  }

  @Test
  void aUsedUpPrefixSaysSo() {
    String county = RegionFixture.county();
    QuarkusTransaction.requiringNew().run(() -> new Issuer(county, "95299999999").persist());
    for (int item = 1; item <= 9; item++) {
      ProducerFixture.product(county);
    }
    WrongState refusal = assertThrows(WrongState.class, () -> ProducerFixture.product(county));
    assertTrue(refusal.getMessage().contains("used up"));
  }

  @Test
  void aCompanyPrefixHasSevenToElevenDigits() {
    String county = RegionFixture.county();
    for (String wrong : new String[] {null, "952000", "952000000000", "95200A0"}) {
      assertThrows(
          InvalidInput.class,
          () -> QuarkusTransaction.requiringNew().run(() -> new Issuer(county, wrong)));
    }
    assertThrows(
        InvalidInput.class,
        () ->
            QuarkusTransaction.requiringNew()
                .run(() -> new Issuer(RegionFixture.township(county, 1, "镇"), "9529999")));
  }

  @Test
  void aCountyHasOnePrefixForGood() {
    String county = RegionFixture.county();
    ProducerFixture.issuer(county);
    assertThrows(
        WrongState.class,
        () -> QuarkusTransaction.requiringNew().run(() -> new Issuer(county, "9528888")));
  }

  private static String prefix(String county) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Issuer.ofCounty(county).orElseThrow().companyPrefix());
  }
}
