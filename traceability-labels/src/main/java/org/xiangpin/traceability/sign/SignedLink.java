package org.xiangpin.traceability.sign;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.xiangpin.traceability.gs1.Gs1DigitalLink;
import org.xiangpin.traceability.gs1.InvalidGs1Data;
import org.xiangpin.traceability.gs1.LinkExtension;
import org.xiangpin.traceability.sign.InvalidSignedLink.Reason;

/**
 * A link taken apart: what a signature of it states, and the signature that stands in it.
 *
 * @param statement what is signed
 * @param signature the value of the query key {@code s}; empty text for a key without a value
 */
record SignedLink(LabelStatement statement, Optional<String> signature) {
  static final String SIGNATURE_KEY = "s";

  static SignedLink parse(String url) {
    Gs1DigitalLink link;
    try {
      link = Gs1DigitalLink.parse(url);
    } catch (InvalidGs1Data e) {
      throw new InvalidSignedLink(e);
    }
    List<LinkExtension> signatures =
        link.extensions().stream().filter(extension -> isSignature(extension.key())).toList();
    if (signatures.size() > 1) {
      String second = signatures.get(1).key();
      throw new InvalidSignedLink(
          Reason.DUPLICATE, SIGNATURE_KEY, lastKey(url, second), "two signatures in one link");
    }
    return new SignedLink(
        new LabelStatement(link),
        signatures.stream().map(LinkExtension::value).map(s -> decoded(s.orElse(""))).findFirst());
  }

  private static boolean isSignature(String key) {
    return decoded(key).equals(SIGNATURE_KEY);
  }

  /** Escapes were checked when the link was read. */
  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.ISO_8859_1);
  }

  private static int lastKey(String url, String key) {
    int fragment = url.indexOf('#');
    int at = fragment < 0 ? url.length() : fragment;
    do {
      at = url.lastIndexOf(key, at - 1);
    } while ("?&;".indexOf(url.charAt(at - 1)) < 0);
    return at;
  }
}
