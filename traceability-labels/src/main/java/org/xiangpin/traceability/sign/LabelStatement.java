package org.xiangpin.traceability.sign;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xiangpin.traceability.DigitalLink;
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
 *   <li>{@code attributes}: every query pair with an all-numeric key, as {@code ai=value}, joined
 *       by bars, in the order of the AIs compared as text (11, 17, 3103, 422, 7007), the order of
 *       GS1's canonical links. The values are plain, not percent-encoded. Without attributes the
 *       text ends with the bar after the serial.
 * </ul>
 *
 * <p>Example: {@code
 * xp1|x.example.cn|a|09520001000010|A26112100001|0010002K7QX|11=261120|17=261219}
 *
 * <p>No value holds a bar, since GS1's character sets 39, 64 and 82 have none (General
 * Specifications §7.11), and no AI holds an equals sign: so two different links never give the same
 * text. An ampersand would not do as separator, because it may stand in a value. Query keys that
 * are not all-numeric, {@code s} among them, and the fragment are not signed.
 *
 * @param host lower case, with the port if not the default
 * @param link GTIN, lot and serial
 * @param attributes values by AI in the order of text; not to be changed
 */
public record LabelStatement(String host, DigitalLink link, SortedMap<String, String> attributes) {
  /**
   * Checks host and attributes.
   *
   * @throws InvalidSignedLink when the host is empty, not in lower case or holds other characters
   *     than letters, digits, {@code - . :}; when an attribute is no AI of the query or has a value
   *     that cannot be signed
   */
  public LabelStatement {
    if (!host.matches("[a-z0-9.-]+(:[1-9][0-9]{0,4})?")) {
      throw new InvalidSignedLink(Reason.HOST, "", -1, "not a host in lower case");
    }
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) attributes));
    attributes.forEach((ai, value) -> SignedLinkParser.checkAttribute(ai, -1, value, -1));
  }

  /**
   * Takes from a link what its signature states.
   *
   * @param url absolute GS1 Digital Link, signed or not
   * @return the statement
   * @throws InvalidSignedLink naming key, position in {@code url} and rule
   */
  public static LabelStatement of(String url) {
    return SignedLinkParser.parse(url).statement();
  }

  /**
   * Returns the text that a key signs.
   *
   * @param keyId the key's name, one or two letters or digits
   * @return the text described above
   * @throws InvalidKeySet for another name
   */
  public String text(String keyId) {
    if (!LabelKey.isId(keyId)) {
      throw new InvalidKeySet(
          InvalidKeySet.Reason.ID, "id", -1, "a key's name is one or two letters or digits");
    }
    Optional<String> none = Optional.of("");
    return "xp1|%s|%s|%s|%s|%s|"
            .formatted(
                host,
                keyId,
                link.gtin(),
                link.lot().or(() -> none).get(),
                link.serial().or(() -> none).get())
        + attributes.entrySet().stream()
            .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
            .collect(Collectors.joining("|"));
  }

  byte[] bytes(String keyId) {
    return text(keyId).getBytes(StandardCharsets.UTF_8);
  }
}
