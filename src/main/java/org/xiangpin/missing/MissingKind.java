package org.xiangpin.missing;

import java.util.List;
import java.util.Map;
import org.xiangpin.intake.IntakeState;
import org.xiangpin.producer.ProducerKind;
import org.xiangpin.shared.Lang;
import org.xiangpin.trace.LotState;

/**
 * Kinds of what may be missing. Each is a query on {@code Producer p}, and for those about goods on
 * {@code Lot l} as well, whose words decide and nothing else.
 */
enum MissingKind {
  CERTIFICATE(
      "该开合格证，还没开",
      "Lots without the certificate they must have",
      "去开承诺达标合格证",
      "Issue the certificate",
      "/console/lots/%s",
      "Lot l join l.producer p",
      // goods in store are repacked first; only who sells them as they came needs one
      "(l.made = true or p.kind in :committing) and not (l.received = true and l.state = :draft)"
          + " and l.state in :living and not exists"
          + " (select 1 from CommitmentCertificate c where c.lotId = l.id)",
      Map.of(
          "draft", LotState.DRAFT,
          "living", Living.STATES,
          "committing", List.of(ProducerKind.COMPANY, ProducerKind.COOPERATIVE))),
  CERTIFICATE_GAPS(
      "合格证不完整",
      "Incomplete certificates",
      "和县管理员一起核对",
      "Check it with the county’s admin",
      "/console/lots/%s/commitment",
      "Lot l join l.producer p join CommitmentCertificate c on c.lotId = l.id",
      "l.state in :living and (c.contact = '' or c.origin = '' or c.committingParty = ''"
          + " or c.quantityGrams <> l.quantityGrams)",
      Map.of("living", Living.STATES)),
  PLOT(
      "没写地块",
      "Lots without a plot",
      "补上地块",
      "Add the plot",
      "/console/lots/%s/edit",
      "Lot l join l.producer p",
      // who keeps animals or fish may have none
      "l.plot is null and l.made = false and l.state in :editable"
          + " and l.product.categoryCode like '01%'",
      Map.of("editable", List.of(LotState.DRAFT, LotState.RETURNED))),
  EXPIRED(
      "认证到期，货还有剩",
      "Certification ran out while goods are left",
      "把剩下的记成损耗或销毁",
      "Record what is left as lost or destroyed",
      "/console/lineage/loss?lot=%s",
      "Lot l join l.producer p join Certification c on c.lotId = l.id"
          + " join LotMass m on m.lotId = l.id",
      "l.state = :certified and c.validUntil < :today and m.inGrams > m.passedOnGrams"
          + " + m.shrunkGrams + m.destroyedGrams + m.offeredGrams",
      Map.of("certified", LotState.CERTIFIED)),
  CONTACT(
      "没有联系电话",
      "No phone",
      "补上电话",
      "Add the phone",
      "/console/producers/%s#details",
      "Producer p",
      "p.phone is null",
      Map.of()),
  DETAILS(
      "没有统一社会信用代码或地址",
      "No credit code, or no address",
      "照营业执照补上",
      "Add them from the licence",
      "/console/producers/%s#details",
      "Producer p",
      "p.kind in :committing and (p.creditCode is null or p.address is null)",
      Map.of("committing", List.of(ProducerKind.COMPANY, ProducerKind.COOPERATIVE))),
  INTAKE_WITHOUT(
      "收来的货没有合格证",
      "Goods taken in without a certificate",
      "请卖家补开，下次收货时要",
      "Ask the seller for one",
      "/console/intake/%s",
      "Intake i join i.collector p join i.received l",
      "i.state = :taken and i.withCertificate = false",
      Map.of("taken", IntakeState.TAKEN)),
  INTAKE_GAPS(
      "收来的合格证不完整，还没上报",
      "Incomplete certificates, not reported",
      "报给农业农村部门",
      "Report it to the agriculture office",
      "/console/intake/%s",
      "Intake i join i.collector p join i.received l",
      "i.state = :taken and i.gaps.words <> '' and not exists"
          + " (select 1 from CertificateReport r where r.intake = i)",
      Map.of("taken", IntakeState.TAKEN));

  /** Lots that still are, or may come, on sale. */
  private static final class Living {
    static final List<LotState> STATES =
        List.of(LotState.DRAFT, LotState.RETURNED, LotState.SUBMITTED, LotState.CERTIFIED);
  }

  private final String chinese;
  private final String english;
  private final String nextChinese;
  private final String nextEnglish;
  private final String href;
  private final String from;
  private final String where;
  private final Map<String, Object> parameters;

  MissingKind(
      String chinese,
      String english,
      String nextChinese,
      String nextEnglish,
      String href,
      String from,
      String where,
      Map<String, Object> parameters) {
    this.chinese = chinese;
    this.english = english;
    this.nextChinese = nextChinese;
    this.nextEnglish = nextEnglish;
    this.href = href;
    this.from = from;
    this.where = where;
    this.parameters = parameters;
  }

  public String label(Lang lang) {
    return lang.of(chinese, english);
  }

  /** The one thing to do. */
  public String next(Lang lang) {
    return lang.of(nextChinese, nextEnglish);
  }

  /** Where it is done, for the id of what it is about. */
  String href(String idText) {
    return href.formatted(idText);
  }

  String from() {
    return from;
  }

  String where() {
    return where;
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  boolean isAboutIntake() {
    return from.startsWith("Intake");
  }

  boolean isAboutLots() {
    return !from.startsWith("Producer");
  }

  boolean isJudgedByDay() {
    return this == EXPIRED;
  }
}
