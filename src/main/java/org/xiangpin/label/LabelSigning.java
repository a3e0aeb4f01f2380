package org.xiangpin.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.xiangpin.shared.NotFound;
import org.xiangpin.shared.Secrets;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.WrongState;
import org.xiangpin.traceability.sign.KeySet;
import org.xiangpin.traceability.sign.LabelSigner;
import org.xiangpin.tracelog.TraceLog;

/** The keys that sign labels: made, changed, revoked, each time with an entry in the public log. */
@ApplicationScoped
public class LabelSigning {

  @Inject Secrets secrets;
  @Inject Clock clock;
  @Inject TraceLog log;
  @Inject ObjectMapper json;
  @Inject Event<SigningKeysChanged> changed;

  /** Signs with the county's key in use; makes the first one. */
  @Transactional
  LabelSigner signer(String countyCode) {
    return LabelSigningKey.current(countyCode).orElseGet(() -> make(countyCode)).open(secrets);
  }

  /**
   * A new key takes the place of the one in use, whose labels stay believed while they are about.
   */
  @Transactional
  LabelSigningKey renew(String countyCode) {
    Instant now = Times.now(clock);
    LabelSigningKey.current(countyCode)
        .ifPresent(
            old -> {
              old.retire(now);
              enter("SIGNING_KEY_RETIRED", old, now, Map.of("until", old.validTo().toString()));
            });
    return make(countyCode);
  }

  /**
   * None of the key's labels is believed any more; the next labels are signed with another one.
   *
   * @throws WrongState for a key that was revoked before
   */
  @Transactional
  void revoke(Long id, String reason) {
    LabelSigningKey key = LabelSigningKey.findById(id);
    Instant now = Times.now(clock);
    key.revoke(reason, now);
    enter("SIGNING_KEY_REVOKED", key, now, Map.of());
  }

  /** The key, if it is this county's; otherwise as if it were not there. */
  @Transactional
  LabelSigningKey require(Long id, String countyCode) {
    return Optional.ofNullable(id)
        .map(i -> LabelSigningKey.<LabelSigningKey>findById(i))
        .filter(key -> key.countyCode().equals(countyCode))
        .orElseThrow(NotFound::new);
  }

  /** All public keys of this installation, for whoever checks a label. */
  @Transactional
  KeySet published() {
    return new KeySet(
        LabelSigningKey.<LabelSigningKey>list("order by id").stream()
            .map(LabelSigningKey::published)
            .toList());
  }

  @Transactional
  List<LabelSigningKey> ofCounty(String countyCode) {
    return LabelSigningKey.ofCounty(countyCode);
  }

  private LabelSigningKey make(String countyCode) {
    Instant now = Times.now(clock);
    LabelSigningKey key = new LabelSigningKey(countyCode, secrets, now);
    key.persist();
    enter("SIGNING_KEY_ADDED", key, now, Map.of());
    return key;
  }

  private void enter(String type, LabelSigningKey key, Instant now, Map<String, ?> more) {
    Map<String, Object> members = new TreeMap<>(more);
    members.put("v", 1);
    members.put("type", type);
    members.put("county", key.countyCode());
    members.put("key", key.name());
    members.put("publicKey", key.publicKey);
    members.put("recorded", now.toString());
    changed.fire(new SigningKeysChanged(key.countyCode()));
    try {
      log.append(json.writeValueAsString(members).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
