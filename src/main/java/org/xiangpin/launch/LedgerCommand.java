package org.xiangpin.launch;

import jakarta.inject.Inject;
import org.xiangpin.ledger.LedgerAuditor;
import org.xiangpin.ledger.LedgerReport;
import picocli.CommandLine.Command;

/** {@code ledger verify}: proves the books from the server's terminal. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = "Looks after the books from the server's terminal.")
public class LedgerCommand {

  @Inject LedgerAuditor auditor;

  /**
   * Adds up every posting of every entry and account, and prints what is wrong.
   *
   * @return 0 when all is well, 1 when something is wrong
   */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Proves that every entry balances and every balance is what was posted.")
  int verify() {
    LedgerReport report = auditor.check();
    report.faults().forEach(System.err::println);
    System.out.printf(
        "%d entries, %d postings: %s%n",
        report.entries(),
        report.postings(),
        report.isSound() ? "sound" : report.faults().size() + " faults");
    return report.isSound() ? 0 : 1;
  }
}
