package org.xiangpin.mass;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/**
 * Keeps what was refused, after the transaction that asked for it was undone: a row within it would
 * be undone as well, and a second connection beside it would wait for the lot that it has locked.
 */
@ApplicationScoped
class BreachKeeper {

  void keep(@Observes(during = TransactionPhase.AFTER_FAILURE) MassBreached breach) {
    try {
      QuarkusTransaction.requiringNew().run(() -> new MassBreach(breach).persist());
    } catch (RuntimeException e) {
      // the refusal itself stands, whether it is kept or not
      Log.warnf("a breach of lot %d was not kept: %s", breach.lotId(), e.getMessage());
    }
  }
}
