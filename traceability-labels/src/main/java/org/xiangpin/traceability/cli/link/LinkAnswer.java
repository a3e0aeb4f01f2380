package org.xiangpin.traceability.cli.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xiangpin.traceability.gs1.Element;
import org.xiangpin.traceability.gs1.Gs1DigitalLink;
import org.xiangpin.traceability.gs1.LinkExtension;

/** How a link is told, to programs and to people. */
final class LinkAnswer {
  private LinkAnswer() {}

  static Map<String, Object> members(Gs1DigitalLink link) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("stem", link.stem());
    members.put("key", element(link.key()));
    members.put("qualifiers", elements(link.qualifiers()));
    members.put("attributes", elements(link.attributes()));
    members.put("extensions", link.extensions().stream().map(LinkAnswer::extension).toList());
    members.put("uri", link.uri());
    members.put("canonical", link.canonical().uri());
    members.put("bracketed", link.toElementString().bracketed());
    members.put("fnc1", link.toElementString().fnc1());
    return members;
  }

  private static List<Map<String, Object>> elements(List<Element> elements) {
    return elements.stream().map(LinkAnswer::element).toList();
  }

  static Map<String, Object> element(Element element) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("ai", element.ai().code());
    members.put("title", element.ai().title());
    members.put("value", element.value());
    element.decimalValue().ifPresent(number -> members.put("number", number.toPlainString()));
    element.currency().ifPresent(currency -> members.put("currency", currency));
    return members;
  }

  private static Map<String, Object> extension(LinkExtension extension) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("key", extension.key());
    members.put("value", extension.value());
    return members;
  }

  static String text(Gs1DigitalLink link) {
    StringBuilder text = new StringBuilder();
    for (Element element : link.elements()) {
      text.append("%-7s%-20s ".formatted("(" + element.ai() + ")", element.ai().title()));
      text.append(element.value());
      element.decimalValue().ifPresent(n -> text.append(" = ").append(n.toPlainString()));
      element.currency().ifPresent(c -> text.append(" of currency ").append(c));
      text.append('\n');
    }
    link.extensions()
        .forEach(
            e ->
                text.append("not of GS1                  ")
                    .append(e.key())
                    .append('=')
                    .append(e.value().orElse(""))
                    .append('\n'));
    return text + "canonical                   " + link.canonical().uri();
  }
}
