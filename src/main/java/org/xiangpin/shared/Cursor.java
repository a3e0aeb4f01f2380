package org.xiangpin.shared;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32C;

/** Where a page of a list ended: the key of its last row, opaque to clients. */
public final class Cursor {

  private static final byte VERSION = 1;
  private static final int BYTES_CHECKED = 1 + Long.BYTES;

  private Cursor() {}

  public static String after(long id) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES_CHECKED + Integer.BYTES).put(VERSION).putLong(id);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(bytes.putInt(check(bytes)).array());
  }

  /**
   * @throws InvalidInput for a cursor that this service did not hand out; one that lost or changed
   *     a character among them
   */
  public static long parse(String cursor) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.get() == VERSION && after(bytes.getLong()).equals(cursor)) {
        return bytes.getLong(1);
      }
    } catch (RuntimeException e) {
      // falls through to the one answer
    }
    throw new InvalidInput(
        "cursor", "翻页标记无效，请从第一页开始。", "The cursor is not valid; start from the first page.");
  }

  /** Finds mistakes, not forgers: a cursor opens nothing that its bearer may not see. */
  private static int check(ByteBuffer bytes) {
    CRC32C check = new CRC32C();
    check.update(bytes.array(), 0, BYTES_CHECKED);
    return (int) check.getValue();
  }
}
