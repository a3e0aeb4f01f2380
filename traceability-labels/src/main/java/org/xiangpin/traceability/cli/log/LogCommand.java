package org.xiangpin.traceability.cli.log;

import picocli.CommandLine.Command;

/** Groups the commands about logs. */
@Command(
    name = "log",
    description = "Proves a whole public log.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = LogAuditCommand.class)
public final class LogCommand {}
