package org.xiangpin.custody;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.xiangpin.account.Account;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.producer.Producer;
import org.xiangpin.region.Region;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.TraceEvent;

/**
 * A roll as its page shows it to one person.
 *
 * @param history its steps, the latest first
 * @param isOffice whether this person may give from the stock and from anybody's hands
 * @param givers in whose hands labels are that this person may give or void
 * @param receivers to whom labels of this lot may be handed
 */
public record RollView(
    LabelRoll roll,
    Custody custody,
    List<Past> history,
    boolean isOffice,
    List<Custody.Range> givers,
    List<Holder> receivers) {

  /** A step, and who did it, when and why. */
  public record Past(CustodyStep step, TraceEvent event) {}

  static RollView of(LabelRoll roll, CurrentAccount me) {
    List<CustodyStep> steps = CustodyStep.ofRoll(roll.id());
    Custody custody = Custody.of(steps);
    boolean isOffice = roll.lot().isJudgedBy(me);
    List<Custody.Range> givers =
        custody.ranges().stream()
            .filter(r -> !r.hands().isVoid() && (isOffice || r.isWith(me.id())))
            .filter(firstOfItsHolder(custody))
            .toList();
    List<Past> history =
        steps.stream()
            .sorted((one, other) -> other.number() - one.number())
            .map(step -> new Past(step, TraceEvent.findById(step.eventId())))
            .toList();
    return new RollView(
        roll, custody, history, isOffice, givers, givers.isEmpty() ? List.of() : receivers(roll));
  }

  private static Predicate<Custody.Range> firstOfItsHolder(Custody custody) {
    return range ->
        custody.ranges().stream()
            .filter(r -> r.hands() == range.hands() && r.giver().equals(range.giver()))
            .findFirst()
            .filter(range::equals)
            .isPresent();
  }

  /** The township's inspectors and officers, and the producer itself. */
  private static List<Holder> receivers(LabelRoll roll) {
    Lot lot = roll.lot();
    String township = lot.townshipCode();
    Stream<Holder> officials =
        Stream.of(Role.TOWNSHIP_INSPECTOR, Role.LIAISON_OFFICER)
            .flatMap(
                role ->
                    Account.holding(role, township).stream()
                        .filter(account -> !account.isDisabled())
                        .flatMap(account -> holders(account, role, township)));
    return Stream.concat(grower(lot.producer()), officials).toList();
  }

  private static Stream<Holder> holders(Account account, Role role, String township) {
    return account.rolesInOrder().stream()
        .filter(r -> r.role() == role)
        .filter(r -> Region.covers(township, r.regionCode()))
        .map(r -> new Holder(account.id(), account.name(), r.regionCode()));
  }

  private static Stream<Holder> grower(Producer producer) {
    return Stream.ofNullable(producer.accountId())
        .map(id -> Account.<Account>findById(id))
        .filter(account -> !account.isDisabled())
        .map(account -> new Holder(account.id(), account.name(), producer.regionCode()));
  }

  public long count(Hands hands) {
    return custody.ranges().stream()
        .filter(r -> r.hands() == hands)
        .mapToLong(Custody.Range::size)
        .sum();
  }

  /** Labels that are with nobody yet, in use, and void. */
  public long stocked() {
    return count(Hands.IN_STOCK);
  }

  public long inUse() {
    return count(Hands.IN_HANDS);
  }

  public long voided() {
    return count(Hands.SPOILED) + count(Hands.LOST);
  }
}
