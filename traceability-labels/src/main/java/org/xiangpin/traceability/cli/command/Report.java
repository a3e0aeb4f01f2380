package org.xiangpin.traceability.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A command's answer.
 *
 * @param ok whether it is done, or checked and right
 * @param text the answer for people, lines without a break at the end; empty for none
 * @param members the answer for programs, after {@code ok}, in their order: maps, collections,
 *     optionals, numbers and booleans of JSON; anything else as its text
 */
public record Report(boolean ok, String text, Map<String, Object> members) {

  /**
   * Answers that all is well.
   *
   * @param text the answer for people
   * @param members the answer for programs
   * @return the answer
   */
  public static Report done(String text, Map<String, Object> members) {
    return new Report(true, text, members);
  }

  /**
   * Returns the answer for programs.
   *
   * @return a JSON object (RFC 8259), its member {@code ok} first
   */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("ok", ok);
    all.putAll(members);
    return JsonWriter.write(all);
  }

  int exitCode() {
    return ok ? ExitCode.OK : ExitCode.REFUSED;
  }
}
