package org.xiangpin.launch;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started when everything that a start does is done: keys read, lots watched, the demo filled. */
@Startup
@ApplicationScoped
class StartedCheck implements HealthCheck {

  private volatile boolean started;

  void last(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
    started = true;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("started").status(started).build();
  }
}
