package org.xiangpin.shared;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Status;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The answer to a form that was not taken: the same page again, and nothing of it stored. */
public final class RefusedForm {

  private static final int UNPROCESSABLE = 422;

  private RefusedForm() {}

  public static Response again(TemplateInstance page) {
    if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
      QuarkusTransaction.setRollbackOnly();
    }
    return Response.status(UNPROCESSABLE)
        .entity(page)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .build();
  }
}
