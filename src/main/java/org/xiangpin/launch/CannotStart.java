package org.xiangpin.launch;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;

/** A start that is refused or failed; the message is for the person at the terminal. */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Exit codes after BSD's sysexits.h, as far as they fit. */
  static final int UNAVAILABLE = 69;

  static final int IO_ERROR = 74;
  static final int CONFIGURATION = 78;

  private final int exitCode;

  CannotStart(int exitCode, String chinese, String english) {
    this(exitCode, chinese, english, null);
  }

  CannotStart(int exitCode, String chinese, String english, Throwable cause) {
    super(chinese + System.lineSeparator() + english, cause);
    this.exitCode = exitCode;
  }

  /** What lies at the bottom of a failure, in the words of the system or of the driver. */
  static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    if (root instanceof FileAlreadyExistsException file) {
      return file.getFile() + " is a file, not a folder";
    }
    if (root instanceof AccessDeniedException file) {
      return file.getFile() + ": permission denied";
    }
    String message = root.getMessage();
    return message == null ? root.toString() : message.lines().findFirst().orElse("").strip();
  }

  int exitCode() {
    return exitCode;
  }
}
