package org.xiangpin.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A step as the public log keeps it: JSON in UTF-8 with its members in the order of their names and
 * no white space (as RFC 8785 has it; there are no fractions). It tells what, when and where, and
 * the hash of the event that says the same in EPCIS. Who did it and the words of the reason enter
 * as a salted hash: whoever is shown both can check them, and when the salt is destroyed nobody
 * can.
 */
final class LogEntry {

  /** The version of this form; stands in every entry. Since 2 the event in EPCIS is named. */
  static final int VERSION = 2;

  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private LogEntry() {}

  static byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return salt;
  }

  /**
   * @param personal names and words of people, hashed with the salt
   * @param facts further members; none of the event's own names
   */
  static byte[] of(
      TraceEvent event, Lot lot, Map<String, ?> personal, byte[] salt, Map<String, ?> facts) {
    Map<String, Object> members = new TreeMap<>(facts);
    members.put("v", VERSION);
    members.put("type", event.type().name());
    members.put("gtin", lot.gtin());
    members.put("lot", lot.code());
    members.put("region", lot.regionCode());
    members.put("grams", lot.quantityGrams());
    members.put("happened", event.happenedAt().toString());
    members.put("recorded", event.recordedAt().toString());
    members.put("epcis", event.epcisId());
    members.put("personal", "sha256:" + HexFormat.of().formatHex(hash(salt, json(personal))));
    return json(members);
  }

  private static byte[] json(Map<String, ?> members) {
    try {
      return JSON.writeValueAsString(members).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hash(byte[] salt, byte[] text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
