package org.xiangpin.traceability.cli.link;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.xiangpin.traceability.cli.command.Report;
import org.xiangpin.traceability.cli.command.ReportingCommand;
import org.xiangpin.traceability.gs1.Gs1Option;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code parse}: tells what a link says. */
@Command(
    name = "parse",
    description = "Reads a GS1 Digital Link, plain or compressed, and tells what it says, as JSON.",
    footer = {"", "Example:", "  parse 'https://id.gs1.org/01/09520123456788/10/A1?3103=001250'"})
public final class ParseCommand extends ReportingCommand {
  private static final Set<Gs1Option> STRICT = Set.of();
  private static final Set<Gs1Option> LENIENT = Set.of(Gs1Option.values());

  @Parameters(paramLabel = "URI", description = "The link.")
  private String uri;

  @Option(
      names = "--lenient",
      description = "Take GTINs without their leading zeros and unknown identifiers too.")
  private boolean lenient;

  @Option(names = "--text", description = "Answer in lines for people.")
  private boolean text;

  @Override
  protected Report report() {
    Set<Gs1Option> options = lenient ? LENIENT : STRICT;
    ReadLink read = ReadLink.parse(uri, options);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("compressed", read.compressed());
    members.putAll(LinkAnswer.members(read.link()));
    Report report = Report.done(LinkAnswer.text(read.link()), members);
    return text ? report : Report.done(report.json(), members);
  }
}
