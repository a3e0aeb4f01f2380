package org.xiangpin.traceability.cli;

import java.util.List;
import java.util.Locale;
import org.xiangpin.traceability.cli.command.ExitCode;
import org.xiangpin.traceability.cli.command.Fault;
import org.xiangpin.traceability.cli.command.ReportingCommand;
import org.xiangpin.traceability.cli.command.Terminal;
import org.xiangpin.traceability.cli.command.WrongUsage;
import org.xiangpin.traceability.cli.label.QrCommand;
import org.xiangpin.traceability.cli.label.SheetCommand;
import org.xiangpin.traceability.cli.link.ConvertCommand;
import org.xiangpin.traceability.cli.link.LinkCommand;
import org.xiangpin.traceability.cli.link.ParseCommand;
import org.xiangpin.traceability.cli.log.LogCommand;
import org.xiangpin.traceability.cli.log.ProofCommand;
import org.xiangpin.traceability.cli.sign.KeysCommand;
import org.xiangpin.traceability.cli.sign.SignCommand;
import org.xiangpin.traceability.cli.sign.VerifyCommand;
import org.xiangpin.traceability.cli.witness.WitnessCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The command line {@code traceability-labels}: links, labels, signatures and log proofs, for
 * whoever has nothing but this jar and a Java of 17 or later.
 *
 * <p>Every command ends with one of the codes of {@link ExitCode}.
 */
@Command(
    name = "traceability-labels",
    mixinStandardHelpOptions = true,
    versionProvider = TraceabilityLabels.Version.class,
    scope = ScopeType.INHERIT,
    description = "Makes and checks the labels of traced goods, and proves their public log.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, or checked and right",
      "1:checked and not right, or refused",
      "2:wrong usage",
      "3:a file or address could not be read or written"
    },
    subcommands = {
      ParseCommand.class,
      LinkCommand.class,
      ConvertCommand.class,
      QrCommand.class,
      SheetCommand.class,
      KeysCommand.class,
      SignCommand.class,
      VerifyCommand.class,
      ProofCommand.class,
      LogCommand.class,
      WitnessCommand.class
    })
public final class TraceabilityLabels implements ReportingCommand.Root {
  private final Terminal terminal;

  private TraceabilityLabels(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Terminal terminal() {
    return terminal;
  }

  /**
   * Runs one command and ends the Java machine with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    // a display may be named and not be there
    System.setProperty("java.awt.headless", "true");
    // some countries write other digits, which would reach paths of tiles and numbers of JSON
    Locale.setDefault(Locale.ROOT);
    System.exit(run(Terminal.ofProcess(), args));
  }

  /**
   * Runs one command.
   *
   * @param terminal where it reads and writes
   * @param args the command and its options
   * @return one of the codes of {@link ExitCode}
   */
  public static int run(Terminal terminal, String... args) {
    boolean json = List.of(args).contains("--json");
    int code;
    try {
      code = commandLine(terminal, json).execute(checked(args));
    } catch (OutOfMemoryError | StackOverflowError | IllegalArgumentException e) {
      code = Fault.of(e).tell(terminal, json);
    }
    return terminal.flush() ? code : ExitCode.UNREADABLE;
  }

  private static CommandLine commandLine(Terminal terminal, boolean json) {
    return new CommandLine(new TraceabilityLabels(terminal))
        // a value may begin with an at sign, and no one should read a file by accident
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setOut(terminal.writer())
        .setErr(terminal.errorWriter())
        .setParameterExceptionHandler((e, given) -> wrongUsage(e).tell(terminal, json))
        .setExecutionExceptionHandler((e, at, parsed) -> Fault.of(e).tell(terminal, json));
  }

  /** What a terminal without UTF-8 makes of a Chinese name must not stand on a label. */
  private static String[] checked(String... args) {
    for (String arg : args) {
      if (arg.indexOf('\uFFFD') >= 0) {
        throw new WrongUsage(
            "The terminal does not speak UTF-8, so an argument cannot be read; "
                + "export LC_ALL=C.UTF-8 first.");
      }
    }
    return args;
  }

  private static Fault wrongUsage(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String words = e.getMessage().replaceFirst("^Error: ", "");
    return Fault.of(new WrongUsage(Fault.sentence(words) + " Try " + command + " --help."));
  }

  /** Reads the version from the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = TraceabilityLabels.class.getPackage().getImplementationVersion();
      return new String[] {"traceability-labels " + (version == null ? "(not packaged)" : version)};
    }
  }
}
