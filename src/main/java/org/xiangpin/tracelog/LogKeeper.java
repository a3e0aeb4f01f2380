package org.xiangpin.tracelog;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.xiangpin.shared.DatabaseAway;

/**
 * Keeps the log going, on every node: takes what waits, signs, asks the witnesses. When the log was
 * changed behind our back it stops and says so until a person has looked; everything else of the
 * service goes on, and entries wait.
 */
@ApplicationScoped
class LogKeeper {

  @Inject LogSigner signer;
  @Inject LogGrowth growth;
  @Inject Checkpoints checkpoints;
  @Inject Witnesses witnesses;
  @Inject MeterRegistry meters;

  private volatile String alarm;

  @PostConstruct
  void measure() {
    meters.gauge("log_broken", this, keeper -> keeper.alarm == null ? 0 : 1);
  }

  @Scheduled(
      every = "${xiangpin.log.look-every}",
      delayed = "2s",
      concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    if (signer.isOpen()) {
      DatabaseAway.during("the public log", this::keep);
    }
  }

  /** Does what is due now. */
  void keep() {
    try {
      growth.grow();
      checkpoints.sign();
      checkpoints.newest().ifPresent(witnesses::cosign);
      alarm = null;
    } catch (LogBroken e) {
      if (!e.getMessage().equals(alarm)) {
        Log.errorf("THE PUBLIC LOG WAS CHANGED and is not gone on: %s", e.getMessage());
      }
      alarm = e.getMessage();
    }
  }

  /** What is wrong with the log; null while all is well. */
  String alarm() {
    return alarm;
  }
}
