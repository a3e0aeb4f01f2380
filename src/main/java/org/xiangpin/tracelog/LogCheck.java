package org.xiangpin.tracelog;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** {@code /q/health/well}: down when the public log was changed. Pages are served all the same. */
@Wellness
@ApplicationScoped
class LogCheck implements HealthCheck {

  @Inject LogKeeper keeper;

  @Override
  public HealthCheckResponse call() {
    String alarm = keeper.alarm();
    var answer = HealthCheckResponse.named("public log").status(alarm == null);
    return alarm == null ? answer.build() : answer.withData("reason", alarm).build();
  }
}
