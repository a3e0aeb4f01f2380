package org.xiangpin.label;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.traceability.sign.InvalidSignedLink;
import org.xiangpin.traceability.sign.KeySet;
import org.xiangpin.traceability.sign.LabelVerifier;
import org.xiangpin.traceability.sign.SignatureVerdict.Outcome;

/** Judges the signatures of labels that are scanned, with the published keys in memory. */
@ApplicationScoped
public class LabelSignatures {

  /**
   * The keys, and which of them are believed now: another one takes its place when either changes,
   * so that whatever was written with it is known to be out of date.
   */
  public static final class Keys {
    private final KeySet set;
    private final List<Boolean> believed;

    private Keys(KeySet set, Instant now) {
      this.set = set;
      this.believed =
          set.keys().stream().map(k -> k.isValidAt(now) && !k.isRevokedAt(now)).toList();
    }

    private boolean says(Keys other) {
      return set.equals(other.set) && believed.equals(other.believed);
    }
  }

  @Inject LabelSigning signing;
  @Inject XiangpinConfig config;
  @Inject Clock clock;

  private volatile Keys keys = new Keys(new KeySet(List.of()), Instant.EPOCH);

  /** Before the first label is scanned: without keys a right signature would be told wrong. */
  void load(@Observes @Priority(100) StartupEvent event) {
    if (config.serving()) {
      look();
    }
  }

  /** Also what other nodes changed; while the database is away the keys in memory stay. */
  @Scheduled(every = "2s", delayed = "2s")
  void look() {
    try {
      QuarkusTransaction.requiringNew().run(this::refresh);
    } catch (RuntimeException e) {
      Log.debug("signing keys not read", e);
    }
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SigningKeysChanged change) {
    look();
  }

  private void refresh() {
    Keys fresh = new Keys(signing.published(), clock.instant());
    if (!fresh.says(keys)) {
      keys = fresh;
    }
  }

  /** Those that hold now. */
  public Keys keys() {
    return keys;
  }

  /**
   * @param link the label's whole link
   */
  public Outcome judge(String link, Keys with) {
    try {
      return new LabelVerifier(with.set).verify(link, clock.instant()).outcome();
    } catch (InvalidSignedLink e) {
      return Outcome.SIGNATURE_WRONG;
    }
  }
}
