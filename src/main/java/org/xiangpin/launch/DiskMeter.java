package org.xiangpin.launch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The room that the embedded database has left: {@code disk_free_bytes}, {@code disk_total_bytes}.
 */
@ApplicationScoped
class DiskMeter {

  void begin(@Observes StartupEvent event, MeterRegistry meters) {
    Path folder = DataFolder.configured().path();
    if (!Datastore.isElsewhere() && Files.isDirectory(folder)) {
      new DiskSpaceMetrics(folder.toFile()).bindTo(meters);
    }
  }
}
