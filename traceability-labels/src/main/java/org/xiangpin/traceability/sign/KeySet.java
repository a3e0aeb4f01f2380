package org.xiangpin.traceability.sign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xiangpin.traceability.sign.InvalidKeySet.Reason;

/**
 * The public keys with which labels are checked, as published by who signs them.
 *
 * <p>The file is JSON in UTF-8, every member a string:
 *
 * <pre>{@code
 * {
 *   "format": "xiangpin-label-keys@v1",
 *   "keys": [
 *     {
 *       "id": "a",
 *       "publicKey": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
 *       "validFrom": "2026-01-01T00:00:00Z",
 *       "validTo": "2028-01-01T00:00:00Z",
 *       "revokedAt": "2026-11-21T08:00:00Z",
 *       "reason": "the printing shop lost its computer"
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p>{@code publicKey} is base64url (RFC 4648 §5) of the 32 bytes without padding. {@code validTo}
 * may be missing, {@code revokedAt} and {@code reason} may be missing together. Other members are
 * refused: a member that a reader does not understand might be the one that takes a key back.
 *
 * @param keys the keys; no name and no key twice
 */
public record KeySet(List<LabelKey> keys) {
  /** The value of the member {@code format}. */
  public static final String FORMAT = "xiangpin-label-keys@v1";

  /**
   * Checks that names and keys differ.
   *
   * @throws InvalidKeySet for a name or key that stands there twice
   */
  public KeySet {
    keys = List.copyOf(keys);
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < keys.size(); i++) {
      if (!seen.add(keys.get(i).id())) {
        throw duplicate("keys[" + i + "].id", "name of a key stands there twice");
      }
      if (!seen.add(keys.get(i).key())) {
        throw duplicate("keys[" + i + "].publicKey", "key stands there twice");
      }
    }
  }

  private static InvalidKeySet duplicate(String element, String what) {
    return new InvalidKeySet(Reason.DUPLICATE, element, -1, what);
  }

  /**
   * Reads a key file.
   *
   * @param json the file's text
   * @return the keys in the file's order
   * @throws InvalidKeySet naming member, position in {@code json} and rule
   */
  public static KeySet parse(String json) {
    return KeySetReader.read(json);
  }

  /**
   * Writes the key file.
   *
   * @return JSON with a line break at its end; {@link #parse} gives back an equal set
   */
  public String toJson() {
    return KeySetWriter.write(this);
  }

  /**
   * Finds a key by its name.
   *
   * @param id any text
   * @return the key, valid or not
   */
  public Optional<LabelKey> find(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  /**
   * Returns the keys whose labels are believed at a time.
   *
   * @param time any time
   * @return the valid keys in the set's order; more than one while an old and a new one overlap
   */
  public List<LabelKey> validAt(Instant time) {
    return keys.stream().filter(key -> key.isValidAt(time)).toList();
  }

  /**
   * Returns the set with one key more.
   *
   * @param key a key of a new name
   * @return a new set, this key last
   * @throws InvalidKeySet when name or key is there already
   */
  public KeySet with(LabelKey key) {
    List<LabelKey> more = new ArrayList<>(keys);
    more.add(key);
    return new KeySet(more);
  }

  /**
   * Returns the set with a key taken back.
   *
   * @param id its name
   * @param revocation when and why
   * @return a new set
   * @throws InvalidKeySet when no key has the name, or it was taken back before: an earlier
   *     revocation is never moved
   */
  public KeySet withRevoked(String id, LabelKey.Revocation revocation) {
    LabelKey key =
        find(id)
            .filter(found -> found.revocation().isEmpty())
            .orElseThrow(
                () -> new InvalidKeySet(Reason.ID, "id", -1, "no key of that name to take back"));
    LabelKey revoked =
        new LabelKey(id, key.key(), key.validFrom(), key.validTo(), Optional.of(revocation));
    return new KeySet(keys.stream().map(k -> k.id().equals(id) ? revoked : k).toList());
  }
}
