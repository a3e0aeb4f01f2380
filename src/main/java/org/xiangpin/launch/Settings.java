package org.xiangpin.launch;

import io.quarkus.runtime.LaunchMode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Settings that are needed before the framework boots: a system property ({@code xiangpin.db.url})
 * or the environment variable of the same meaning ({@code XIANGPIN_DB_URL}).
 */
final class Settings {

  private static final Set<String> NOT_PRODUCTION = Set.of("demo", "dev", "test");

  private Settings() {}

  static Optional<String> find(String name) {
    String value = System.getProperty(name);
    if (value == null || value.isBlank()) {
      value = System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
    }
    return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** The profile that the framework will run with; without one it is production. */
  static String profile() {
    return find("quarkus.profile").orElse(LaunchMode.current().getDefaultProfile());
  }

  /** Every profile that is not known to be something else: a name of one's own is no way round. */
  static boolean isProduction() {
    return !NOT_PRODUCTION.contains(profile());
  }
}
