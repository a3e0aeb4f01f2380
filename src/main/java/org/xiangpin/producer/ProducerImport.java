package org.xiangpin.producer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xiangpin.account.CurrentAccount;
import org.xiangpin.account.Role;
import org.xiangpin.producer.ProducerSheet.Identity;
import org.xiangpin.producer.ProducerSheet.Line;
import org.xiangpin.shared.CsvFile;
import org.xiangpin.shared.ImportReport;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.UnreadableFile;

/**
 * Takes a village's or a county's list of producers in from a CSV file: all of it or, with any
 * problem, nothing. Who is known already is not entered again; only plots that are new are added.
 */
@ApplicationScoped
public class ProducerImport {

  private record NamedPlot(Long producerId, String name) {}

  @Inject Clock clock;

  /**
   * @param me whose villages the list may name
   * @throws UnreadableFile when the file cannot be read at all
   */
  @Transactional
  public ImportReport run(InputStream csv, CurrentAccount me) throws IOException {
    Instant now = Times.now(clock);
    ProducerSheet sheet;
    try (CsvFile file = CsvFile.open(csv)) {
      sheet = ProducerSheet.read(file, me, now);
    }
    if (!sheet.problems().isEmpty()) {
      return new ImportReport(sheet.read(), 0, 0, sheet.problems());
    }
    int added = write(sheet.lines(), me, now);
    return new ImportReport(sheet.read(), added, sheet.read() - added, List.of());
  }

  private static int write(List<Line> lines, CurrentAccount me, Instant now) {
    Map<Identity, Producer> known = new HashMap<>();
    lines.stream()
        .map(line -> line.producer().regionCode())
        .distinct()
        .flatMap(village -> Producer.<Producer>stream("regionCode", village))
        .forEach(p -> known.put(Identity.of(p), p));
    Set<NamedPlot> plots = new HashSet<>();
    known.keySet().stream()
        .map(Identity::village)
        .distinct()
        .flatMap(village -> Plot.<Plot>stream("regionCode", village))
        .forEach(plot -> plots.add(new NamedPlot(plot.producerId(), plot.name())));
    int added = 0;
    for (Line line : lines) {
      Producer producer = known.get(line.identity());
      if (producer == null) {
        producer = line.producer();
        if (me.covers(Role.LIAISON_OFFICER, producer.regionCode())) {
          producer.entrustTo(me.account());
        }
        producer.persist();
        ProducerLog.add(producer.id(), ProducerEvent.ENTERED, producer.actor(me), null, now);
        known.put(line.identity(), producer);
        added++;
      }
      if (line.plot() != null && plots.add(new NamedPlot(producer.id(), line.plot()))) {
        new Plot(producer, line.plot(), producer.regionCode(), line.squareMetres()).persist();
        ProducerLog.add(
            producer.id(), ProducerEvent.PLOT_ADDED, producer.actor(me), line.plot(), now);
      }
    }
    return added;
  }
}
