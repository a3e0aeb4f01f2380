package org.xiangpin.traceability.cli.witness;

import picocli.CommandLine.Command;

/** Groups the commands of a witness. */
@Command(
    name = "witness",
    description = "Watches logs of others, and signs what goes on from what it saw.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {WitnessNewCommand.class, WitnessServeCommand.class})
public final class WitnessCommand {}
