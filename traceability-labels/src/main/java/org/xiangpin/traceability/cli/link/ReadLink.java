package org.xiangpin.traceability.cli.link;

import java.util.Set;
import org.xiangpin.traceability.gs1.CompressedLink;
import org.xiangpin.traceability.gs1.Gs1DigitalLink;
import org.xiangpin.traceability.gs1.Gs1Option;
import org.xiangpin.traceability.gs1.Gs1Rule;
import org.xiangpin.traceability.gs1.InvalidGs1Data;

/**
 * A link as somebody gave it.
 *
 * @param link what it says
 * @param compressed whether it was compressed
 */
public record ReadLink(Gs1DigitalLink link, boolean compressed) {

  /**
   * Reads a plain or a compressed link.
   *
   * @param uri the link
   * @param options what is allowed beyond the strict reading
   * @return what it says
   * @throws InvalidGs1Data naming rule, identifier and position
   */
  public static ReadLink parse(String uri, Set<Gs1Option> options) {
    try {
      return new ReadLink(Gs1DigitalLink.parse(uri, options), false);
    } catch (InvalidGs1Data e) {
      return new ReadLink(decompress(uri, e), true);
    }
  }

  /** Only what is refused for these two rules can be compressed; else a typing error is told. */
  private static Gs1DigitalLink decompress(String uri, InvalidGs1Data asPlain) {
    if (asPlain.rule() != Gs1Rule.NO_PRIMARY_KEY && asPlain.rule() != Gs1Rule.UNKNOWN_AI) {
      throw asPlain;
    }
    try {
      return CompressedLink.decompress(uri);
    } catch (InvalidGs1Data e) {
      boolean expanded =
          e.rule() != Gs1Rule.COMPRESSION && asPlain.rule() == Gs1Rule.NO_PRIMARY_KEY;
      throw expanded ? e : asPlain;
    }
  }
}
