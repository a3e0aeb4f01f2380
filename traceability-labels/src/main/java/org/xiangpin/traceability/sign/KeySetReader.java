package org.xiangpin.traceability.sign;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xiangpin.traceability.sign.InvalidKeySet.Reason;

/** Reads the file of a {@link KeySet}. */
final class KeySetReader {
  private static final Set<String> MEMBERS =
      Set.of("id", "publicKey", "validFrom", "validTo", "revokedAt", "reason");

  private final String path;
  private final int position;
  private final Map<?, ?> members;

  private KeySetReader(String path, JsonText.Value value, Set<String> allowed) {
    this.path = path;
    this.position = value.position();
    if (!(value.content() instanceof Map<?, ?> map)) {
      throw new InvalidKeySet(Reason.MEMBER, path, position, "object expected");
    }
    this.members = map;
    for (Map.Entry<?, ?> member : map.entrySet()) {
      if (!allowed.contains(member.getKey())) {
        // the name is a stranger's text of any length: it is pointed at, not repeated
        int at = ((JsonText.Value) member.getValue()).position();
        throw new InvalidKeySet(Reason.MEMBER, path, at, "value of an unknown member");
      }
    }
  }

  static KeySet read(String json) {
    KeySetReader file = new KeySetReader("", JsonText.parse(json), Set.of("format", "keys"));
    JsonText.Value format = file.string("format");
    if (!format.content().equals(KeySet.FORMAT)) {
      throw new InvalidKeySet(
          Reason.MEMBER, "format", format.position(), "format is not " + KeySet.FORMAT);
    }
    JsonText.Value list = file.member("keys");
    if (!(list.content() instanceof List<?> values)) {
      throw new InvalidKeySet(Reason.MEMBER, "keys", list.position(), "array expected");
    }
    List<LabelKey> keys = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      keys.add(new KeySetReader("keys[" + i + "].", (JsonText.Value) values.get(i), MEMBERS).key());
    }
    try {
      return new KeySet(keys);
    } catch (InvalidKeySet e) {
      throw new InvalidKeySet(e.reason(), e.element(), list.position(), "name or key twice");
    }
  }

  private LabelKey key() {
    if (members.containsKey("revokedAt") != members.containsKey("reason")) {
      throw new InvalidKeySet(
          Reason.MEMBER, path + "revokedAt", position, "revokedAt and reason stand together");
    }
    String id = (String) string("id").content();
    VerificationKey key = publicKey();
    Instant from = time("validFrom");
    Optional<Instant> to = optionalTime("validTo");
    Optional<Instant> revokedAt = optionalTime("revokedAt");
    try {
      return new LabelKey(
          id,
          key,
          from,
          to,
          revokedAt.map(at -> new LabelKey.Revocation(at, (String) string("reason").content())));
    } catch (InvalidKeySet e) {
      if (e.position() >= 0) {
        throw e;
      }
      throw new InvalidKeySet(
          e.reason(), path + e.element(), string(e.element()).position(), ruleOf(e));
    }
  }

  /** The message without the element, which is named again with its path. */
  private static String ruleOf(InvalidKeySet e) {
    return e.getMessage().substring(0, e.getMessage().lastIndexOf(" ("));
  }

  private VerificationKey publicKey() {
    JsonText.Value value = string("publicKey");
    try {
      byte[] raw = Base64.getUrlDecoder().decode((String) value.content());
      VerificationKey key = VerificationKey.of(raw);
      if (key.toString().equals(value.content())) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // refused below with the spelling that the decoder is too kind to refuse
    }
    throw new InvalidKeySet(
        Reason.KEY, path + "publicKey", value.position(), "not the base64url of an Ed25519 key");
  }

  private Optional<Instant> optionalTime(String name) {
    return members.containsKey(name) ? Optional.of(time(name)) : Optional.empty();
  }

  private Instant time(String name) {
    JsonText.Value value = string(name);
    try {
      Instant time = Instant.parse((String) value.content());
      if (time.toString().equals(value.content())) {
        return time;
      }
    } catch (DateTimeException e) {
      // refused below, as are the other spellings that Instant takes
    }
    throw new InvalidKeySet(
        Reason.TIME, path + name, value.position(), "not of the form 2026-11-21T08:00:00Z");
  }

  private JsonText.Value string(String name) {
    JsonText.Value value = member(name);
    if (!(value.content() instanceof String)) {
      throw new InvalidKeySet(Reason.MEMBER, path + name, value.position(), "string expected");
    }
    return value;
  }

  private JsonText.Value member(String name) {
    if (!(members.get(name) instanceof JsonText.Value value)) {
      throw new InvalidKeySet(Reason.MEMBER, path + name, position, "member is missing");
    }
    return value;
  }
}
