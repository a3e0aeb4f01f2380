package org.xiangpin.traceability.cli.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xiangpin.traceability.cli.command.Report;
import org.xiangpin.traceability.cli.command.ReportingCommand;
import org.xiangpin.traceability.gs1.ElementString;
import org.xiangpin.traceability.gs1.Gs1DigitalLink;
import org.xiangpin.traceability.gs1.InvalidGs1Data;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code convert}: turns links and element strings into each other. */
@Command(
    name = "convert",
    description = "Turns links and element strings into each other.",
    footer = {
      "",
      "The input is a link if it begins with http, bracketed if with a bracket, else as a scanner",
      "sends it. FNC1 may be given, and is told, as a caret (^), which stands in no GS1 value.",
      "",
      "Examples:",
      "  convert 'https://id.gs1.org/01/09520123456788/10/A1'",
      "  convert --to link --stem https://trace.example.cn '010952012345678810A1^17261219'"
    })
public final class ConvertCommand extends ReportingCommand {
  private static final char CARET = '^';

  /** The forms. */
  private enum Form {
    LINK,
    BRACKETED,
    FNC1
  }

  @Parameters(paramLabel = "TEXT", description = "A link or an element string.")
  private String text;

  @Option(
      names = "--to",
      paramLabel = "FORM",
      description = "Tell one form only: link, bracketed or fnc1.")
  private Form to;

  @Option(
      names = "--stem",
      paramLabel = "URL",
      description = "What stands before the key of the link (default: ${DEFAULT-VALUE}).",
      defaultValue = Gs1DigitalLink.CANONICAL_STEM)
  private String stem;

  @Option(names = "--gs", description = "Write FNC1 as the ASCII character 29, as scanners do.")
  private boolean gs;

  @Override
  protected Report report() {
    ElementString elements = read(text);
    Optional<String> link = Optional.empty();
    String noLink = "";
    try {
      link = Optional.of(elements.toDigitalLink(stem).uri());
    } catch (InvalidGs1Data e) {
      if (to == Form.LINK || elements.elements().stream().anyMatch(e1 -> e1.ai().isPrimaryKey())) {
        throw e;
      }
      noLink = "none: " + e.getMessage();
    }
    String fnc1 = gs ? elements.fnc1() : elements.fnc1().replace(ElementString.SEPARATOR, CARET);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("elements", elements.elements().stream().map(LinkAnswer::element).toList());
    members.put("link", link);
    members.put("bracketed", elements.bracketed());
    members.put("fnc1", elements.fnc1());
    String lines = lines(link.orElse(noLink), elements.bracketed(), fnc1);
    if (gs && !isJson()) {
      terminal().printRaw(lines);
      return Report.done("", members);
    }
    return Report.done(lines, members);
  }

  private String lines(String link, String bracketed, String fnc1) {
    if (to == null) {
      return "link       " + link + "\nbracketed  " + bracketed + "\nFNC1       " + fnc1;
    }
    return List.of(link, bracketed, fnc1).get(to.ordinal());
  }

  private static ElementString read(String text) {
    if (text.regionMatches(true, 0, "http", 0, 4)) {
      return ReadLink.parse(text, Set.of()).link().toElementString();
    }
    return text.startsWith("(")
        ? ElementString.parseBracketed(text)
        : ElementString.parseFnc1(text.replace(CARET, ElementString.SEPARATOR));
  }
}
