package org.xiangpin.traceability.cli.command;

/** Options or arguments that do not go together. */
public final class WrongUsage extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Refuses a use.
   *
   * @param message one whole sentence
   */
  public WrongUsage(String message) {
    super(message);
  }
}
