package org.xiangpin.traceability.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.xiangpin.traceability.log.InvalidLogData.Reason;

/** What the text formats of logs have in common: numbers, base64, UTF-8. */
final class LogText {
  private static final int MAX_DIGITS = 19;

  private LogText() {}

  /** Reads a number from 0 to 2^63 - 1 as C2SP writes sizes, indexes and times. */
  static long number(String element, String text, int position) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || text.length() > MAX_DIGITS || text.length() > 1 && text.charAt(0) == '0') {
      throw new InvalidLogData(Reason.NUMBER, element, position, "not a plain decimal number");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new InvalidLogData(Reason.NUMBER, element, position, "number is above 2^63 - 1");
    }
  }

  /** Reads base64 strictly: the JDK's decoder forgives missing padding and stray last bits. */
  static byte[] base64(String element, String text, int position) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // refused below
    }
    throw new InvalidLogData(Reason.BASE64, element, position, "not base64 with padding");
  }

  /** Reads UTF-8 strictly. */
  static String utf8(String element, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(in)
          .toString();
    } catch (CharacterCodingException e) {
      throw new InvalidLogData(Reason.ENCODING, element, in.position(), "bytes are not UTF-8");
    }
  }

  /** Refuses what a signed note may not hold: control characters and half surrogate pairs. */
  static void checkCharacters(String element, String text) {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (c < ' ' && c != '\n' || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        throw new InvalidLogData(Reason.ENCODING, element, i, "control character or half a pair");
      }
      i += Character.charCount(c);
    }
  }
}
