package org.xiangpin.launch;

import jakarta.inject.Inject;
import org.xiangpin.people.FirstAdmin;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code people invite-admin}: the way into a new installation. */
@Command(
    name = "people",
    mixinStandardHelpOptions = true,
    description = "Looks after accounts from the server's terminal.")
public class PeopleCommand {

  @Inject FirstAdmin firstAdmin;

  /**
   * Prints a one-time link, valid for 7 days, by which the admin sets a password.
   *
   * @return 0, or 2 when the phone, the name or the county cannot be taken
   */
  @Command(
      name = "invite-admin",
      mixinStandardHelpOptions = true,
      description = "Invites a county's admin and prints the one-time link to hand over.")
  int inviteAdmin(
      @Option(names = "--phone", required = true, description = "Chinese mobile number.")
          String phone,
      @Option(names = "--name", required = true) String name,
      @Option(
              names = "--county",
              required = true,
              description = "12-digit code; import the regions first.")
          String county) {
    try {
      System.out.println(firstAdmin.invite(phone, name, county));
      return ExitCode.OK;
    } catch (Refusal refused) {
      System.err.println(refused.in(Lang.ZH) + " / " + refused.in(Lang.EN));
      return ExitCode.USAGE;
    }
  }
}
