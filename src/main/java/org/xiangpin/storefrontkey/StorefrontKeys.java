package org.xiangpin.storefrontkey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.xiangpin.shared.Tokens;

/**
 * Recognises storefronts by their keys. Remembered in this process for less than a second, found or
 * not: calls in a row cost no query, and a revocation holds on every node within a second.
 */
@ApplicationScoped
public class StorefrontKeys {

  private static final Duration REMEMBERED = Duration.ofMillis(800);

  private final Cache<String, Optional<StorefrontAccess>> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  /**
   * What the key of an {@code Authorization: Bearer} header opens. May query, so it blocks; asked
   * before the caller's own transaction, whose view of the data may be older than the revocation.
   */
  public Optional<StorefrontAccess> findByBearer(String key) {
    if (!StorefrontKey.isWellFormed(key)) {
      return Optional.empty();
    }
    return recent.get(
        Tokens.sha256(key),
        hash ->
            QuarkusTransaction.requiringNew()
                .call(() -> StorefrontKey.findWorking(hash).map(StorefrontKey::access)));
  }

  /** As far as it is remembered: empty says nothing of the key. Never blocks. */
  public Optional<StorefrontAccess> findKnown(String key) {
    Optional<StorefrontAccess> known = recent.getIfPresent(Tokens.sha256(key));
    return known == null ? Optional.empty() : known;
  }

  /** After a change, so that this node need not wait. */
  void forgetAll() {
    recent.invalidateAll();
  }
}
