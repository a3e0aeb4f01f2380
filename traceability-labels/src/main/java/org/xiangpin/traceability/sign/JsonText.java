package org.xiangpin.traceability.sign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xiangpin.traceability.sign.InvalidKeySet.Reason;

/**
 * Reads JSON strictly (RFC 8259): no comments, no trailing commas, no member twice, no half
 * surrogate pairs, at most {@link #MAX_DEPTH} levels and {@link #MAX_LENGTH} characters. Not shared
 * between threads; {@link #parse} makes one reader per text.
 */
final class JsonText {
  static final int MAX_DEPTH = 16;
  static final int MAX_LENGTH = 1_000_000;

  /**
   * One value and where it begins: a map, a list, a string, or {@link Literal}.
   *
   * @param content the value
   * @param position index of its first character
   */
  record Value(Object content, int position) {}

  /**
   * A number or one of true, false and null, as written.
   *
   * @param text the characters
   */
  record Literal(String text) {}

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  static Value parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new InvalidKeySet(Reason.SYNTAX, "", MAX_LENGTH, "text is too long");
    }
    JsonText reader = new JsonText(text);
    Value value = reader.value(0);
    reader.skipSpace();
    if (reader.at < text.length()) {
      throw reader.wrong("text goes on after the value");
    }
    return value;
  }

  private Value value(int depth) {
    skipSpace();
    int start = at;
    if (depth > MAX_DEPTH) {
      throw wrong("nested deeper than " + MAX_DEPTH);
    }
    Object content =
        switch (peek()) {
          case '{' -> object(depth);
          case '[' -> array(depth);
          case '"' -> string();
          default -> literal();
        };
    return new Value(content, start);
  }

  private Map<String, Value> object(int depth) {
    Map<String, Value> members = new LinkedHashMap<>();
    at++;
    if (skipTo('}')) {
      return members;
    }
    do {
      skipSpace();
      int start = at;
      if (peek() != '"') {
        throw wrong("name of a member expected");
      }
      String name = string();
      if (!skipTo(':')) {
        throw wrong("colon expected");
      }
      if (members.put(name, value(depth + 1)) != null) {
        throw new InvalidKeySet(Reason.MEMBER, "", start, "member stands there twice");
      }
    } while (skipTo(','));
    if (!skipTo('}')) {
      throw wrong("comma or closing brace expected");
    }
    return members;
  }

  private List<Value> array(int depth) {
    List<Value> values = new ArrayList<>();
    at++;
    if (skipTo(']')) {
      return values;
    }
    do {
      values.add(value(depth + 1));
    } while (skipTo(','));
    if (!skipTo(']')) {
      throw wrong("comma or closing bracket expected");
    }
    return values;
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    int start = at++;
    for (char c = peek(); c != '"'; c = peek()) {
      if (c < ' ') {
        throw wrong(at < text.length() ? "control character in a string" : "string does not end");
      }
      out.append(c == '\\' ? escape() : c);
      at++;
    }
    at++;
    if (!isWellFormed(out)) {
      throw new InvalidKeySet(Reason.SYNTAX, "", start, "half a surrogate pair in a string");
    }
    return out.toString();
  }

  /** Leaves the reader on the escape's last character. */
  private char escape() {
    at++;
    int simple = "\"\\/bfnrt".indexOf(peek());
    if (simple >= 0 && at < text.length()) {
      return "\"\\/\b\f\n\r\t".charAt(simple);
    }
    if (peek() != 'u' || at + 4 >= text.length()) {
      throw wrong("unknown escape");
    }
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      at++;
      int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
      if (digit < 0) {
        throw wrong("hexadecimal digit expected");
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  static boolean isWellFormed(CharSequence text) {
    return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= 0xDFFF);
  }

  private Literal literal() {
    int start = at;
    while (peek() > ' ' && ",:]}[{\"".indexOf(peek()) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    if (!word.matches("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
      at = start;
      throw wrong("value expected");
    }
    return new Literal(word);
  }

  private boolean skipTo(char c) {
    skipSpace();
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** Returns the next character, or NUL at the end: NUL stands nowhere in JSON. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private InvalidKeySet wrong(String what) {
    return new InvalidKeySet(Reason.SYNTAX, "", at, what);
  }
}
