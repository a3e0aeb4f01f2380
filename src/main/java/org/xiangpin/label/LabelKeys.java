package org.xiangpin.label;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xiangpin.producer.Issuer;
import org.xiangpin.shared.Secrets;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.traceability.Gtin;
import org.xiangpin.traceability.LabelPosition;
import org.xiangpin.traceability.LabelSerials;
import org.xiangpin.traceability.ScratchCodes;

/** All counties' label keys in memory, so that a serial is judged before any SQL. */
@ApplicationScoped
public class LabelKeys {

  private static final int SHORTEST_PREFIX = 7;
  private static final int LONGEST_PREFIX = 11;

  /** A county's issuer: its company prefix and its keys, newest first. */
  private record County(String code, Map<Long, Opened> keys) {}

  /** What a key makes: serials, and the codes under layers to scratch off. */
  private record Opened(LabelSerials serials, ScratchCodes codes) {

    static Opened of(byte[] key) {
      return new Opened(new LabelSerials(key), new ScratchCodes(key));
    }
  }

  /** Tells this class itself, once the transaction is through. */
  record KeyMade(String countyCode) {}

  @Inject XiangpinConfig config;
  @Inject Secrets secrets;
  @Inject Clock clock;
  @Inject Event<KeyMade> made;

  private volatile Map<String, County> byPrefix = Map.of();
  private volatile boolean open;

  void load(@Observes @Priority(100) StartupEvent event) {
    if (config.serving()) {
      QuarkusTransaction.requiringNew().run(this::refresh);
    }
  }

  /** Keys that another node made; while the database is away those in memory stay. */
  @Scheduled(every = "2s", delayed = "2s")
  void look() {
    try {
      QuarkusTransaction.requiringNew().run(this::refresh);
    } catch (RuntimeException e) {
      Log.debug("label keys not read", e);
    }
  }

  /** A key of this node serves before anybody can print with it. */
  void made(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeyMade key) {
    look();
  }

  private void refresh() {
    Map<String, List<LabelKey>> keys = new HashMap<>();
    for (LabelKey key : LabelKey.<LabelKey>list("order by id desc")) {
      keys.computeIfAbsent(key.countyCode(), c -> new ArrayList<>()).add(key);
    }
    Map<String, County> fresh = new HashMap<>();
    for (Issuer issuer : Issuer.<Issuer>listAll()) {
      County known = byPrefix.get(issuer.companyPrefix());
      Map<Long, Opened> all = new LinkedHashMap<>();
      for (LabelKey key : keys.getOrDefault(issuer.countyCode(), List.of())) {
        Opened opened = known == null ? null : known.keys().get(key.id());
        all.put(key.id(), opened == null ? Opened.of(key.open(secrets)) : opened);
      }
      fresh.put(issuer.companyPrefix(), new County(issuer.countyCode(), all));
    }
    byPrefix = fresh;
    open = true;
  }

  /** Whether the keys were read and the secret opened them all. */
  boolean areOpen() {
    return open;
  }

  /** Whether the GTIN begins with a company prefix of ours; no SQL. */
  public boolean isOurs(Gtin gtin) {
    return county(gtin).isPresent();
  }

  /** The label, if one of the county's keys made this serial for this lot; no SQL. */
  public Optional<LabelPosition> verify(Gtin gtin, String lot, String serial) {
    Optional<County> county = county(gtin);
    if (county.isEmpty()) {
      return Optional.empty();
    }
    for (Opened key : county.get().keys().values()) {
      Optional<LabelPosition> position = key.serials().verify(gtin, lot, serial);
      if (position.isPresent()) {
        return position;
      }
    }
    return Optional.empty();
  }

  /** Whether this is the code under the layer of this label; no SQL. */
  public boolean isCodeOf(Gtin gtin, String lot, String serial, String code) {
    return county(gtin).stream()
        .flatMap(county -> county.keys().values().stream())
        .anyMatch(
            key ->
                key.serials()
                    .verify(gtin, lot, serial)
                    .map(label -> key.codes().isCodeOf(gtin, lot, label, code))
                    .orElse(false));
  }

  /** The key that new rolls of the county use; made when there is none yet. */
  LabelKey newest(String countyCode) {
    List<LabelKey> keys = LabelKey.ofCounty(countyCode);
    if (!keys.isEmpty()) {
      return keys.get(0);
    }
    LabelKey key = new LabelKey(countyCode, secrets, Times.now(clock));
    key.persist();
    made.fire(new KeyMade(countyCode));
    return key;
  }

  LabelSerials serials(LabelRoll roll) {
    return new LabelSerials(key(roll));
  }

  ScratchCodes scratchCodes(LabelRoll roll) {
    return new ScratchCodes(key(roll));
  }

  private byte[] key(LabelRoll roll) {
    return LabelKey.<LabelKey>findById(roll.keyId()).open(secrets);
  }

  private Optional<County> county(Gtin gtin) {
    String digits = gtin.toString();
    Map<String, County> counties = byPrefix;
    for (int length = SHORTEST_PREFIX; length <= LONGEST_PREFIX; length++) {
      County county = counties.get(digits.substring(1, 1 + length));
      if (county != null) {
        return Optional.of(county);
      }
    }
    return Optional.empty();
  }
}
