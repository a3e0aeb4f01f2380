package org.xiangpin.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xiangpin.account.Account;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Phone;
import org.xiangpin.account.Role;
import org.xiangpin.account.ScopedRole;
import org.xiangpin.region.Region;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.NotFound;

/**
 * Who looks after whom: a county admin after everyone of the county, a township inspector after
 * liaison officers and farmers of the township, a liaison officer after farmers of the village.
 */
final class PeopleScope {

  private static final Set<Role> OF_INSPECTOR = Set.of(Role.LIAISON_OFFICER, Role.FARMER);
  private static final Set<Role> OF_LIAISON = Set.of(Role.FARMER);

  private final Set<ScopedRole> held;

  private PeopleScope(Set<ScopedRole> held) {
    this.held = held;
  }

  static PeopleScope of(CurrentAccount me) {
    me.requireRole(Role.COUNTY_ADMIN, Role.TOWNSHIP_INSPECTOR, Role.LIAISON_OFFICER);
    return new PeopleScope(me.account().roles());
  }

  private static Set<Role> below(Role role) {
    return switch (role) {
      case COUNTY_ADMIN -> Set.of(Role.values());
      case TOWNSHIP_INSPECTOR -> OF_INSPECTOR;
      case LIAISON_OFFICER -> OF_LIAISON;
      case FARMER, SUPERMARKET_PARTNER, AUDITOR -> Set.of();
    };
  }

  /** The roles that the person may give to somebody, from the widest. */
  List<Role> grantable() {
    Set<Role> roles =
        held.stream().flatMap(h -> below(h.role()).stream()).collect(Collectors.toSet());
    return Arrays.stream(Role.values()).filter(roles::contains).toList();
  }

  /** The regions within which the person may give this role. */
  List<String> regionsFor(Role role) {
    return held.stream()
        .filter(h -> below(h.role()).contains(role))
        .map(ScopedRole::regionCode)
        .distinct()
        .sorted()
        .toList();
  }

  boolean manages(ScopedRole role) {
    return regionsFor(role.role()).stream().anyMatch(r -> Region.covers(r, role.regionCode()));
  }

  boolean sees(Account account) {
    return account.roles().stream().anyMatch(this::manages);
  }

  /** Whether all that the account can do lies within this scope. */
  boolean manages(Account account) {
    return account.roles().stream().allMatch(this::manages);
  }

  /**
   * @throws NotAllowed for a role or region beyond the person's own
   */
  void requireManages(ScopedRole role) {
    if (!manages(role)) {
      throw new NotAllowed(
          "这个角色或地区不在您的范围内，没有改动。",
          "That role or region is not within your scope; nothing was changed.");
    }
  }

  /**
   * @throws NotFound when none of the account's roles lies within this scope
   * @throws NotAllowed when some do, and some do not
   */
  void requireManages(Account account) {
    if (!sees(account)) {
      throw new NotFound();
    }
    if (!manages(account)) {
      throw new NotAllowed(
          "这个人还有别处的角色，要由那里的管理员来办。",
          "This person has roles elsewhere too; an admin whose scope holds them all must do this.");
    }
  }

  /** People in this scope, the latest first. */
  List<Account> list(String text, long before, int limit) {
    List<Object> values = new ArrayList<>(List.of(before));
    List<String> within = new ArrayList<>();
    for (ScopedRole h : held) {
      if (!below(h.role()).isEmpty()) {
        int n = values.size();
        within.add("(r.role in ?%d and r.regionCode like ?%d)".formatted(n + 1, n + 2));
        values.addAll(List.of(below(h.role()), Region.codesWithin(h.regionCode())));
      }
    }
    String named = "";
    if (text != null && !text.isBlank()) {
      int n = values.size();
      named = " and (a.name like ?%d escape '!' or a.phone = ?%d)".formatted(n + 1, n + 2);
      values.add("%" + text.strip().replaceAll("([!%_])", "!$1") + "%");
      values.add(Phone.find(text).orElse(""));
    }
    return Account.<Account>find(
            "from Account a where a.id < ?1 and exists (select 1 from a.roles r where "
                + String.join(" or ", within)
                + ")"
                + named
                + " order by a.id desc",
            values.toArray())
        .page(0, limit)
        .list();
  }
}
