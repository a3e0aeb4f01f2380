package org.xiangpin.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xiangpin.shared.Lang;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;

/**
 * What a collector looks at before taking goods in (《农产品质量安全承诺达标合格证管理办法》, Order 2025 No. 4):
 * whether they come with their 承诺达标合格证, and whether it tells what it must. Without one that must be
 * there the goods are refused; what is incomplete is to be reported to the agriculture office of
 * the origin.
 *
 * @param missing what the certificate lacks
 */
public record IncomingCheck(
    Lot lot, Optional<CommitmentCertificate> certificate, List<Gap> missing) {

  /** One thing that the certificate must tell and does not. */
  public enum Gap {
    WORDS("没有承诺的话", "no words of the commitment"),
    PRODUCT("产品名称没写或不对", "no product, or another one"),
    QUANTITY("数量没写或不对", "no weight, or another one"),
    ORIGIN("没有产地", "no origin"),
    ISSUED("没有开具时间", "no day of issue"),
    PARTY("没有承诺主体", "no committing party"),
    CONTACT("没有联系方式", "no contact"),
    BASIS("没有承诺依据", "no basis");

    private final String chinese;
    private final String english;

    Gap(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    public String label(Lang lang) {
      return lang.of(chinese, english);
    }
  }

  public static IncomingCheck of(Lot lot) {
    Optional<CommitmentCertificate> certificate = CommitmentCertificate.ofLot(lot.id());
    return new IncomingCheck(
        lot, certificate, certificate.map(c -> missing(c, lot)).orElse(List.of()));
  }

  /** Companies and cooperatives for every batch, and whoever mixed or repacked, must have one. */
  public boolean isRefused() {
    return certificate.isEmpty() && lot.mustCommit();
  }

  /** There is one, and it lacks something: to be reported. */
  public boolean isIncomplete() {
    return !missing.isEmpty();
  }

  private static List<Gap> missing(CommitmentCertificate c, Lot lot) {
    List<Gap> gaps = new ArrayList<>();
    if (c.commitmentText().isBlank()) {
      gaps.add(Gap.WORDS);
    }
    if (c.contact().isBlank()) {
      gaps.add(Gap.CONTACT);
    }
    if (c.origin().isBlank()) {
      gaps.add(Gap.ORIGIN);
    }
    if (c.committingParty().isBlank()) {
      gaps.add(Gap.PARTY);
    }
    if (!c.productName().equals(lot.product().label(Lang.ZH))) {
      gaps.add(Gap.PRODUCT);
    }
    if (c.quantityGrams() != lot.quantityGrams()) {
      gaps.add(Gap.QUANTITY);
    }
    return gaps;
  }
}
