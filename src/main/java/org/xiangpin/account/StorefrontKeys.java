package org.xiangpin.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Recognises storefronts by their keys. Remembered in this process for less than a second, found or
 * not: calls in a row cost no query, and a revocation holds on every node within a second.
 */
@ApplicationScoped
public class StorefrontKeys {

  private static final Duration REMEMBERED = Duration.ofMillis(800);

  private final Cache<String, Optional<StorefrontAccess>> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  /** What the key of an {@code Authorization: Bearer} header opens; may query, so blocking. */
  public Optional<StorefrontAccess> findByBearer(String key) {
    if (!StorefrontKey.isWellFormed(key)) {
      return Optional.empty();
    }
    return recent.get(
        Secrets.sha256(key), hash -> StorefrontKey.findWorking(hash).map(StorefrontKey::access));
  }

  /** On this node a change holds at once. */
  void forgetAll() {
    recent.invalidateAll();
  }
}
