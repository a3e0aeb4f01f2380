package org.xiangpin.traceability;

import java.util.Objects;
import java.util.Optional;

/**
 * A GS1 Digital Link of a product: GTIN (key 01), optional lot (key 10), optional serial (key 21).
 *
 * <p>Links are equal when the three are, whatever host, query or spelling they came from. Lot and
 * serial are the plain values, not percent-encoded: 1 to 20 characters of GS1's character set 82,
 * upper and lower case being different.
 *
 * @param gtin the product
 * @param lot the lot, 批次
 * @param serial the serial of one label or item
 */
public record DigitalLink(Gtin gtin, Optional<String> lot, Optional<String> serial) {

  /**
   * Checks lot and serial.
   *
   * @throws InvalidDigitalLink when lot or serial is empty, too long, holds a character outside
   *     character set 82, or is "." or ".." (which browsers cut out of a path); positions count
   *     within the value
   */
  public DigitalLink {
    Objects.requireNonNull(gtin, "gtin");
    lot.ifPresent(value -> LinkValue.check("10", value));
    serial.ifPresent(value -> LinkValue.check("21", value));
  }

  /**
   * Reads a link, strictly (GS1 Digital Link URI Syntax 1.6, uncompressed).
   *
   * <p>Accepted are {@code http(s)://host[:port][/stem]/01/…}, the scheme wholly in lower or wholly
   * in upper case, and a path that begins with {@code /01/}. Keys stand in the order 01, 10, 21,
   * each at most once; values may be percent-encoded in any letter case; {@code +} is a plus. A
   * fragment is ignored, and so is a query of non-numeric keys.
   *
   * <p>Stricter than the standard: keys and GTIN are written plainly, other keys (22, 235 …) are
   * refused, a query may hold no all-numeric key at all, a stem may not contain the segment {@code
   * 01} or be empty in a segment, hosts are ASCII without user information.
   *
   * @param uriOrPath the link
   * @return what it names
   * @throws InvalidDigitalLink naming rule, key and position in {@code uriOrPath}
   */
  public static DigitalLink parse(String uriOrPath) {
    return new DigitalLinkParser(uriOrPath).parse();
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
   * @throws InvalidDigitalLink for a lot that may not stand in a link
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
   * @throws InvalidDigitalLink for a lot or serial that may not stand in a link
   */
  public static DigitalLink ofSerial(Gtin gtin, String lot, String serial) {
    return new DigitalLink(gtin, Optional.of(lot), Optional.of(serial));
  }

  /**
   * Returns the canonical path: keys in order, everything escaped but {@code A-Z a-z 0-9 - . _}.
   *
   * @return {@code /01/…[/10/…][/21/…]} with upper-case escapes and no trailing slash; {@link
   *     #parse} gives back an equal link
   */
  public String path() {
    StringBuilder path = new StringBuilder(80).append("/01/").append(gtin);
    lot.ifPresent(value -> LinkValue.appendEncoded(path.append("/10/"), value));
    serial.ifPresent(value -> LinkValue.appendEncoded(path.append("/21/"), value));
    return path.toString();
  }

  /**
   * Returns the link under a base.
   *
   * @param baseUrl {@code http} or {@code https} URL of a host, perhaps with a path, with or
   *     without a trailing slash
   * @return base and path
   * @throws IllegalArgumentException when the base is no such URL or holds a query or fragment
   */
  public String on(String baseUrl) {
    if (DigitalLinkParser.SCHEMES.stream().noneMatch(baseUrl::startsWith)
        || baseUrl.indexOf('?') >= 0
        || baseUrl.indexOf('#') >= 0) {
      throw new IllegalArgumentException("not the base of a link: " + baseUrl);
    }
    String base = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    return base + path();
  }
}
