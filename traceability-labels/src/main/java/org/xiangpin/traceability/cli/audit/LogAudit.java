package org.xiangpin.traceability.cli.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xiangpin.traceability.cli.audit.Finding.Kind;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.TreeHash;

/**
 * Reads a whole log and proves it again from its entries. One instance an audit, one caller; the
 * bundles are read and hashed by as many threads as suit the log's files.
 */
public final class LogAudit {
  private final LogFiles files;
  private final Checkpoint now;
  private final Optional<Checkpoint> older;
  private final List<Checkpoint> signed = new ArrayList<>();
  private final Findings findings = new Findings();
  private Optional<OlderTiles> olderTiles = Optional.empty();
  private Optional<TileFolder> kept = Optional.empty();

  /**
   * Prepares an audit.
   *
   * @param files the log
   * @param now the log's checkpoint, its signatures being checked by the caller
   * @param older an older checkpoint of the same log, checked by the caller
   */
  public LogAudit(LogFiles files, Checkpoint now, Optional<Checkpoint> older) {
    this.files = files;
    this.now = now;
    this.older = older;
    older.ifPresent(signed::add);
    signed.add(now);
  }

  /**
   * Adds a fault that the caller found in the signatures of the log's checkpoint.
   *
   * @param message one sentence
   */
  public void addSignatureFault(String message) {
    signed.remove(now);
    findings.add(Finding.of(Kind.SIGNATURE, message));
  }

  /**
   * Takes tiles that were kept with the older checkpoint.
   *
   * @param tiles where they lie
   * @throws IOException when one is missing or cannot be read
   */
  public void useOlderTiles(LogFiles tiles) throws IOException {
    olderTiles = OlderTiles.prove(tiles, older.orElseThrow());
    if (olderTiles.isEmpty()) {
      String message =
          "The older tiles do not lead to the older checkpoint's root, so they prove nothing.";
      findings.add(Finding.of(Kind.OLDER_TILES, message));
    }
  }

  /**
   * Has the recomputed tiles of level 0 kept, to be older tiles of a later audit.
   *
   * @param folder where they go; not there yet
   * @throws IOException when it is there, or cannot be made
   */
  public void keepTiles(Path folder) throws IOException {
    kept = Optional.of(TileFolder.create(folder));
  }

  /**
   * Audits the log.
   *
   * @return what came out
   * @throws IOException when the log's files cannot be read, which is not the same as missing
   */
  public AuditReport run() throws IOException {
    long start = System.nanoTime();
    checkRolledBack();
    LogScan scan = new LogScan(files, now.size(), older, olderTiles, kept, findings);
    Optional<TreeHash> root = scan.run();
    if (root.isPresent() && !root.get().equals(now.root())) {
      String message = "The entries lead to the root %s, but the checkpoint says %s.";
      findings.add(Finding.of(Kind.ROOT, message.formatted(root.get(), now.root())));
    }
    new TileProof(files, now.size(), signed).changedEntry(findings).ifPresent(findings::add);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new AuditReport(
        now,
        older,
        root,
        scan.entries(),
        scan.bytes(),
        seconds,
        findings.list(),
        findings.first(),
        findings.count());
  }

  private void checkRolledBack() {
    long size = now.size();
    if (older.isPresent() && size < older.get().size()) {
      String message =
          "The log has %d entries and had %d: those from %d on were cut off, or an older state"
              + " was put back.";
      findings.add(
          Finding.atEntry(
              Kind.ROLLED_BACK,
              "",
              size,
              false,
              message.formatted(size, older.get().size(), size)));
    }
  }
}
