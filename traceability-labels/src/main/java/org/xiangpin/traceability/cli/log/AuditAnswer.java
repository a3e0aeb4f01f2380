package org.xiangpin.traceability.cli.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xiangpin.traceability.cli.audit.AuditReport;
import org.xiangpin.traceability.cli.audit.Finding;
import org.xiangpin.traceability.cli.command.Report;
import org.xiangpin.traceability.log.Cosignature;

/** How an audit is told. */
final class AuditAnswer {
  private static final int SHOWN = 10;

  private AuditAnswer() {}

  static Report of(AuditReport report, List<Cosignature> witnesses) {
    return new Report(report.isWhole(), text(report, witnesses), members(report, witnesses));
  }

  private static Map<String, Object> members(AuditReport report, List<Cosignature> witnesses) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("origin", report.now().origin());
    members.put("size", report.now().size());
    members.put("root", report.now().root());
    members.put("computedRoot", report.root());
    members.put("olderSize", report.older().map(older -> older.size()));
    members.put("olderRoot", report.older().map(older -> older.root()));
    members.put("cosignatures", witnesses.stream().map(ProofVerifyCommand::members).toList());
    members.put("entries", report.entries());
    members.put("bytes", report.bytes());
    members.put("seconds", Math.round(report.seconds() * 1000) / 1000.0);
    members.put("firstBadIndex", report.first().map(Finding::from));
    members.put("firstBadIndexLatest", report.first().map(Finding::to));
    members.put("firstBadIndexProved", report.first().map(Finding::proved));
    members.put("findingsCount", report.count());
    members.put("findings", report.findings().stream().map(AuditAnswer::members).toList());
    return members;
  }

  private static Map<String, Object> members(Finding finding) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("kind", finding.kind().name());
    members.put("message", finding.message());
    if (!finding.path().isEmpty()) {
      members.put("file", finding.path());
    }
    if (finding.from() >= 0) {
      members.put("from", finding.from());
      members.put("to", finding.to());
      members.put("proved", finding.proved());
    }
    return members;
  }

  private static String text(AuditReport report, List<Cosignature> witnesses) {
    StringBuilder text = new StringBuilder();
    text.append(
        report.isWhole()
            ? "WHOLE: the log %s is what its signed checkpoint says.\n"
                .formatted(report.now().origin())
            : "NOT WHOLE: the log %s is damaged, or was tampered with.\n"
                .formatted(report.now().origin()));
    report.first().ifPresent(first -> text.append(firstBad(first)));
    report.findings().stream()
        .limit(SHOWN)
        .forEach(finding -> text.append("- ").append(finding.message()).append('\n'));
    if (report.count() > SHOWN) {
      text.append("- … %,d more\n".formatted(report.count() - SHOWN));
    }
    if (report.isWhole()) {
      text.append(
          report.older().isEmpty()
              ? "No older checkpoint was given (--against): whether it was rewritten is open.\n"
              : "It goes on from the older checkpoint of %,d entries: nothing was changed since.\n"
                  .formatted(report.older().get().size()));
      witnesses.forEach(w -> text.append("Seen by the witness " + w.key().name() + ".\n"));
    }
    text.append(
        "%,d of %,d entries (%,d bytes) read and hashed in %.1f s; root %s"
            .formatted(
                report.entries(),
                report.now().size(),
                report.bytes(),
                report.seconds(),
                report.root().map(Object::toString).orElse("unknown")));
    return text.toString();
  }

  private static String firstBad(Finding first) {
    String where =
        first.from() == first.to()
            ? "First bad index: " + first.from()
            : "First bad index: one from " + first.from() + " to " + first.to();
    return where + (first.proved() ? " (proved).\n" : " (not proved by a signature).\n");
  }
}
