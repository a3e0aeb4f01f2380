package org.xiangpin.label;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only when the installation's secret opens every label key: else labels can't be judged. */
@Readiness
@ApplicationScoped
class SecretCheck implements HealthCheck {

  @Inject LabelKeys keys;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("signing secret").status(keys.areOpen()).build();
  }
}
