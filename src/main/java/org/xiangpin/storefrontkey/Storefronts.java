package org.xiangpin.storefrontkey;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.xiangpin.account.AccessEvent;
import org.xiangpin.account.AccessLog;
import org.xiangpin.account.Caller;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.shared.NotAllowed;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Times;

/**
 * What county admins do with storefronts. Keys, name and end are the home county's; every county
 * opens and withdraws its own goods.
 */
@ApplicationScoped
class Storefronts {

  @Inject CurrentAccount me;
  @Inject Clock clock;
  @Inject RoutingContext routing;
  @Inject StorefrontKeys keys;

  @Transactional
  Storefront open(String name, String countyCode) {
    me.requireRole(Role.COUNTY_ADMIN, countyCode);
    Storefront storefront = Storefront.open(name, countyCode, Times.now(clock));
    log(AccessEvent.STOREFRONT_CHANGED, storefront, "+" + countyCode);
    return storefront;
  }

  /** Opens the county's goods to a storefront of another county, known by its number. */
  @Transactional
  void grantCounty(long id, String countyCode) {
    me.requireRole(Role.COUNTY_ADMIN, countyCode);
    Storefront storefront = Storefront.<Storefront>findByIdOptional(id).orElseThrow(NotFound::new);
    storefront.grantCounty(countyCode);
    changed(AccessEvent.STOREFRONT_CHANGED, storefront, "+" + countyCode);
  }

  @Transactional
  void withdrawCounty(long id, String countyCode) {
    me.requireRole(Role.COUNTY_ADMIN, countyCode);
    Storefront storefront = requireSeen(id);
    storefront.withdrawCounty(countyCode);
    changed(AccessEvent.STOREFRONT_CHANGED, storefront, "-" + countyCode);
  }

  @Transactional
  void rename(long id, String name) {
    Storefront storefront = requireOwn(id);
    storefront.rename(name);
    changed(AccessEvent.STOREFRONT_CHANGED, storefront, null);
  }

  @Transactional
  void disable(long id) {
    Storefront storefront = requireOwn(id);
    storefront.disable(Times.now(clock));
    changed(AccessEvent.STOREFRONT_CHANGED, storefront, "disabled");
  }

  @Transactional
  void enable(long id) {
    Storefront storefront = requireOwn(id);
    storefront.enable();
    changed(AccessEvent.STOREFRONT_CHANGED, storefront, "enabled");
  }

  /**
   * @return the key, to be shown once
   */
  @Transactional
  String createKey(long id, Set<String> scopes) {
    Storefront storefront = requireOwn(id);
    String key = StorefrontKey.create(storefront, scopes, Times.now(clock));
    changed(AccessEvent.KEY_CREATED, storefront, StorefrontKey.prefixOf(key));
    return key;
  }

  @Transactional
  void revokeKey(long id, long keyId) {
    Storefront storefront = requireOwn(id);
    StorefrontKey key =
        StorefrontKey.<StorefrontKey>findByIdOptional(keyId)
            .filter(k -> k.storefront().id().equals(storefront.id()))
            .orElseThrow(NotFound::new);
    key.revoke(Times.now(clock));
    changed(AccessEvent.KEY_REVOKED, storefront, key.prefix());
  }

  /** Those of the person's counties, without repetition. */
  List<Storefront> list() {
    me.requireRole(Role.COUNTY_ADMIN);
    return me.scopes(Role.COUNTY_ADMIN).stream()
        .flatMap(county -> Storefront.listOf(county).stream())
        .distinct()
        .toList();
  }

  /**
   * @throws NotFound for a storefront that no county of the person has to do with
   */
  Storefront requireSeen(long id) {
    me.requireRole(Role.COUNTY_ADMIN);
    return Storefront.<Storefront>findByIdOptional(id)
        .filter(
            s ->
                isOwn(s) || s.countyCodes().stream().anyMatch(c -> me.covers(Role.COUNTY_ADMIN, c)))
        .orElseThrow(NotFound::new);
  }

  boolean isOwn(Storefront storefront) {
    return me.covers(Role.COUNTY_ADMIN, storefront.homeCountyCode());
  }

  private Storefront requireOwn(long id) {
    Storefront storefront = requireSeen(id);
    if (!isOwn(storefront)) {
      throw new NotAllowed(
          "这家店铺由开店的县管理。您可以收回本县的货。",
          "The storefront's home county looks after this. You can withdraw your county's goods.");
    }
    return storefront;
  }

  private void changed(AccessEvent event, Storefront storefront, String detail) {
    log(event, storefront, detail);
    keys.forgetAll();
  }

  private void log(AccessEvent event, Storefront storefront, String detail) {
    AccessLog.add(
        event,
        null,
        me.id(),
        Caller.of(routing),
        storefront.name() + (detail == null ? "" : " " + detail),
        Times.now(clock));
  }
}
