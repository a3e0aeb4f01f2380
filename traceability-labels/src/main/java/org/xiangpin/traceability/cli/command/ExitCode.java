package org.xiangpin.traceability.cli.command;

/** The codes with which every command ends. */
public final class ExitCode {
  /** Done, or checked and right. */
  public static final int OK = 0;

  /** Checked and not right, or refused because something that was given is malformed. */
  public static final int REFUSED = 1;

  /** Options or arguments that no command has, or that do not go together. */
  public static final int USAGE = 2;

  /** A file or an address could not be read or written. */
  public static final int UNREADABLE = 3;

  private ExitCode() {}
}
