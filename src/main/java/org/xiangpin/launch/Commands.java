package org.xiangpin.launch;

import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The subcommands of the service's jar. */
@Command(
    name = "xiangpin",
    mixinStandardHelpOptions = true,
    description = "Without a subcommand: serves until Ctrl-C.",
    subcommands = {ImportCommand.class, PeopleCommand.class, LedgerCommand.class})
public class Commands {

  private static final Set<String> WORDS = Set.of("import", "people", "ledger");
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
          CommandLine.ExitCode.USAGE,
          "没有这个子命令：" + args[0] + "。--help 列出全部。",
          "Unknown subcommand: " + args[0] + ". Try --help.");
    }
    // what a terminal without UTF-8 makes of a Chinese name must not become a person's name
    if (String.join("", args).indexOf('\uFFFD') >= 0) {
      throw new CannotStart(
          CommandLine.ExitCode.USAGE,
          "这个终端没有用 UTF-8，中文读不出来。请先执行 export LC_ALL=C.UTF-8",
          "This terminal does not speak UTF-8, so Chinese cannot be read: export LC_ALL=C.UTF-8 first.");
    }
  }
}
