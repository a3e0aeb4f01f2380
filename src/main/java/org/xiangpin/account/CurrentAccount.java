package org.xiangpin.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.xiangpin.region.Region;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotAllowed;

/** The person of the present request, {@code inject:me} in templates; nobody until signed in. */
@RequestScoped
@Named("me")
public class CurrentAccount {

  private Account account;

  /** Called once a request, by whoever recognised the person. */
  public void signIn(Account account) {
    this.account = account;
  }

  public boolean isSignedIn() {
    return account != null;
  }

  public Long id() {
    return require().id();
  }

  public String name() {
    return require().name();
  }

  /** To read from; a command loads its own within its transaction. */
  public Account account() {
    return require();
  }

  private Account require() {
    if (account == null) {
      throw new NotAllowed("请先登录。", "Sign in first.");
    }
    return account;
  }

  public boolean has(Role role) {
    return account != null && account.has(role);
  }

  /** For templates: whether the person holds one of these roles, by their names. */
  public boolean hasAny(String... roles) {
    return Arrays.stream(roles).map(Role::valueOf).anyMatch(this::has);
  }

  /** The region codes for which the person holds one of the roles, in order, each once. */
  public List<String> scopes(Role... anyOf) {
    return account == null
        ? List.of()
        : account.roles().stream()
            .filter(r -> List.of(anyOf).contains(r.role()))
            .map(ScopedRole::regionCode)
            .distinct()
            .sorted()
            .toList();
  }

  /**
   * For queries, what the codes are like in the townships or counties whose lots the person judges;
   * none lies within another.
   */
  public Stream<String> judgedRegions() {
    List<String> scopes = scopes(Role.TOWNSHIP_INSPECTOR, Role.COUNTY_ADMIN);
    return scopes.stream()
        .filter(s -> scopes.stream().noneMatch(w -> !w.equals(s) && Region.covers(w, s)))
        .map(Region::codesWithin);
  }

  /** The roles from the widest to the narrowest, each once. */
  public List<Role> roles() {
    return Arrays.stream(Role.values()).filter(this::has).toList();
  }

  /** The widest role as the header shows it: 乡镇核验员 · 汉寿县崔家桥镇. */
  public String title(Lang lang) {
    return require().rolesInOrder().stream().findFirst().map(r -> r.label(lang)).orElse("");
  }

  /**
   * Whether the person holds the role for a region that takes this one in. For roles over own
   * things ({@link Role#isOwn()}) this says where, never whose: check the owner too.
   */
  public boolean covers(Role role, String regionCode) {
    return account != null && account.covers(role, regionCode);
  }

  /** For templates: whether the person is an admin of the county that this region lies in. */
  public boolean administers(String regionCode) {
    return covers(Role.COUNTY_ADMIN, regionCode);
  }

  /**
   * The county that the person is admin of: the first by its code, of several.
   *
   * @throws NotAllowed without that role
   */
  public String county() {
    return scopes(Role.COUNTY_ADMIN).stream().findFirst().orElseThrow(CurrentAccount::notAllowed);
  }

  /**
   * @throws NotAllowed without at least one of the roles
   */
  public void requireRole(Role... anyOf) {
    if (Arrays.stream(anyOf).noneMatch(this::has)) {
      throw notAllowed();
    }
  }

  /**
   * @throws NotAllowed unless the person holds the role for this region or one above it
   */
  public void requireRole(Role role, String regionCode) {
    if (!covers(role, regionCode)) {
      throw notAllowed();
    }
  }

  private static NotAllowed notAllowed() {
    return new NotAllowed(
        "您没有这项权限。需要的话，请找县管理员。", "You may not do this. If you need to, ask the county's admin.");
  }

  /** The person in the widest role held. */
  public Actor actor() {
    List<Role> roles = roles();
    return new Actor(id(), name(), roles.isEmpty() ? null : roles.get(0), null);
  }

  /**
   * The person in the role that the step needs.
   *
   * @throws NotAllowed without that role
   */
  public Actor actor(Role role) {
    return actorFor(role, null);
  }

  /**
   * The person acting for a producer: recorded as who, in which role, for whom.
   *
   * @throws NotAllowed without that role
   */
  public Actor actorFor(Role role, Long producerId) {
    requireRole(role);
    return new Actor(id(), name(), role, producerId);
  }
}
