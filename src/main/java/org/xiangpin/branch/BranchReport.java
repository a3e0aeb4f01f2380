package org.xiangpin.branch;

import java.util.List;
import org.xiangpin.shared.Lang;

/**
 * What an import of branches did, or why it did nothing.
 *
 * @param problems by line; with any, nothing was written
 */
public record BranchReport(int read, int added, int updated, List<Problem> problems) {

  /**
   * One value that cannot be taken.
   *
   * @param line as an editor counts, the header being 1
   * @param value what stands there, shortened
   */
  public record Problem(long line, String column, String value, String chinese, String english) {

    public String in(Lang lang) {
      return lang.of(chinese, english);
    }
  }

  /** Whether everything was taken. */
  public boolean isAccepted() {
    return problems.isEmpty();
  }
}
