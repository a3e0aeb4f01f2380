package org.xiangpin.launch;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Ready only when every migration of this version is in the database; asked until it is so. */
@Readiness
@ApplicationScoped
class MigrationCheck implements HealthCheck {

  @Inject Flyway flyway;

  private volatile String complete;

  /** The migrations have just run; a disk that fills up later must not hide that. */
  void first(@Observes StartupEvent event) {
    look();
  }

  @Override
  public HealthCheckResponse call() {
    String missing = "pending";
    try {
      look();
    } catch (FlywayException e) {
      // told to the probe; a stack trace for each of its visits helps nobody
      missing = CannotStart.reason(e);
    }
    return HealthCheckResponse.named("migrations")
        .status(complete != null)
        .withData("version", complete == null ? missing : complete)
        .build();
  }

  private void look() {
    if (complete == null && flyway.info().pending().length == 0) {
      MigrationInfo current = flyway.info().current();
      complete = current == null ? "" : current.getVersion().toString();
    }
  }
}
