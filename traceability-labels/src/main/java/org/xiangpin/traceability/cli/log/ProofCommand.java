package org.xiangpin.traceability.cli.log;

import picocli.CommandLine.Command;

/** Groups the commands about proofs. */
@Command(
    name = "proof",
    description = "Checks proofs that an entry is in a public log.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ProofVerifyCommand.class)
public final class ProofCommand {}
