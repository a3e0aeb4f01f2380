package org.xiangpin.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.WrongState;

/** A person (账号) who may sign in with a phone number, and the roles the person holds. */
@Entity
@Table(name = "account")
public class Account extends PanacheEntityBase {

  /** Wrong passwords in a row that lock an account. */
  private static final int FAILURES_UNTIL_LOCKED = 5;

  private static final Duration LOCKED_FOR = Duration.ofMinutes(15);

  @Id private Long id;
  private String phone;
  private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "failed_sign_ins")
  private int failedSignIns;

  @Column(name = "locked_until")
  private Instant lockedUntil;

  @Column(name = "disabled_at")
  private Instant disabledAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @BatchSize(size = 100)
  @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
  private Set<ScopedRole> roles = new HashSet<>();

  protected Account() {}

  /**
   * A person who has not set a password yet.
   *
   * @param typedPhone a Chinese mobile number as typed
   * @throws InvalidInput for a bad phone or name, or a phone that has an account
   */
  public static Account invite(String typedPhone, String name, ScopedRole role, Instant now) {
    Account account = new Account();
    account.id = Ids.next();
    account.phone = Phone.normalise(typedPhone);
    account.name = acceptable(name);
    account.createdAt = now;
    account.roles.add(role);
    if (findByPhone(account.phone).isPresent()) {
      throw new InvalidInput(
          "phone",
          "这个手机号已经有账号了。请在人员名单里找。",
          "This phone number has an account already. Look in the list of people.");
    }
    account.persist();
    return account;
  }

  private static String acceptable(String name) {
    String plain = name == null ? "" : name.strip();
    if (plain.isEmpty() || plain.length() > 64 || plain.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput("name", "请填名字，最多 64 个字。", "Enter a name of at most 64 characters.");
    }
    return plain;
  }

  public static Optional<Account> findByPhone(String phone) {
    return find("phone", phone).firstResultOptional();
  }

  /** Who holds a role for a region within this one, by name; the disabled too. */
  public static List<Account> holding(Role role, String withinRegion) {
    return list(
        "select distinct a from Account a join a.roles r where r.role = ?1"
            + " and r.regionCode like ?2 order by a.name",
        role,
        Region.codesWithin(withinRegion));
  }

  /** Those of these people who hold a role within the region. */
  static List<Account> listWithin(String scopeCode, List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : list(
            "from Account a where a.id in ?1 and exists"
                + " (select 1 from a.roles r where r.regionCode like ?2)",
            ids,
            Region.codesWithin(scopeCode));
  }

  /** The people of the demo, whose phone numbers nobody has. */
  public static List<Account> listDemo() {
    return list(
        "phone like '1990000%' and disabledAt is null and passwordHash is not null order by id");
  }

  /**
   * Ends a lock-out too: whoever holds a valid one-time link is the person.
   *
   * @param hash null when none opens the account until a link is taken up
   */
  public void setPassword(String hash) {
    passwordHash = hash;
    failedSignIns = 0;
    lockedUntil = null;
  }

  /**
   * Counts a wrong password by conditional statements, since guesses come in parallel; a failure
   * during a lock-out does not prolong it.
   *
   * @return whether this failure locked the account
   */
  public static boolean recordFailedSignIn(long id, Instant now) {
    int locked =
        update(
            "lockedUntil = ?1, failedSignIns = 0 where id = ?2 and failedSignIns >= ?3"
                + " and (lockedUntil is null or lockedUntil <= ?4)",
            now.plus(LOCKED_FOR),
            id,
            FAILURES_UNTIL_LOCKED - 1,
            now);
    if (locked == 0) {
      update(
          "failedSignIns = failedSignIns + 1 where id = ?1"
              + " and (lockedUntil is null or lockedUntil <= ?2)",
          id,
          now);
    }
    return locked == 1;
  }

  /** A right password ends the run of wrong ones; refused while locked or disabled. */
  public static boolean recordSignIn(long id, Instant now) {
    return update(
            "failedSignIns = 0, lockedUntil = null where id = ?1 and disabledAt is null"
                + " and (lockedUntil is null or lockedUntil <= ?2)",
            id,
            now)
        == 1;
  }

  /** The password opens nothing from now on; whoever commands this ends the sessions too. */
  public void disable(Instant now) {
    if (disabledAt == null) {
      disabledAt = now;
    }
  }

  public void enable() {
    disabledAt = null;
  }

  public void grantRole(ScopedRole role) {
    roles.add(role);
  }

  /**
   * @throws WrongState for the last role: a person without one is disabled instead
   */
  public void revokeRole(ScopedRole role) {
    if (roles.size() == 1 && roles.contains(role)) {
      throw new WrongState(
          "这是最后一个角色，不能去掉。不再用这个账号，请停用它。",
          "This is the last role and stays. To end the account, disable it.");
    }
    roles.remove(role);
  }

  public Long id() {
    return id;
  }

  public String idText() {
    return Ids.toText(id);
  }

  public String phone() {
    return phone;
  }

  /** 199****1234, as lists show it. */
  public String maskedPhone() {
    return Phone.masked(phone);
  }

  public String name() {
    return name;
  }

  public Set<ScopedRole> roles() {
    return Set.copyOf(roles);
  }

  public boolean has(Role role) {
    return roles.stream().anyMatch(r -> r.role() == role);
  }

  /** Whether the person holds the role for a region that takes this one in. */
  public boolean covers(Role role, String regionCode) {
    return roles.stream()
        .anyMatch(r -> r.role() == role && Region.covers(r.regionCode(), regionCode));
  }

  /** The roles, the widest first. */
  public List<ScopedRole> rolesInOrder() {
    return roles.stream()
        .sorted(Comparator.comparing(ScopedRole::role).thenComparing(ScopedRole::regionCode))
        .toList();
  }

  /**
   * What a password is compared with; null while none opens the account: not set yet, disabled,
   * locked.
   */
  public String passwordHashAt(Instant now) {
    return isDisabled() || isLocked(now) ? null : passwordHash;
  }

  public boolean isInvited() {
    return passwordHash == null;
  }

  public boolean isDisabled() {
    return disabledAt != null;
  }

  private boolean isLocked(Instant now) {
    return lockedUntil != null && lockedUntil.isAfter(now);
  }
}
