package org.xiangpin.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.xiangpin.lineage.IncomingCheck.Gap;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.trace.CommitmentCertificate;

/**
 * What a 承诺达标合格证 on paper says, as a collector typed it; null where it says nothing. Every field of
 * Order 2025 No. 4 that it lacks is a gap.
 */
@Embeddable
public class Paper {

  @Column(name = "paper_words")
  boolean words;

  @Column(name = "paper_product")
  String product;

  @Column(name = "paper_grams")
  Long grams;

  @Column(name = "paper_origin")
  String origin;

  @Column(name = "paper_issued_on")
  LocalDate issuedOn;

  @Column(name = "paper_party")
  String party;

  @Column(name = "paper_contact")
  String contact;

  @Enumerated(EnumType.STRING)
  @Column(name = "paper_basis")
  CommitmentCertificate.Basis basis;

  protected Paper() {}

  /** A paper on which nothing stands, or none at all. */
  static Paper blank() {
    return new Paper();
  }

  /**
   * @param words whether it holds the words of the commitment
   * @param grams null where no weight stands
   * @param issuedOn null where no day stands
   * @throws InvalidInput for what does not fit, or a day after {@code today}
   */
  static Paper of(
      boolean words,
      String product,
      Long grams,
      String origin,
      LocalDate issuedOn,
      String party,
      String contact,
      CommitmentCertificate.Basis basis,
      LocalDate today) {
    Paper paper = new Paper();
    paper.words = words;
    paper.product = text(product, 128, "paperProduct");
    paper.grams = grams;
    paper.origin = text(origin, 160, "paperOrigin");
    if (issuedOn != null && issuedOn.isAfter(today)) {
      throw new InvalidInput(
          "paperIssuedOn", "开具日期在今天之后，请看清楚。", "The day of issue lies in the future.");
    }
    paper.issuedOn = issuedOn;
    paper.party = text(party, 96, "paperParty");
    paper.contact = text(contact, 20, "paperContact");
    paper.basis = basis;
    return paper;
  }

  private static String text(String typed, int longest, String field) {
    String plain = typed == null ? "" : typed.strip();
    if (plain.length() > longest) {
      throw new InvalidInput(
          field, "太长了，最多 " + longest + " 个字。", "At most " + longest + " characters.");
    }
    return plain.isEmpty() ? null : plain;
  }

  /** What it must tell and does not. */
  Set<Gap> gaps() {
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    add(gaps, Gap.WORDS, !words);
    add(gaps, Gap.PRODUCT, product == null);
    add(gaps, Gap.QUANTITY, grams == null);
    add(gaps, Gap.ORIGIN, origin == null);
    add(gaps, Gap.ISSUED, issuedOn == null);
    add(gaps, Gap.PARTY, party == null);
    add(gaps, Gap.CONTACT, contact == null);
    add(gaps, Gap.BASIS, basis == null);
    return gaps;
  }

  private static void add(Set<Gap> gaps, Gap gap, boolean missing) {
    if (missing) {
      gaps.add(gap);
    }
  }

  public String product() {
    return product;
  }

  /** Null where no weight stands. */
  public Long grams() {
    return grams;
  }

  public String origin() {
    return origin;
  }

  public LocalDate issuedOn() {
    return issuedOn;
  }

  public String party() {
    return party;
  }

  /** For those who may see the intake; never in public. */
  public String contact() {
    return contact;
  }

  public CommitmentCertificate.Basis basis() {
    return basis;
  }
}
