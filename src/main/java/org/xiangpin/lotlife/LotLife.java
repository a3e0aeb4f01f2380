package org.xiangpin.lotlife;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.xiangpin.epcis.EpcisEvents;
import org.xiangpin.epcis.EventPage;
import org.xiangpin.epcis.StoredEvent;
import org.xiangpin.lineage.LotGraph;
import org.xiangpin.lotevent.Goods;
import org.xiangpin.trace.Lot;
import org.xiangpin.traceability.DigitalLink;
import org.xiangpin.traceability.Gtin;

/** Finds the events of lots: a page takes the same few statements however many lots there are. */
@ApplicationScoped
class LotLife {

  /** Lots of one lineage. */
  static final int MOST_LOTS = 10_000;

  /** Events of a document in one piece. */
  static final int MOST_EVENTS = 5_000;

  private static final String LARGEST_PAGE = "1000";

  @Inject LotGraph graph;
  @Inject EpcisEvents events;
  @Inject EntityManager database;

  /**
   * @param perPage events, from 1 to 1,000
   * @param token of the page before; null for the first
   * @throws LifeTooLarge for a lineage of more than {@link #MOST_LOTS}
   */
  EventPage page(Lot lot, Reach reach, String perPage, String token) {
    return events.ownOf(names(lot, reach), perPage, token);
  }

  /**
   * A lot's own life in one document.
   *
   * @throws LifeTooLarge for more than {@link #MOST_EVENTS}
   */
  String document(Lot lot) {
    List<StoredEvent> all = new ArrayList<>();
    String token = null;
    do {
      EventPage page = page(lot, Reach.NONE, LARGEST_PAGE, token);
      all.addAll(page.events());
      if (all.size() > MOST_EVENTS) {
        throw LifeTooLarge.events();
      }
      token = page.next().isEmpty() ? null : page.next();
    } while (token != null);
    return events.document(all);
  }

  private List<String> names(Lot lot, Reach reach) {
    Set<Long> lots = new TreeSet<>();
    if (reach.isUp()) {
      lots.addAll(graph.ancestorsOf(lot.id()));
    }
    if (reach.isDown()) {
      lots.addAll(graph.descendantsOf(lot.id()));
    }
    if (lots.size() >= MOST_LOTS) {
      throw LifeTooLarge.lots(lots.size() + 1);
    }
    List<String> names = new ArrayList<>(List.of(Goods.name(lot.link())));
    if (!lots.isEmpty()) {
      database
          .createQuery(
              "select l.gtin, l.code from Lot l where l.id in :lots order by l.id", Object[].class)
          .setParameter("lots", lots)
          .getResultList()
          .forEach(row -> names.add(name(row[0].toString(), row[1].toString())));
    }
    return names;
  }

  private static String name(String gtin, String code) {
    return Goods.name(DigitalLink.ofLot(Gtin.parse(gtin), code));
  }
}
