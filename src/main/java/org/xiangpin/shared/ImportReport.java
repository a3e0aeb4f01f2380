package org.xiangpin.shared;

import java.util.List;

/**
 * What an import that takes all lines or none did, or why it did nothing.
 *
 * @param updated lines about what was known already
 * @param problems by line; with any, nothing was written
 */
public record ImportReport(int read, int added, int updated, List<Problem> problems) {

  /**
   * One value that cannot be taken.
   *
   * @param line as an editor counts, the header being 1
   * @param value what stands there, shortened
   */
  public record Problem(long line, String column, String value, String chinese, String english) {

    private static final int LONGEST_VALUE = 40;

    public static Problem of(
        long line, String column, String value, String chinese, String english) {
      String shown =
          value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
      return new Problem(line, column, shown, chinese, english);
    }

    public String in(Lang lang) {
      return lang.of(chinese, english);
    }
  }

  /** Whether everything was taken. */
  public boolean isAccepted() {
    return problems.isEmpty();
  }
}
