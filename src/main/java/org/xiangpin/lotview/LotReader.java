package org.xiangpin.lotview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.xiangpin.custody.CustodyStep;
import org.xiangpin.custody.LotCustody;
import org.xiangpin.label.LabelRoll;
import org.xiangpin.shared.Times;
import org.xiangpin.trace.Certification;
import org.xiangpin.trace.CommitmentCertificate;
import org.xiangpin.trace.Lot;
import org.xiangpin.trace.TraceEvent;

/** Reads a lot as the scan page shows it. */
@ApplicationScoped
class LotReader {

  /**
   * @param view null for a lot that does not exist
   * @param labels where its labels are
   */
  record Found(TraceView view, LotCustody labels) {}

  @Inject LotBackgrounds backgrounds;
  @Inject EntityManager database;
  @Inject Clock clock;

  /**
   * One statement; one more when the names of the place are not in memory, and once a minute those
   * of {@link LotBackgrounds}.
   */
  Found read(LotWatch.LotKey key) {
    List<Object[]> rows =
        database
            .createQuery(
                "select l, c, m, e, s, r from Lot l join fetch l.product join fetch l.producer"
                    + " left join fetch l.plot left join Certification c on c.lotId = l.id"
                    + " left join CommitmentCertificate m on m.lotId = l.id"
                    + " left join TraceEvent e on e.lotId = l.id and e.repeated = false"
                    + " left join CustodyStep s on s.eventId = e.id"
                    + " left join LabelRoll r on r.id = s.rollId"
                    + " where l.gtin = :gtin and l.code = :code order by e.recordedAt, e.id",
                Object[].class)
            .setParameter("gtin", key.gtin())
            .setParameter("code", key.code())
            .getResultList();
    LotCustody labels =
        LotCustody.of(
            rows.stream().map(row -> (LabelRoll) row[5]).toList(),
            rows.stream().map(row -> (CustodyStep) row[4]).toList());
    if (rows.isEmpty()) {
      return new Found(null, labels);
    }
    Object[] first = rows.get(0);
    TraceView view =
        TraceView.of(
            (Lot) first[0],
            (Certification) first[1],
            (CommitmentCertificate) first[2],
            rows.stream().map(row -> (TraceEvent) row[3]).filter(Objects::nonNull).toList(),
            backgrounds,
            Times.today(clock));
    return new Found(view, labels);
  }
}
