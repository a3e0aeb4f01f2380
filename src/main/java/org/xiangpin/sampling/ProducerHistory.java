package org.xiangpin.sampling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xiangpin.residue.LabReport;
import org.xiangpin.residue.RapidTest;
import org.xiangpin.shared.Times;
import org.xiangpin.spray.Spray;
import org.xiangpin.trace.Lot;

/**
 * What the records tell of a producer, for the sampling plan.
 *
 * @param findings positive ones of the last three rapid tests, and failing reports of a year
 * @param sprays records of a year, corrected ones too
 * @param lateSprays those of them that were written down more than a week later
 * @param daysUntested since the last test or report; since the first lot without any
 */
record ProducerHistory(int findings, int sprays, int lateSprays, int daysUntested) {

  private static final int TESTS_LOOKED_AT = 3;
  private static final int DAYS_TO_RECORD = 7;

  /** Of many producers at once, with a fixed number of statements. */
  static Map<Long, ProducerHistory> of(Collection<Long> producers, Clock clock) {
    Instant now = Times.now(clock);
    LocalDate yearAgo = Times.today(clock).minusYears(1);
    Map<Long, Instant> last = firstLots(producers);
    Map<Long, List<Boolean>> tests = new HashMap<>();
    Map<Long, Integer> failed = new HashMap<>();
    for (Object[] row :
        rows(
            "select l.producer.id, t from RapidTest t join Lot l on l.id = t.lotId",
            producers,
            "t.id")) {
      RapidTest test = (RapidTest) row[1];
      last.merge((Long) row[0], test.testedAt(), ProducerHistory::later);
      tests.computeIfAbsent((Long) row[0], p -> new ArrayList<>()).add(test.isPositive());
    }
    for (Object[] row :
        rows(
            "select l.producer.id, r from LabReport r join Lot l on l.id = r.lotId",
            producers,
            "r.id")) {
      LabReport report = (LabReport) row[1];
      last.merge((Long) row[0], report.recordedAt(), ProducerHistory::later);
      if (!report.isPassed() && report.issuedOn().isAfter(yearAgo)) {
        failed.merge((Long) row[0], 1, Integer::sum);
      }
    }
    Map<Long, List<Spray>> sprays = new HashMap<>();
    Spray.<Spray>list("producerId in ?1 and sprayedOn > ?2", producers, yearAgo)
        .forEach(s -> sprays.computeIfAbsent(s.producerId(), p -> new ArrayList<>()).add(s));
    Map<Long, ProducerHistory> histories = new HashMap<>();
    for (Long producer : producers) {
      List<Spray> own = sprays.getOrDefault(producer, List.of());
      histories.put(
          producer,
          new ProducerHistory(
              positives(tests.getOrDefault(producer, List.of())) + failed.getOrDefault(producer, 0),
              own.size(),
              (int) own.stream().filter(s -> s.daysLate() > DAYS_TO_RECORD).count(),
              (int) Math.max(0, Duration.between(last.get(producer), now).toDays())));
    }
    return histories;
  }

  private static Map<Long, Instant> firstLots(Collection<Long> producers) {
    Map<Long, Instant> first = new HashMap<>();
    for (Object[] row :
        Lot.getEntityManager()
            .createQuery(
                "select l.producer.id, min(l.createdAt) from Lot l where l.producer.id in ?1"
                    + " group by l.producer.id",
                Object[].class)
            .setParameter(1, producers)
            .getResultList()) {
      first.put((Long) row[0], (Instant) row[1]);
    }
    return first;
  }

  private static List<Object[]> rows(String select, Collection<Long> producers, String order) {
    return Lot.getEntityManager()
        .createQuery(select + " where l.producer.id in ?1 order by " + order, Object[].class)
        .setParameter(1, producers)
        .getResultList();
  }

  private static int positives(List<Boolean> inOrder) {
    return (int)
        inOrder.stream()
            .skip(Math.max(0, inOrder.size() - TESTS_LOOKED_AT))
            .filter(positive -> positive)
            .count();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
