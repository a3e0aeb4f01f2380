package org.xiangpin.launch;

import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The subcommands of the service's jar. */
@Command(
    name = "xiangpin",
    mixinStandardHelpOptions = true,
    description = "Without a subcommand: serves until Ctrl-C.",
    subcommands = {ImportCommand.class, PeopleCommand.class})
public class Commands {

  private static final Set<String> WORDS = Set.of("import", "people");
  private static final Set<String> HELP = Set.of("-h", "--help", "help", "-V", "--version");

  static boolean isHelp(String... args) {
    return HELP.contains(args[0]);
  }

  static int help() {
    new CommandLine(
            new Commands(),
            new CommandLine.IFactory() {
              @Override
              public <K> K create(Class<K> type) throws Exception {
                return CommandLine.defaultFactory().create(type);
              }
            })
        .usage(System.out);
    return 0;
  }

  /** Before a database is touched for a mistyped word. */
  static void refuseUnknown(String... args) {
    if (!WORDS.contains(args[0])) {
      throw new CannotStart(
          CommandLine.ExitCode.USAGE, "Unknown subcommand: " + args[0] + ". Try --help.");
    }
  }
}
