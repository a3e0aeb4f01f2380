package org.xiangpin.shared;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;

/** The answer to a file that was not taken: a table of what is wrong in which line. */
public final class RefusedImport {

  private static final int MOST_SHOWN = 200;

  @CheckedTemplate(basePath = "console")
  static class Templates {
    static native TemplateInstance importReport(ImportReport report, int shown, String back);

    private Templates() {}
  }

  private RefusedImport() {}

  /**
   * @param back the page where the file can be sent again
   */
  public static Response again(ImportReport report, String back) {
    return RefusedForm.again(Templates.importReport(report, MOST_SHOWN, back));
  }
}
