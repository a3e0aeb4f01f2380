package org.xiangpin.producer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.xiangpin.account.Account;
import org.xiangpin.account.Actor;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.photo.Photo;
import org.xiangpin.photo.PhotoOwner;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.NotFound;

/** A farmer, cooperative, company or station that grows or gathers what is sold. */
@Entity
@Table(name = "producer")
public class Producer extends PanacheEntityBase {

  /** Roles whose scope is a region, from wide to narrow: they see the producers in it. */
  static final Role[] REGIONAL = {
    Role.COUNTY_ADMIN, Role.AUDITOR, Role.TOWNSHIP_INSPECTOR, Role.LIAISON_OFFICER
  };

  private static final int LONGEST_ADDRESS = 160;

  @Id Long id;

  @Enumerated(EnumType.STRING)
  ProducerKind kind;

  String name;

  @Column(name = "public_name")
  String publicName;

  String phone;

  @Column(name = "region_code")
  String regionCode;

  @Column(name = "account_id")
  Long accountId;

  @Column(name = "liaison_account_id")
  Long liaisonAccountId;

  String story;

  @Column(name = "credit_code")
  String creditCode;

  String address;

  @Column(name = "created_at")
  Instant createdAt;

  protected Producer() {}

  /**
   * @param phone may be null: many farmers have none of their own; never shown in public
   * @param villageCode 12 digits of a village
   */
  public Producer(
      ProducerKind kind,
      String name,
      NameShown shown,
      String phone,
      String villageCode,
      Instant now) {
    if (name == null
        || name.isBlank()
        || name.strip().length() > 96
        || name.strip().chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput(
          "name", "请填写姓名或单位名称，最多 96 个字。", "Enter the name, at most 96 characters.");
    }
    Region village = Region.require(villageCode, "village");
    if (village.level() != Region.Level.VILLAGE) {
      throw new InvalidInput("village", "请选到村。", "Choose a village.");
    }
    this.id = Ids.next();
    this.kind = kind;
    this.name = name.strip();
    this.publicName = shown.of(this.name);
    this.phone = acceptable(phone);
    this.regionCode = village.code();
    this.createdAt = now;
  }

  private static String acceptable(String phone) {
    if (phone == null || phone.isBlank()) {
      return null;
    }
    if (!phone.matches("[0-9+ -]{5,20}")) {
      throw new InvalidInput("phone", "电话号码不对，请检查。", "The phone number is not right.");
    }
    return phone.strip();
  }

  /** The producer, if this person may see it; otherwise as if it were not there. */
  public static Producer require(Long id, CurrentAccount me) {
    return Optional.ofNullable(id)
        .map(i -> Producer.<Producer>findById(i))
        .filter(p -> p.isSeenBy(me))
        .orElseThrow(NotFound::new);
  }

  /** The producer that signs in with this account, if it is one. */
  public static Optional<Producer> ofAccount(Long accountId) {
    return find("accountId", accountId).firstResultOptional();
  }

  public boolean isSeenBy(CurrentAccount me) {
    return isOwnedBy(me.id())
        || me.scopes(REGIONAL).stream().anyMatch(scope -> Region.covers(scope, regionCode));
  }

  /** Whether this person may enter lots and listings here: the producer, or who acts for it. */
  public boolean isActedForBy(CurrentAccount me) {
    return isOwnedBy(me.id()) || isServedBy(me, regionCode);
  }

  /** Whether this person enters a village's producers and acts for them. */
  static boolean isServedBy(CurrentAccount me, String villageCode) {
    return me.covers(Role.LIAISON_OFFICER, villageCode)
        || me.covers(Role.COUNTY_ADMIN, villageCode);
  }

  /**
   * @throws NotAllowed for who may look at it and no more
   */
  public void requireActedForBy(CurrentAccount me) {
    if (!isActedForBy(me)) {
      throw new NotAllowed("您只能查看，不能替他办。", "You may look at it, not act for this producer.");
    }
  }

  /** Who acts, in which role, and for whom if not for oneself: as it is recorded. */
  public Actor actor(CurrentAccount me) {
    if (isOwnedBy(me.id())) {
      return me.actor(Role.FARMER);
    }
    Role role =
        me.covers(Role.LIAISON_OFFICER, regionCode) ? Role.LIAISON_OFFICER : Role.COUNTY_ADMIN;
    return me.actorFor(role, id);
  }

  public boolean isOwnedBy(Long account) {
    return accountId != null && accountId.equals(account);
  }

  /** Gives the producer a way to sign in. */
  public void signsInAs(Long account) {
    this.accountId = account;
  }

  /**
   * Makes this liaison officer (联络员) the one who looks after it.
   *
   * @throws InvalidInput for field {@code to} when the officer does not serve its village
   */
  public void entrustTo(Account officer) {
    if (!officer.covers(Role.LIAISON_OFFICER, regionCode)) {
      throw new InvalidInput(
          "to",
          officer.name() + "还不管" + place() + "。请先在“人员”里给他加上这个村。",
          officer.name() + " does not serve " + place() + " yet. Grant the village first.");
    }
    this.liaisonAccountId = officer.id();
  }

  public void tell(String newStory) {
    if (newStory != null && newStory.length() > 1000) {
      throw new InvalidInput("story", "故事最多一千字。", "The story is at most 1,000 characters.");
    }
    this.story = newStory == null || newStory.isBlank() ? null : newStory.strip();
  }

  /** The picture of its orchard or farm (果园照片), for who may see the producer. */
  public Optional<Photo> photo() {
    return Photo.of(photoOwner()).stream().findFirst();
  }

  /** The same for public pages: empty unless it is shown to buyers. */
  public Optional<Photo> shownPhoto() {
    return Photo.shownOf(photoOwner());
  }

  /** The producer as the owner of its picture. */
  public PhotoOwner photoOwner() {
    return new PhotoOwner(ProducerPhotos.KIND, id);
  }

  /**
   * States how it is reached, and what a filing asks of legal persons.
   *
   * @param newPhone blank for none, as are the others
   * @param newCreditCode 18 characters (GB 32100-2015); cooperatives, companies and stations only
   * @param newAddress at most 160 characters, as on the licence
   */
  public void register(String newPhone, String newCreditCode, String newAddress) {
    if (kind == ProducerKind.FARMER && !newCreditCode.isBlank()) {
      throw new InvalidInput(
          "creditCode", "农户没有这个代码，请空着。", "A farmer has no such code; leave it empty.");
    }
    if (newAddress.strip().length() > LONGEST_ADDRESS) {
      throw new InvalidInput("address", "地址最多 160 个字。", "The address is at most 160 characters.");
    }
    String code = newCreditCode.isBlank() ? null : CreditCode.acceptable(newCreditCode);
    this.phone = acceptable(newPhone);
    this.creditCode = code;
    this.address = newAddress.isBlank() ? null : newAddress.strip();
  }

  public Long id() {
    return id;
  }

  public String idText() {
    return Ids.toText(id);
  }

  public ProducerKind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  /** The name as it may stand on public pages. */
  public String publicName() {
    return publicName;
  }

  /** For the office only; null when there is none. */
  public String phone() {
    return phone;
  }

  public String regionCode() {
    return regionCode;
  }

  /** 汉寿县崔家桥镇永固村. */
  public String place() {
    return Region.shortName(regionCode);
  }

  public Long accountId() {
    return accountId;
  }

  /** 统一社会信用代码; null for a farmer, or while nobody entered it. */
  public String creditCode() {
    return creditCode;
  }

  /** As on the licence; null while nobody entered it. */
  public String address() {
    return address;
  }

  public String story() {
    return story;
  }
}
