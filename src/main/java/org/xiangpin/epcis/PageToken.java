package org.xiangpin.epcis;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.zip.CRC32C;

/**
 * Where a page of a query ended; opaque to clients, and good for the same query only.
 *
 * @param newest the highest row there was when the query began
 * @param micros of the last event's time, since 1970
 * @param id of the last event
 * @param given events on all pages so far
 */
record PageToken(long newest, long micros, long id, int given) {

  private static final byte VERSION = 1;
  private static final int CHECKED = 1 + 3 * Long.BYTES + Integer.BYTES;

  static PageToken after(long newest, Instant time, long id, int given) {
    return new PageToken(newest, ChronoUnit.MICROS.between(Instant.EPOCH, time), id, given);
  }

  Instant time() {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /**
   * @param query the parameters that the token belongs to
   */
  String text(String query) {
    ByteBuffer bytes =
        ByteBuffer.allocate(CHECKED + Integer.BYTES)
            .put(VERSION)
            .putLong(newest)
            .putLong(micros)
            .putLong(id)
            .putInt(given);
    bytes.putInt(check(bytes.array(), query));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * @throws QueryRefused for a token that was not handed out for this query
   */
  static PageToken parse(String text, String query) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() == CHECKED + Integer.BYTES && bytes.get() == VERSION) {
        PageToken token =
            new PageToken(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getInt());
        if (token.given >= 0 && token.text(query).equals(text)) {
          return token;
        }
      }
    } catch (IllegalArgumentException e) {
      // falls through to the one answer
    }
    throw new QueryRefused(
        "nextPageToken",
        "翻页标记无效，请从第一页开始",
        "is not valid for this query; start from the first page");
  }

  /** Finds mistakes, not forgers: a token opens nothing that its bearer may not see. */
  private static int check(byte[] bytes, String query) {
    CRC32C check = new CRC32C();
    check.update(bytes, 0, CHECKED);
    check.update(query.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return (int) check.getValue();
  }
}
