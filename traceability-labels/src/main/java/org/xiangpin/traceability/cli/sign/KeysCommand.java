package org.xiangpin.traceability.cli.sign;

import picocli.CommandLine.Command;

/** Groups the commands about keys. */
@Command(
    name = "keys",
    description = "Makes the keys with which labels are signed and checked.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = KeysNewCommand.class)
public final class KeysCommand {}
