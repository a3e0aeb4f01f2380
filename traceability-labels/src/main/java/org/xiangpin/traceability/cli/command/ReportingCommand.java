package org.xiangpin.traceability.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share: an answer as text or as JSON, and an exit code. */
public abstract class ReportingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Answer as one JSON object, its member \"ok\" first.")
  private boolean json;

  /** The root of the commands, which knows where they read and write. */
  public interface Root {
    /**
     * Returns where all commands read and write.
     *
     * @return never null
     */
    Terminal terminal();
  }

  /** For subclasses. */
  protected ReportingCommand() {}

  /**
   * Does the work.
   *
   * @return the answer
   * @throws Exception whatever {@link Fault} makes one sentence of
   */
  protected abstract Report report() throws Exception;

  /**
   * Returns where this command reads and writes.
   *
   * @return never null
   */
  protected final Terminal terminal() {
    return ((Root) spec.root().userObject()).terminal();
  }

  /**
   * Says whether the answer is told in JSON.
   *
   * @return whether the option was given
   */
  protected final boolean isJson() {
    return json;
  }

  @Override
  public final Integer call() throws Exception {
    Report report = report();
    if (json) {
      terminal().print(report.json());
    } else if (!report.text().isEmpty()) {
      terminal().print(report.text());
    }
    return report.exitCode();
  }
}
