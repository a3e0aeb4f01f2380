package org.xiangpin.custody;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.xiangpin.shared.Lang;

/**
 * Where each label of a roll is: its steps, one after the other, laid over the range that each is
 * about. Neighbours that are in the same hands are one range. Immutable.
 */
public final class Custody {

  /**
   * Labels that follow each other and are in the same hands.
   *
   * @param first from 1
   * @param last not before {@code first}
   * @param holder null unless {@code hands} is {@link Hands#IN_HANDS}
   */
  public record Range(int first, int last, Hands hands, Holder holder) {

    public int size() {
      return last - first + 1;
    }

    /** Whether it is where it may be given from: this person's hands, or for null the stock. */
    public boolean isWith(Long accountId) {
      return accountId == null
          ? hands == Hands.IN_STOCK
          : hands == Hands.IN_HANDS && holder.accountId().equals(accountId);
    }

    /** As a form sends from whom labels are given; empty for the stock. */
    public String giver() {
      return holder == null ? "" : holder.accountId().toString();
    }

    /** 1–500, or 7 for one alone. */
    public String labels(Lang lang) {
      return first == last ? lang.number(first) : lang.number(first) + "–" + lang.number(last);
    }

    private boolean isSameAs(Range other) {
      return hands == other.hands && Objects.equals(holder, other.holder);
    }
  }

  private final TreeMap<Integer, Range> ranges = new TreeMap<>();

  /**
   * @param steps of one roll, in their order
   */
  public static Custody of(Collection<CustodyStep> steps) {
    Custody custody = new Custody();
    for (CustodyStep step : steps) {
      custody.lay(new Range(step.first, step.last, step.kind.after(), step.holder().orElse(null)));
    }
    return custody;
  }

  private void lay(Range range) {
    cutAt(range.first());
    cutAt(range.last() + 1);
    ranges.subMap(range.first(), true, range.last(), true).clear();
    Range whole = range;
    Map.Entry<Integer, Range> before = ranges.lowerEntry(whole.first());
    if (before != null && adjoins(before.getValue(), whole)) {
      ranges.remove(before.getKey());
      whole = new Range(before.getKey(), whole.last(), whole.hands(), whole.holder());
    }
    Map.Entry<Integer, Range> after = ranges.higherEntry(whole.last());
    if (after != null && adjoins(whole, after.getValue())) {
      ranges.remove(after.getKey());
      whole = new Range(whole.first(), after.getValue().last(), whole.hands(), whole.holder());
    }
    ranges.put(whole.first(), whole);
  }

  private static boolean adjoins(Range left, Range right) {
    return left.last() + 1 == right.first() && left.isSameAs(right);
  }

  /** A range begins at this index, if one reaches over it. */
  private void cutAt(int index) {
    Map.Entry<Integer, Range> over = ranges.lowerEntry(index);
    if (over != null && over.getValue().last() >= index) {
      Range range = over.getValue();
      ranges.put(range.first(), new Range(range.first(), index - 1, range.hands(), range.holder()));
      ranges.put(index, new Range(index, range.last(), range.hands(), range.holder()));
    }
  }

  /** In the order of the labels. */
  public List<Range> ranges() {
    return List.copyOf(ranges.values());
  }

  /** Where a label is; empty for an index that was never issued. */
  public Optional<Hands> at(int index) {
    Map.Entry<Integer, Range> from = ranges.floorEntry(index);
    return from == null || from.getValue().last() < index
        ? Optional.empty()
        : Optional.of(from.getValue().hands());
  }

  /**
   * The first range within these labels that is not where it should be given from; empty when all
   * are there.
   *
   * @param giver account, or null for the office's stock
   */
  Optional<Range> notWith(Long giver, int first, int last) {
    return ranges.values().stream()
        .filter(r -> r.first() <= last && r.last() >= first && !r.isWith(giver))
        .findFirst();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Custody that && ranges.equals(that.ranges);
  }

  @Override
  public int hashCode() {
    return ranges.hashCode();
  }
}
