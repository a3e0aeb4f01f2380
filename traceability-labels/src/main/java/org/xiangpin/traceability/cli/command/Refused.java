package org.xiangpin.traceability.cli.command;

import java.util.Map;

/** What was given was read and is not right. */
public final class Refused extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, Object> details;

  /**
   * Refuses something.
   *
   * @param message one whole sentence
   */
  public Refused(String message) {
    this(message, Map.of(), null);
  }

  private Refused(String message, Map<String, Object> details, Throwable cause) {
    super(message, cause);
    this.details = details;
  }

  /**
   * Says in which of the things that were given the library found a fault.
   *
   * @param where a file, a line, an argument
   * @param e the library's refusal
   * @return the same refusal in one sentence that begins with the place
   */
  public static Refused in(String where, IllegalArgumentException e) {
    String message = Fault.sentence(where + ": " + Fault.words(e));
    return new Refused(message, e instanceof Refused r ? r.details : Fault.details(e), e);
  }

  Map<String, Object> details() {
    return details;
  }
}
