package org.xiangpin.storefrontkey;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Tokens;

/** A secret by which a storefront's software signs in. Shown once; only its hash is kept. */
@Entity
@Table(name = "storefront_key")
public class StorefrontKey extends PanacheEntityBase {

  /** All that a key can be allowed. */
  public static final List<String> SCOPES =
      List.of(
          "catalog:read",
          "orders:write",
          "orders:read",
          "trace:read",
          "trace:write",
          "aid:read",
          "webhooks:write");

  /** The key of every demo; a production service never opens the data that holds it. */
  public static final String DEMO_KEY = "xp_test_demo";

  private static final String LIVE = "xp_live_";

  @Id private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "storefront_id")
  private Storefront storefront;

  private String prefix;

  @Column(name = "key_sha256")
  private String keySha256;

  private String scopes;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected StorefrontKey() {}

  /**
   * @return the key itself, 200 random bits, to be shown once
   * @throws InvalidInput without a scope, or with one that there is not
   */
  public static String create(Storefront storefront, Set<String> scopes, Instant now) {
    String prefix = LIVE + Tokens.token(8);
    String key = prefix + "_" + Tokens.token(40);
    store(storefront, prefix, key, scopes, now);
    return key;
  }

  /** The demo's key with all scopes. */
  public static void createDemo(Storefront storefront, Instant now) {
    store(storefront, DEMO_KEY, DEMO_KEY, Set.copyOf(SCOPES), now);
  }

  private static void store(
      Storefront storefront, String prefix, String key, Set<String> scopes, Instant now) {
    if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
      throw new InvalidInput("scopes", "请选择这把钥匙能做什么。", "Choose what the key may do.");
    }
    StorefrontKey row = new StorefrontKey();
    row.id = Ids.next();
    row.storefront = storefront;
    row.prefix = prefix;
    row.keySha256 = Tokens.sha256(key);
    row.scopes = String.join(" ", new TreeSet<>(scopes));
    row.createdAt = now;
    row.persist();
  }

  /** What may be shown of a key: enough to tell it from others. */
  static String prefixOf(String key) {
    return key.substring(0, LIVE.length() + 8);
  }

  /** Whether it looks like a key at all; asked before any query. */
  static boolean isWellFormed(String key) {
    return key != null && (key.equals(DEMO_KEY) || key.matches("xp_live_[0-9a-z]{8}_[0-9a-z]{40}"));
  }

  /** The key that works now, with its storefront and counties: one query. */
  static Optional<StorefrontKey> findWorking(String keySha256) {
    return find(
            "from StorefrontKey k join fetch k.storefront s left join fetch s.countyCodes"
                + " where k.keySha256 = ?1 and k.revokedAt is null and s.disabledAt is null",
            keySha256)
        .singleResultOptional();
  }

  static List<StorefrontKey> listOf(Storefront storefront) {
    return list("storefront = ?1 order by id desc", storefront);
  }

  /** Ends it within a second on every node; a second time changes nothing. */
  void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }

  StorefrontAccess access() {
    return new StorefrontAccess(
        storefront.id(), storefront.name(), scopes(), storefront.countyCodes());
  }

  public Long id() {
    return id;
  }

  public String number() {
    return Ids.toText(id);
  }

  Storefront storefront() {
    return storefront;
  }

  public String prefix() {
    return prefix;
  }

  public Set<String> scopes() {
    return new TreeSet<>(Arrays.asList(scopes.split(" ")));
  }

  public Instant createdAt() {
    return createdAt;
  }

  public boolean isRevoked() {
    return revokedAt != null;
  }
}
