package org.xiangpin.traceability.sign;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.xiangpin.traceability.gs1.Element;
import org.xiangpin.traceability.gs1.Gs1DigitalLink;
import org.xiangpin.traceability.sign.InvalidSignedLink.Reason;

/**
 * What the signature of a label states: this host issued this link. It is rebuilt from the link
 * alone.
 *
 * <p>The signed text, in UTF-8 (all of it is ASCII), is
 *
 * <pre>{@code xp1|host|keyId|gtin|lot|serial|attributes}</pre>
 *
 * <ul>
 *   <li>{@code xp1}: this construction. Another one would begin otherwise.
 *   <li>{@code host}: the link's host in lower case; {@code :port} follows if the link has a port
 *       other than 443 with https and 80 with http. Neither scheme nor stem of the path are signed.
 *   <li>{@code keyId}: the name of the key, as in the signature.
 *   <li>{@code gtin}: 14 digits. {@code lot} and {@code serial} (AI 10 and 21): the plain values,
 *       not percent-encoded, in the link's letter case; nothing between the bars where there is
 *       none.
 *   <li>{@code attributes}: every attribute of the link, as {@code ai=value}, joined by bars, in
 *       the order of the AIs compared as text (11, 17, 3103, 422, 7007), the order of GS1's
 *       canonical links. The values are plain, not percent-encoded. Without attributes the text
 *       ends with the bar after the serial.
 * </ul>
 *
 * <p>Example: {@code
 * xp1|x.example.cn|a|09520001000010|A26112100001|0010002K7QX|11=261120|17=261219}
 *
 * <p>No value holds a bar, since GS1's character sets 39, 64 and 82 have none (General
 * Specifications §7.11), and no AI holds an equals sign: so two different links never give the same
 * text. An ampersand would not do as separator, because it may stand in a value. Query keys that
 * are not GS1's, {@code s} among them, and the fragment are not signed.
 *
 * @param link what is signed of the link: its host as {@code https://host[:port]}, key, qualifiers
 *     and attributes, these in their order
 */
public record LabelStatement(Gs1DigitalLink link) {
  private static final String SCHEME = "https://";

  /**
   * Takes what is signed from a link.
   *
   * @param link a link of a GTIN, with lot and serial or not; any scheme, stem and extensions
   * @throws InvalidSignedLink when the link is about something else or has other qualifiers, for
   *     which the signed text has no place, and for a host that is no name or has a wrong port
   */
  public LabelStatement {
    link = link.canonical().on(SCHEME + host(link.stem()));
    if (!link.key().ai().code().equals("01")) {
      throw new InvalidSignedLink(
          Reason.KEY, link.key().ai().code(), -1, "only links of a GTIN are signed");
    }
    for (Element qualifier : link.qualifiers()) {
      String code = qualifier.ai().code();
      if (!code.equals("10") && !code.equals("21")) {
        throw new InvalidSignedLink(
            Reason.KEY, code, -1, "a signed link has no qualifier besides lot and serial");
      }
    }
  }

  /**
   * Takes from a link what its signature states.
   *
   * @param url absolute GS1 Digital Link, signed or not
   * @return the statement
   * @throws InvalidSignedLink naming key, position in {@code url} and rule
   */
  public static LabelStatement of(String url) {
    return SignedLink.parse(url).statement();
  }

  /** Returns host and port of a stem, without the port that goes without saying. */
  private static String host(String stem) {
    int start = stem.indexOf("://") + "://".length();
    int slash = stem.indexOf('/', start);
    String authority = stem.substring(start, slash < 0 ? stem.length() : slash);
    if (authority.startsWith("[")) {
      throw new InvalidSignedLink(
          Reason.HOST, "", start, "a host is signed by its name, not by an address in brackets");
    }
    int colon = authority.indexOf(':');
    if (colon < 0) {
      return authority;
    }
    String port = authority.substring(colon + 1);
    if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65535) {
      throw new InvalidSignedLink(Reason.HOST, "", start + colon + 1, "not a port");
    }
    boolean usual = port.equals(stem.startsWith(SCHEME) ? "443" : "80");
    return usual ? authority.substring(0, colon) : authority;
  }

  /**
   * Returns the host that issued the link.
   *
   * @return lower case, with the port if not the default
   */
  public String host() {
    return link.stem().substring(SCHEME.length());
  }

  /**
   * Returns the text that a key signs.
   *
   * @param keyId the key's name, one or two letters or digits
   * @return the text described above
   * @throws InvalidKeySet for another name
   */
  public String text(String keyId) {
    LabelKey.checkId(keyId);
    return String.join(
            "|",
            "xp1",
            host(),
            keyId,
            link.key().value(),
            link.value("10").orElse(""),
            link.value("21").orElse(""),
            "")
        + link.attributes().stream()
            .map(attribute -> attribute.ai().code() + "=" + attribute.value())
            .collect(Collectors.joining("|"));
  }

  byte[] bytes(String keyId) {
    return text(keyId).getBytes(StandardCharsets.UTF_8);
  }
}
