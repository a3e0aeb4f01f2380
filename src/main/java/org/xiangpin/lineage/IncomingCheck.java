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
 * @param missing words of what the certificate lacks, in both languages
 */
public record IncomingCheck(
    Lot lot, Optional<CommitmentCertificate> certificate, List<Gap> missing) {

  /** One thing that the certificate must tell and does not. */
  public record Gap(String chinese, String english) {

    public String label(Lang lang) {
      return lang.of(chinese, english);
    }
  }

  static IncomingCheck of(Lot lot) {
    Optional<CommitmentCertificate> certificate = CommitmentCertificate.ofLot(lot.id());
    return new IncomingCheck(
        lot, certificate, certificate.map(c -> missing(c, lot)).orElse(List.of()));
  }

  /** Companies and cooperatives for every batch, and whoever mixed or repacked, must have one. */
  public boolean isRefused() {
    return certificate.isEmpty() && lot.mustCommit();
  }

  private static List<Gap> missing(CommitmentCertificate c, Lot lot) {
    List<Gap> gaps = new ArrayList<>();
    if (c.contact().isBlank()) {
      gaps.add(new Gap("没有联系方式", "no contact"));
    }
    if (c.origin().isBlank()) {
      gaps.add(new Gap("没有产地", "no origin"));
    }
    if (c.committingParty().isBlank()) {
      gaps.add(new Gap("没有承诺主体", "no committing party"));
    }
    if (!c.productName().equals(lot.product().label(Lang.ZH))) {
      gaps.add(new Gap("产品名称不对", "another product"));
    }
    if (c.quantityGrams() != lot.quantityGrams()) {
      gaps.add(new Gap("数量不对", "another weight"));
    }
    return gaps;
  }
}
