package org.xiangpin.traceability.cli.sign;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xiangpin.traceability.cli.command.Fault;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Report;
import org.xiangpin.traceability.cli.command.ReportingCommand;
import org.xiangpin.traceability.sign.InvalidSignedLink;
import org.xiangpin.traceability.sign.KeySet;
import org.xiangpin.traceability.sign.LabelKey;
import org.xiangpin.traceability.sign.LabelStatement;
import org.xiangpin.traceability.sign.LabelVerifier;
import org.xiangpin.traceability.sign.SignatureVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code verify}: checks a label's signature offline. */
@Command(
    name = "verify",
    description = "Checks offline who made a label: the signature in its link.",
    footer = {
      "",
      "A right signature proves who made the label, not that the label was not copied.",
      "",
      "Example:",
      "  verify 'https://trace.example.cn/01/09520123456788/10/A1?s=a.…' --keys keys.json"
    })
public final class VerifyCommand extends ReportingCommand {
  @Parameters(paramLabel = "URI", description = "The link as scanned.")
  private String uri;

  @Option(
      names = "--keys",
      required = true,
      paramLabel = "FILE",
      description = "The issuer's key set (JSON).")
  private String keys;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "The time of the check, such as 2026-11-21T08:00:00Z (default: now).")
  private Instant at;

  @Override
  protected Report report() throws IOException {
    KeySet set = KeySetFile.read(terminal(), keys);
    Instant time = at == null ? Instant.now() : at;
    try {
      SignatureVerdict verdict = new LabelVerifier(set).verify(uri, time);
      return report(verdict, LabelStatement.of(uri));
    } catch (InvalidSignedLink e) {
      throw Refused.in("The link", e);
    }
  }

  private static Report report(SignatureVerdict verdict, LabelStatement statement) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("outcome", verdict.outcome().name());
    members.put("message", Fault.sentence(verdict.message()));
    members.put("keyId", verdict.key().map(LabelKey::id));
    members.put("host", statement.host());
    members.put("gtin", statement.link().key().value());
    members.put("lot", statement.link().value("10"));
    members.put("serial", statement.link().value("21"));
    members.put("attributes", attributes(statement));
    String text =
        (verdict.isValid() ? "VALID: " : "NOT PROVED: ") + Fault.sentence(verdict.message());
    if (verdict.isValid()) {
      text +=
          "\n%s made this label for GTIN %s, lot %s, serial %s."
              .formatted(
                  statement.host(),
                  statement.link().key().value(),
                  statement.link().value("10").orElse("none"),
                  statement.link().value("21").orElse("none"));
    }
    return new Report(verdict.isValid(), text, members);
  }

  private static Map<String, Object> attributes(LabelStatement statement) {
    Map<String, Object> values = new LinkedHashMap<>();
    statement.link().attributes().forEach(a -> values.put(a.ai().code(), a.value()));
    return values;
  }
}
