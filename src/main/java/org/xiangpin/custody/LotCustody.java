package org.xiangpin.custody;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.traceability.LabelPosition;

/**
 * Where the labels of all rolls of a lot are: what the scan page needs to know. Immutable.
 *
 * @param byRoll by the roll's number
 * @param withCodes the numbers of rolls with one-time codes
 */
public record LotCustody(Map<Integer, Custody> byRoll, Set<Integer> withCodes) {

  /**
   * @param rolls of the lot; one may come several times
   * @param steps of those rolls, in any order
   */
  public static LotCustody of(Collection<LabelRoll> rolls, Collection<CustodyStep> steps) {
    Map<Long, List<CustodyStep>> ofRoll =
        steps.stream()
            .filter(Objects::nonNull)
            .sorted(Comparator.comparingInt(CustodyStep::number))
            .collect(Collectors.groupingBy(CustodyStep::rollId));
    Map<Integer, Custody> custody = new HashMap<>();
    Set<Integer> codes = new HashSet<>();
    for (LabelRoll roll : rolls) {
      if (roll != null && !custody.containsKey(roll.number())) {
        custody.put(roll.number(), Custody.of(ofRoll.getOrDefault(roll.id(), List.of())));
        if (roll.hasCodes()) {
          codes.add(roll.number());
        }
      }
    }
    return new LotCustody(custody, codes);
  }

  /** Where a label is; empty for one of a roll, or beyond it, that was never issued. */
  public Optional<Hands> at(LabelPosition label) {
    return Optional.ofNullable(byRoll.get(label.roll())).flatMap(c -> c.at(label.index()));
  }

  public boolean hasCode(LabelPosition label) {
    return withCodes.contains(label.roll());
  }
}
