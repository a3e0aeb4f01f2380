package org.xiangpin.launch;

/** A start that is refused or failed; the message is for the person at the terminal. */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Exit codes after BSD's sysexits.h, as far as they fit. */
  static final int UNAVAILABLE = 69;

  static final int IO_ERROR = 74;
  static final int CONFIGURATION = 78;

  private final int exitCode;

  CannotStart(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  CannotStart(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
