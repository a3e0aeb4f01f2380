package org.xiangpin.traceability.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Compressed GS1 Digital Links, in which bits written as base64url stand for identifiers and values
 * (GS1 Digital Link 1.1, compression; later a technical standard of its own).
 *
 * <p>Links are expanded, never made: an uncompressed one needs no more modules in a QR code when it
 * is short, and every reader knows it.
 */
public final class CompressedLink {
  private CompressedLink() {}

  /**
   * Expands a link: wholly compressed ({@code https://host/stem/BASE64URL}) or with its primary key
   * in plain ({@code …/01/09520123456788/BASE64URL}). What stands in the query, and is not GS1's,
   * is kept; a fragment is ignored.
   *
   * <p>The standard's table and GS1's own toolkit disagree on the order of identifiers in two of
   * the table's sequences (1A and 9D). The table's order is tried first, then the toolkit's; the
   * order that gives valid elements counts.
   *
   * <p>Not expanded, for want of certain facts, are AI 4330 to 4333, 7011, 7040 and 7258.
   *
   * @param uri the link
   * @return what it says
   * @throws InvalidGs1Data with rule {@code COMPRESSION} when no compressed data stands there; else
   *     as {@link Gs1DigitalLink#of} and {@link Gs1DigitalLink#parse(String)}; positions in {@code
   *     uri}
   */
  public static Gs1DigitalLink decompress(String uri) {
    Objects.requireNonNull(uri, "link");
    int authorityEnd = LinkStem.authorityEnd(uri);
    int pathEnd = authorityEnd;
    while (pathEnd < uri.length() && "?#".indexOf(uri.charAt(pathEnd)) < 0) {
      pathEnd++;
    }
    int start = uri.lastIndexOf('/', pathEnd - 1) + 1;
    if (start <= authorityEnd || start == pathEnd) {
      throw new InvalidGs1Data(Gs1Rule.COMPRESSION, "", pathEnd, "compressed text is missing");
    }
    for (int i = start; i < pathEnd; i++) {
      if (!CharacterSet.Z.contains(uri.charAt(i))) {
        throw new InvalidGs1Data(
            Gs1Rule.COMPRESSION, "", i, "character may not stand in compressed text");
      }
    }
    String stem = LinkStem.of(uri.substring(0, start - 1));
    Gs1DigitalLink link = expand(uri.substring(start, pathEnd), stem, authorityEnd, start);
    return withQuery(link, uri, pathEnd);
  }

  private static Gs1DigitalLink expand(String text, String stem, int authorityEnd, int start) {
    try {
      return expand(text, stem, authorityEnd, false);
    } catch (InvalidGs1Data first) {
      try {
        return expand(text, stem, authorityEnd, true);
      } catch (InvalidGs1Data second) {
        throw first.movedBy(start);
      }
    }
  }

  private static Gs1DigitalLink expand(String text, String stem, int authorityEnd, boolean sorted) {
    Decompressor decompressor = new Decompressor(text, sorted);
    decompressor.read();
    List<Element> elements = new ArrayList<>(decompressor.elements());
    int keyAt = plainKey(stem, authorityEnd, elements);
    return Gs1DigitalLink.of(
        keyAt < 0 ? stem : stem.substring(0, keyAt), elements, decompressor.extensions());
  }

  /**
   * Puts a primary key that ends the stem in front of the elements; returns where it stands, or -1.
   */
  private static int plainKey(String stem, int authorityEnd, List<Element> elements) {
    int valueSlash = stem.lastIndexOf('/');
    int keySlash = valueSlash <= authorityEnd ? -1 : stem.lastIndexOf('/', valueSlash - 1);
    if (keySlash < authorityEnd) {
      return -1;
    }
    ApplicationIdentifier ai = ApplicationIdentifiers.find(stem, keySlash + 1, valueSlash);
    String value = stem.substring(valueSlash + 1);
    boolean key = ai != null && ai.isPrimaryKey() && ai.fault(value) == null;
    if (key) {
      elements.add(0, new Element(ai, value));
    }
    return key ? keySlash : -1;
  }

  private static Gs1DigitalLink withQuery(Gs1DigitalLink link, String uri, int pathEnd) {
    int fragment = uri.indexOf('#', pathEnd);
    String query = uri.substring(pathEnd, fragment < 0 ? uri.length() : fragment);
    if (query.length() < 2) {
      return link;
    }
    String plain = link.uri();
    try {
      return Gs1DigitalLink.parse(
          plain + (plain.indexOf('?') < 0 ? '?' : '&') + query.substring(1));
    } catch (InvalidGs1Data e) {
      throw e.movedBy(pathEnd - plain.length());
    }
  }
}
