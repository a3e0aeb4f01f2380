package org.xiangpin.launch;

import java.util.Locale;
import java.util.Optional;

/**
 * Settings that are needed before the framework boots: a system property ({@code xiangpin.db.url})
 * or the environment variable of the same meaning ({@code XIANGPIN_DB_URL}).
 */
final class Settings {

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
    return find("quarkus.profile").orElse("prod");
  }
}
