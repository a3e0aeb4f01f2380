package org.xiangpin.scan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Lang;
import org.xiangpin.trace.Certification;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.TraceEvent;
import org.xiangpin.trace.TraceEventType;

/** The public facts of a lot, in no language yet: never a phone, never an ID number. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TraceView(
    @JsonIgnore long lotId,
    @JsonIgnore Instant changedAt,
    ScanState state,
    String gtin,
    String lot,
    String product,
    String productEnglish,
    String illustration,
    String producer,
    String producerKind,
    String village,
    String place,
    String township,
    LocalDate harvestedOn,
    long quantityGrams,
    Long plotSquareMetres,
    String story,
    TownshipCertification certification,
    Commitment commitment,
    String reason,
    List<Step> timeline) {

  /** The township's certification (溯源认证). */
  public record TownshipCertification(
      String number,
      String township,
      String certifiedBy,
      LocalDate issuedOn,
      LocalDate validUntil) {}

  /** The producer's own 承诺达标合格证; its contact is not public. */
  public record Commitment(
      String number,
      String committingParty,
      LocalDate issuedOn,
      String basis,
      String text,
      @JsonIgnore CommitmentCertificate.Basis basisKind) {}

  /** A step of the lot's life, with both clocks. */
  public record Step(
      TraceEventType type,
      Instant happenedAt,
      Instant recordedAt,
      Long grams,
      String place,
      boolean onBehalf) {

    public String label(Lang lang) {
      return type.label(lang);
    }
  }

  static TraceView of(
      Lot lot,
      Optional<Certification> certification,
      Optional<CommitmentCertificate> commitment,
      List<TraceEvent> events,
      LocalDate today) {
    ScanState state = ScanState.of(lot, certification.orElse(null), today);
    String township = Region.findByCode(lot.townshipCode()).map(Region::name).orElse("");
    return new TraceView(
        lot.id(),
        lot.changedAt(),
        state,
        lot.gtin(),
        lot.code(),
        lot.product().label(Lang.ZH),
        lot.product().label(Lang.EN),
        lot.product().illustration(),
        lot.producer().publicName(),
        lot.producer().kind().label(Lang.ZH),
        villageName(lot),
        Region.fullName(lot.regionCode()),
        township,
        lot.harvestedOn(),
        lot.quantityGrams(),
        lot.plot() == null ? null : lot.plot().areaSquareMetres(),
        lot.producer().story(),
        certification
            .map(
                c ->
                    new TownshipCertification(
                        c.number(), c.township(), c.issuerName(), c.issuedOn(), c.validUntil()))
            .orElse(null),
        commitment
            .map(
                c ->
                    new Commitment(
                        c.number(),
                        lot.producer().publicName(),
                        c.issuedOn(),
                        c.basis().label(Lang.ZH),
                        c.commitmentText(),
                        c.basis()))
            .orElse(null),
        reason(state, events),
        events.stream()
            .filter(e -> e.type().isPublic())
            .map(
                e ->
                    new Step(
                        e.type(),
                        e.happenedAt(),
                        e.recordedAt(),
                        e.type() == TraceEventType.HARVESTED ? e.quantityGrams() : null,
                        isTownships(e.type()) ? township : villageName(lot),
                        e.onBehalfOfProducerId() != null))
            .sorted(java.util.Comparator.comparing(Step::happenedAt))
            .toList());
  }

  private static String villageName(Lot lot) {
    return Region.findByCode(lot.regionCode()).map(Region::shownName).orElse("");
  }

  private static boolean isTownships(TraceEventType type) {
    return switch (type) {
      case CERTIFIED, REFUSED, SUSPENDED, LIFTED, REVOKED -> true;
      default -> false;
    };
  }

  /** Why, in the words of who refused, suspended or revoked. */
  private static String reason(ScanState state, List<TraceEvent> events) {
    TraceEventType asked =
        switch (state) {
          case REFUSED -> TraceEventType.REFUSED;
          case SUSPENDED -> TraceEventType.SUSPENDED;
          case REVOKED -> TraceEventType.REVOKED;
          default -> null;
        };
    return events.stream()
        .filter(e -> e.type() == asked)
        .reduce((earlier, later) -> later)
        .map(TraceEvent::reason)
        .orElse(null);
  }

  public String product(Lang lang) {
    return lang.of(product, productEnglish);
  }
}
