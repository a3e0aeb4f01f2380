package org.xiangpin.traceability.cli.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Report;
import org.xiangpin.traceability.cli.command.ReportingCommand;
import org.xiangpin.traceability.cli.command.WrongUsage;
import org.xiangpin.traceability.gs1.Element;
import org.xiangpin.traceability.gs1.ElementString;
import org.xiangpin.traceability.gs1.Gs1DigitalLink;
import org.xiangpin.traceability.gs1.LinkExtension;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code link}: makes a link of elements. */
@Command(
    name = "link",
    description = "Makes a GS1 Digital Link of elements; canonical unless told otherwise.",
    footer = {
      "",
      "Examples:",
      "  link '(01)09520123456788(10)A1'",
      "  link --stem https://trace.example.cn 01=09520123456788 10=A1 17=261219"
    })
public final class LinkCommand extends ReportingCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "ELEMENT",
      description = "One bracketed element string, or pairs AI=VALUE.")
  private List<String> texts;

  @Option(
      names = "--stem",
      paramLabel = "URL",
      description = "What stands before the key (default: ${DEFAULT-VALUE}).",
      defaultValue = Gs1DigitalLink.CANONICAL_STEM)
  private String stem;

  @Option(names = "--keep-order", description = "Leave attributes in the order given.")
  private boolean keepOrder;

  @Option(
      names = "--extra",
      paramLabel = "KEY=VALUE",
      description = "A pair of the query that is not GS1's, escaped as it should stand there.")
  private List<String> extras = new ArrayList<>();

  @Override
  protected Report report() {
    List<Element> elements = elements(texts);
    if (!keepOrder) {
      elements = Gs1DigitalLink.of(stem, elements, List.of()).canonical().elements();
    }
    List<LinkExtension> extensions = extras.stream().map(LinkCommand::extension).toList();
    Gs1DigitalLink link = Gs1DigitalLink.of(stem, elements, extensions);
    return Report.done(link.uri(), LinkAnswer.members(link));
  }

  private static List<Element> elements(List<String> texts) {
    if (texts.size() == 1 && texts.get(0).startsWith("(")) {
      return ElementString.parseBracketed(texts.get(0)).elements();
    }
    List<Element> elements = new ArrayList<>();
    for (String pair : texts) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw new WrongUsage(
            "Neither one element string in brackets nor pairs AI=VALUE: " + pair + ".");
      }
      try {
        elements.add(Element.of(pair.substring(0, equals), pair.substring(equals + 1)));
      } catch (IllegalArgumentException e) {
        throw Refused.in("Element " + (elements.size() + 1), e);
      }
    }
    return elements;
  }

  private static LinkExtension extension(String pair) {
    int equals = pair.indexOf('=');
    try {
      return equals < 0
          ? new LinkExtension(pair, Optional.empty())
          : LinkExtension.of(pair.substring(0, equals), pair.substring(equals + 1));
    } catch (IllegalArgumentException e) {
      throw Refused.in("--extra " + pair, e);
    }
  }
}
