package org.xiangpin.jsonschema;

/**
 * One thing that is wrong with a document.
 *
 * @param pointer where, as RFC 6901; empty for the whole
 * @param rule the schema's keyword that is not met, or the name of a rule beyond it
 * @param chinese what must stand there, one sentence
 * @param english the same
 */
public record Fault(String pointer, String rule, String chinese, String english) {

  /** As people read it: the place first. */
  public String sentence() {
    return (pointer.isEmpty() ? "/" : pointer) + ": " + english + " (" + rule + ")";
  }

  int depth() {
    return (int) pointer.chars().filter(c -> c == '/').count();
  }

  /** A step further into an object; {@code ~} and {@code /} are escaped. */
  public static String step(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
