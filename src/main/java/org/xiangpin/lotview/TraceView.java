package org.xiangpin.lotview;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xiangpin.producer.Produce;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Lang;
import org.xiangpin.trace.Certification;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.TraceEvent;
import org.xiangpin.trace.TraceEventType;

/**
 * The public facts of a lot, in no language yet: never a phone, never an ID number.
 *
 * @param today the day on which this was read; years other than its are written out
 * @param name the product without its variety
 * @param stateSince day of the step that led to the state; null while nothing was submitted
 * @param outsideOrigin where it, or a part of it, grew outside the system; null for goods of here
 * @param reason why it was refused, suspended or revoked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TraceView(
    @JsonIgnore long lotId,
    @JsonIgnore Instant changedAt,
    @JsonIgnore LocalDate today,
    @JsonIgnore String name,
    @JsonIgnore String nameEnglish,
    @JsonIgnore Produce produce,
    ScanState state,
    LocalDate stateSince,
    String reason,
    String gtin,
    String lot,
    String product,
    String productEnglish,
    String illustration,
    String producer,
    String producerKind,
    String village,
    String township,
    String place,
    String outsideOrigin,
    LocalDate harvestedOn,
    long quantityGrams,
    Long plotSquareMetres,
    String story,
    TownshipCertification certification,
    Commitment commitment,
    @JsonUnwrapped LotBackground background,
    List<Step> timeline) {

  /** The township's certification (溯源认证). */
  public record TownshipCertification(
      String number,
      String township,
      String certifiedBy,
      LocalDate issuedOn,
      LocalDate validUntil) {

    static TownshipCertification of(Certification c, Lot lot) {
      return new TownshipCertification(
          c.number(),
          Region.nameOf(c.townshipCode(), lot.regionCode()),
          c.issuerName(),
          c.issuedOn(),
          c.validUntil());
    }
  }

  /** The producer's own 承诺达标合格证; its contact is not public. */
  public record Commitment(
      String number,
      String committingParty,
      String origin,
      LocalDate issuedOn,
      String basis,
      String text,
      @JsonIgnore CommitmentCertificate.Basis basisKind) {

    static Commitment of(CommitmentCertificate c, Lot lot) {
      return new Commitment(
          c.number(),
          lot.producer().publicName(),
          c.origin(),
          c.issuedOn(),
          c.basis().label(Lang.ZH),
          c.commitmentText(),
          c.basis());
    }
  }

  /** A step of the lot's life, with both clocks. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(
      TraceEventType type,
      Instant happenedAt,
      Instant recordedAt,
      Long grams,
      String place,
      boolean onBehalf) {

    static Step of(TraceEvent e, String village, String township) {
      return new Step(
          e.type(),
          e.happenedAt(),
          e.recordedAt(),
          e.type() == TraceEventType.HARVESTED ? e.quantityGrams() : null,
          e.type().isTownships() ? township : village,
          e.onBehalfOfProducerId() != null);
    }

    public LocalDate day() {
      return LocalDate.ofInstant(happenedAt, Lang.CHINA);
    }
  }

  static TraceView of(
      Lot lot,
      Certification certification,
      CommitmentCertificate commitment,
      List<TraceEvent> events,
      LotBackgrounds backgrounds,
      LocalDate today) {
    ScanState state = ScanState.of(lot, certification, today);
    Optional<TraceEvent> decisive =
        events.stream()
            .filter(e -> state.isReachedBy(e.type()) && !lot.state().isEditable())
            .reduce((earlier, later) -> later);
    String village = Region.nameOf(lot.regionCode(), lot.regionCode());
    String township = Region.nameOf(lot.townshipCode(), lot.regionCode());
    return new TraceView(
        lot.id(),
        lot.changedAt(),
        today,
        lot.product().name(Lang.ZH),
        lot.product().name(Lang.EN),
        lot.product().produce(),
        state,
        decisive.map(e -> LocalDate.ofInstant(e.happenedAt(), Lang.CHINA)).orElse(null),
        state.isStop() ? decisive.map(TraceEvent::reason).orElse(null) : null,
        lot.gtin(),
        lot.code(),
        lot.product().label(Lang.ZH),
        lot.product().label(Lang.EN),
        lot.product().illustration(),
        lot.producer().publicName(),
        lot.producer().kind().label(Lang.ZH),
        village,
        township,
        Region.fullName(lot.regionCode()),
        lot.outsideOrigin(),
        lot.harvestedOn(),
        lot.quantityGrams(),
        lot.plot() == null ? null : lot.plot().areaSquareMetres(),
        lot.producer().story(),
        certification == null ? null : TownshipCertification.of(certification, lot),
        commitment == null ? null : Commitment.of(commitment, lot),
        backgrounds.of(lot, decisive.orElse(null)),
        withoutRepeats(events)
            .map(e -> Step.of(e, village, township))
            .sorted(Comparator.comparing(Step::happenedAt))
            .toList());
  }

  /** Later rolls of labels, and which of them are void, are the village's own business. */
  private static Stream<TraceEvent> withoutRepeats(List<TraceEvent> events) {
    Optional<TraceEvent> firstRoll =
        events.stream().filter(e -> e.type() == TraceEventType.LABELLED).findFirst();
    return events.stream()
        .filter(e -> e.type().isPublic() && e.type() != TraceEventType.LABELS_VOIDED)
        .filter(e -> e.type() != TraceEventType.LABELLED || firstRoll.get() == e);
  }

  public String product(Lang lang) {
    return lang.of(product, productEnglish);
  }

  /** 黄桃 · 永固村 · 已核验. */
  public String title(ScanState shown, Lang lang) {
    return product(lang) + " · " + village + " · " + shown.label(lang);
  }

  /** Where it grew: the village or villages, the place outside, or both. */
  public String grewIn(Lang lang) {
    if (outsideOrigin != null) {
      return commitment == null ? outsideOrigin : commitment.origin;
    }
    return background.villages() == null
        ? village
        : String.join(lang.of("、", ", "), background.villages());
  }

  /** Whether goods of several harvests are in it. */
  public boolean isMixed() {
    return background.villages() != null && outsideOrigin == null;
  }

  /** The step that led to the state, as its record in the public log is spoken of. */
  public String proved(Lang lang) {
    return timeline.stream()
        .filter(step -> state.isReachedBy(step.type()))
        .reduce((earlier, later) -> later)
        .map(step -> step.type().label(lang))
        .orElse("");
  }

  /** As in a sentence: 这批黄桃. */
  public String name(Lang lang) {
    return lang.of(name, nameEnglish);
  }

  /** 8月7日, or with its year when that is not the present one. */
  public String day(LocalDate date, Lang lang) {
    return lang.day(date, today);
  }
}
