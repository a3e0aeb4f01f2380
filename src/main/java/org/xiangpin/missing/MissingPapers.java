package org.xiangpin.missing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.ProducerGaps;
import org.xiangpin.producer.ProducerScope;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.Lot;

/** Finds what is missing within a scope, or of one producer for its page. */
@ApplicationScoped
class MissingPapers implements ProducerGaps {

  /** On a producer's page; the list has the others. */
  private static final int MOST_OF_A_KIND = 3;

  @Inject EntityManager database;
  @Inject Clock clock;

  /**
   * One thing that is missing.
   *
   * @param lot null when it is about the producer alone
   * @param about id of the lot, the intake or the producer
   */
  record Item(MissingKind kind, Producer producer, Lot lot, Long about) {

    public String href() {
      return kind.href(Ids.toText(about));
    }

    public String what(Lang t) {
      return lot == null
          ? kind.label(t)
          : lot.product().label(t) + " " + t.weight(lot.quantityGrams()) + " · " + lot.code();
    }
  }

  @Override
  public List<Gap> gaps(Producer producer, CurrentAccount me, Lang t) {
    ProducerScope one = new ProducerScope("p.id = :producer", Map.of("producer", producer.id()));
    return Arrays.stream(MissingKind.values())
        .flatMap(kind -> find(one, kind, MOST_OF_A_KIND).stream())
        .map(
            item ->
                new Gap(
                    item.kind.label(t) + (item.lot == null ? "" : t.of("：", ": ") + item.what(t)),
                    item.kind.next(t),
                    item.href()))
        .toList();
  }

  long count(ProducerScope scope, MissingKind kind) {
    ProducerScope asked = asked(scope, kind);
    return asked
        .fill(
            database.createQuery(
                "select count(*) from " + kind.from() + " where " + where(asked, kind), Long.class))
        .getSingleResult();
  }

  /** The newest first. */
  List<Item> find(ProducerScope scope, MissingKind kind, int limit) {
    ProducerScope asked = asked(scope, kind);
    String about = kind.isAboutIntake() ? "i.id" : kind.isAboutLots() ? "l.id" : "p.id";
    String select =
        kind.isAboutLots() ? "select p, " + about + ", l from " : "select p, " + about + " from ";
    List<Item> items = new ArrayList<>();
    asked
        .fill(
            database.createQuery(
                select
                    + kind.from()
                    + (kind.isAboutLots() ? " join fetch l.product" : "")
                    + " where "
                    + where(asked, kind)
                    + " order by "
                    + about
                    + " desc",
                Object[].class))
        .setMaxResults(limit)
        .getResultList()
        .forEach(
            row ->
                items.add(
                    new Item(
                        kind,
                        (Producer) row[0],
                        row.length > 2 ? (Lot) row[2] : null,
                        (Long) row[1])));
    return items;
  }

  private ProducerScope asked(ProducerScope scope, MissingKind kind) {
    ProducerScope asked = scope;
    for (Map.Entry<String, Object> value : kind.parameters().entrySet()) {
      asked = asked.with(value.getKey(), value.getValue());
    }
    return kind.isJudgedByDay() ? asked.with("today", Times.today(clock)) : asked;
  }

  private static String where(ProducerScope scope, MissingKind kind) {
    return "(" + kind.where() + ") and " + scope.where();
  }
}
