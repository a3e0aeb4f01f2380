package org.xiangpin.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of a list ended: the key of its last row, opaque to clients. */
public final class Cursor {

  private static final String VERSION = "1:";

  private Cursor() {}

  public static String after(long id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((VERSION + Ids.toText(id)).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * @throws InvalidInput for a cursor that this service did not hand out
   */
  public static long parse(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      if (text.startsWith(VERSION)) {
        return Ids.parse(text.substring(VERSION.length())).orElseThrow();
      }
    } catch (RuntimeException e) {
      // falls through to the one answer
    }
    throw new InvalidInput(
        "cursor", "翻页标记无效，请从第一页开始。", "The cursor is not valid; start from the first page.");
  }
}
