package org.xiangpin.traceability;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.xiangpin.traceability.gs1.ApplicationIdentifier;
import org.xiangpin.traceability.gs1.ApplicationIdentifiers;
import org.xiangpin.traceability.gs1.Element;
import org.xiangpin.traceability.gs1.Gs1DigitalLink;
import org.xiangpin.traceability.gs1.InvalidGs1Data;

/**
 * What a GS1 Digital Link on a label of ours names: GTIN (key 01), optional lot (key 10), optional
 * serial (key 21).
 *
 * <p>These are equal when the three are, whatever host, query or spelling the link had. Lot and
 * serial are the plain values, not percent-encoded: 1 to 20 characters of GS1's character set 82,
 * upper and lower case being different. {@link Gs1DigitalLink} reads and writes the links
 * themselves.
 *
 * @param gtin the product
 * @param lot the lot, 批次
 * @param serial the serial of one label or item
 */
public record DigitalLink(Gtin gtin, Optional<String> lot, Optional<String> serial) {
  static final ApplicationIdentifier LOT = ApplicationIdentifiers.of("10");

  /**
   * Checks lot and serial.
   *
   * @throws InvalidGs1Data when lot or serial is empty, too long, holds a character outside
   *     character set 82, or is "." or ".." (which browsers cut out of a path)
   */
  public DigitalLink {
    Objects.requireNonNull(gtin, "gtin");
    link(Gs1DigitalLink.CANONICAL_STEM, gtin, lot, serial);
  }

  /**
   * Takes what a link names. Other qualifiers and attributes say more about the same goods and are
   * left out.
   *
   * @param link a link of a GTIN
   * @return what it names
   * @throws IllegalArgumentException for a link of any other primary key
   */
  public static DigitalLink of(Gs1DigitalLink link) {
    if (!link.key().ai().code().equals("01")) {
      throw new IllegalArgumentException("not the link of a GTIN but of AI " + link.key().ai());
    }
    return new DigitalLink(Gtin.parse(link.key().value()), link.value("10"), link.value("21"));
  }

  /**
   * Returns the link of a product.
   *
   * @param gtin the product
   * @return a link without lot and serial
   */
  public static DigitalLink ofGtin(Gtin gtin) {
    return new DigitalLink(gtin, Optional.empty(), Optional.empty());
  }

  /**
   * Returns the link of a lot.
   *
   * @param gtin the product
   * @param lot 1 to 20 characters of character set 82
   * @return a link without serial
   * @throws InvalidGs1Data for a lot that may not stand in a link
   */
  public static DigitalLink ofLot(Gtin gtin, String lot) {
    return new DigitalLink(gtin, Optional.of(lot), Optional.empty());
  }

  /**
   * Returns the link of one label.
   *
   * @param gtin the product
   * @param lot 1 to 20 characters of character set 82
   * @param serial 1 to 20 characters of character set 82
   * @return the whole link
   * @throws InvalidGs1Data for a lot or serial that may not stand in a link
   */
  public static DigitalLink ofSerial(Gtin gtin, String lot, String serial) {
    return new DigitalLink(gtin, Optional.of(lot), Optional.of(serial));
  }

  /**
   * Returns the path in normal form: keys in order, everything escaped but {@code A-Z a-z 0-9 - . _
   * ~}.
   *
   * @return {@code /01/…[/10/…][/21/…]} with upper-case escapes and no trailing slash
   */
  public String path() {
    return on(Gs1DigitalLink.CANONICAL_STEM).substring(Gs1DigitalLink.CANONICAL_STEM.length());
  }

  /**
   * Returns the link under a base.
   *
   * @param baseUrl {@code http} or {@code https} URL of a host, perhaps with a path, with or
   *     without a trailing slash
   * @return base, with scheme and host in lower case, and path
   * @throws InvalidGs1Data when the base is no such URL or holds a query or fragment
   */
  public String on(String baseUrl) {
    return link(baseUrl, gtin, lot, serial).uri();
  }

  private static Gs1DigitalLink link(
      String stem, Gtin gtin, Optional<String> lot, Optional<String> serial) {
    List<Element> elements = new ArrayList<>(3);
    elements.add(Element.of("01", gtin.toString()));
    lot.ifPresent(value -> elements.add(Element.of("10", value)));
    serial.ifPresent(value -> elements.add(Element.of("21", value)));
    return Gs1DigitalLink.of(stem, elements, List.of());
  }
}
