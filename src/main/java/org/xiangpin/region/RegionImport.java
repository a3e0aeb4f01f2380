package org.xiangpin.region;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.xiangpin.region.Region.Level;
import org.xiangpin.region.RegionCsv.Row;
import org.xiangpin.shared.CsvFile;
import org.xiangpin.shared.Times;
import org.xiangpin.shared.UnreadableFile;

/**
 * Takes administrative divisions in from CSV files, the whole country as a stream. New codes are
 * added, changed names become the present name with the former one as an alias, everything else is
 * left alone, and nothing is removed: a file says nothing about the codes that are not in it.
 *
 * <p>Committed in batches, so that an interrupted import keeps what it did, and repeating it does
 * the rest.
 */
@ApplicationScoped
public class RegionImport {

  static final int BATCH = 5_000;

  private static final List<String> BUNDLED =
      List.of("provinces.csv", "cities.csv", "areas.csv", "streets.csv", "villages.csv");

  private final DataSource database;
  private final Clock clock;

  /** A file that can be read from its beginning, twice. */
  private record Source(String name, Opener opener) {

    interface Opener {
      InputStream open() throws IOException;
    }

    static Source of(Path path) {
      return new Source(path.getFileName().toString(), () -> unpacked(Files.newInputStream(path)));
    }

    static Source bundled(String name) {
      return new Source(name, () -> RegionImport.class.getResourceAsStream("/regions/" + name));
    }
  }

  /** A source whose header was understood. */
  private record Sheet(Source source, Level level) {}

  @Inject
  public RegionImport(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Not within a transaction: every batch has its own.
   *
   * @param files of any level, in any order, plain or gzip
   * @param progress a line every 50,000 rows, and the report
   * @return true when every line was taken
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public boolean run(List<Path> files, PrintStream progress) {
    return take(files.stream().map(Source::of).toList(), new RegionReport(progress));
  }

  /** The counties that come with this program; leaves alone what is there. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void bundled() {
    RegionReport quiet = new RegionReport(new PrintStream(OutputStream.nullOutputStream()));
    if (!take(BUNDLED.stream().map(Source::bundled).toList(), quiet)) {
      throw new IllegalStateException("the bundled regions were refused");
    }
  }

  private boolean take(List<Source> sources, RegionReport report) {
    List<Sheet> sheets = new ArrayList<>();
    for (Source source : sources) {
      report.reading(source.name());
      try (CsvFile file = CsvFile.open(source.opener().open())) {
        sheets.add(new Sheet(source, RegionCsv.of(file).level()));
      } catch (UnreadableFile e) {
        report.refuseFile(e);
      } catch (IOException e) {
        report.refuseFile(e);
      }
    }
    sheets.sort(Comparator.comparing(Sheet::level));
    for (Sheet sheet : sheets) {
      if (!take(sheet, report)) {
        break;
      }
    }
    RegionLineage.forgetAll();
    return report.end();
  }

  /** False when the database failed, after which no further file makes sense. */
  private boolean take(Sheet sheet, RegionReport report) {
    report.reading(sheet.source().name());
    try (CsvFile file = CsvFile.open(sheet.source().opener().open());
        Connection connection = database.getConnection();
        RegionStore store = new RegionStore(connection, sheet.level())) {
      report.understood(sheet.level(), file.charset());
      RegionCsv csv = RegionCsv.of(file);
      csv.expectParentsAmong(RegionStore.codesAbove(connection, sheet.level()));
      take(file, csv, store, report);
    } catch (UnreadableFile e) {
      report.refuseFile(e);
    } catch (IOException e) {
      report.refuseFile(e);
    } catch (SQLException e) {
      report.interrupted(e);
      return false;
    }
    return true;
  }

  private void take(CsvFile file, RegionCsv csv, RegionStore store, RegionReport report)
      throws SQLException {
    List<Row> batch = new ArrayList<>(BATCH);
    UnreadableFile brokenOff = null;
    try {
      while (file.hasNext()) {
        take(file.next(), csv, batch, report);
        if (batch.size() == BATCH) {
          store(batch, store, report);
          batch.clear();
        }
      }
    } catch (UnreadableFile e) {
      brokenOff = e;
    }
    // what was read before a file broke off is good
    store(batch, store, report);
    if (brokenOff != null) {
      throw brokenOff;
    }
  }

  private static void take(CsvFile.Row line, RegionCsv csv, List<Row> batch, RegionReport report) {
    report.read();
    RegionCsv.Fault fault = csv.faultOf(line);
    if (fault != null) {
      report.refuse(line.line(), fault);
      return;
    }
    Row row = csv.read(line);
    if (row.repeatsItsParent()) {
      report.repeatedItsParent();
    } else {
      batch.add(row);
    }
  }

  private void store(List<Row> batch, RegionStore store, RegionReport report) throws SQLException {
    Map<Row, String> known = store.add(batch);
    List<Row> changed =
        known.entrySet().stream()
            .filter(e -> !e.getKey().name().equals(e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!changed.isEmpty()) {
      LocalDate today = Times.today(clock);
      QuarkusTransaction.requiringNew().run(() -> changed.forEach(r -> rename(r, today)));
    }
    report.stored(batch.size() - known.size(), changed.size(), known.size() - changed.size());
  }

  private static void rename(Row row, LocalDate today) {
    Region.findByCode(row.code()).orElseThrow().rename(row.name(), today);
  }

  private static InputStream unpacked(InputStream file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
    in.mark(2);
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzip ? new GZIPInputStream(in, 1 << 16) : in;
  }
}
