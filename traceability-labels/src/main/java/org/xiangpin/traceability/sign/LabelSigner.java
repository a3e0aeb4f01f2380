package org.xiangpin.traceability.sign;

import java.util.Base64;
import org.xiangpin.traceability.sign.InvalidSignedLink.Reason;

/**
 * Signs links for labels.
 *
 * <p>A signature adds 91 or 92 characters to the link ({@code ?s=a.} and 86 of base64url), which
 * needs a label of 25 mm and more. Immutable; many threads may sign at once, each about 1,600
 * labels a second on a core of 2024.
 */
public final class LabelSigner {
  private final String keyId;
  private final SigningKey key;

  /**
   * Takes a key.
   *
   * @param keyId its name in the key set: one or two letters or digits
   * @param key the secret
   * @throws InvalidKeySet for another name
   */
  public LabelSigner(String keyId, SigningKey key) {
    LabelKey.checkId(keyId);
    this.keyId = keyId;
    this.key = key;
  }

  /**
   * Signs a link.
   *
   * @param url absolute GS1 Digital Link without signature and fragment
   * @return the link as it was given, with {@code s={keyId}.{signature}} as last query pair; always
   *     the same for the same link
   * @throws InvalidSignedLink naming key, position in {@code url} and rule
   */
  public String sign(String url) {
    SignedLink link = SignedLink.parse(url);
    if (link.signature().isPresent()) {
      throw new InvalidSignedLink(
          Reason.NOT_PLAIN, SignedLink.SIGNATURE_KEY, -1, "link is signed already");
    }
    if (url.indexOf('#') >= 0) {
      throw new InvalidSignedLink(
          Reason.NOT_PLAIN, "", url.indexOf('#'), "a label's link has no fragment");
    }
    int query = url.indexOf('?');
    boolean separated = query == url.length() - 1 || url.endsWith("&") || url.endsWith(";");
    String separator = query < 0 ? "?" : separated ? "" : "&";
    return url + separator + SignedLink.SIGNATURE_KEY + "=" + signature(link.statement());
  }

  /**
   * Signs what a link states.
   *
   * @param statement host, product, lot, serial, attributes
   * @return {@code {keyId}.{signature}}: the signature's 64 bytes as base64url (RFC 4648 §5)
   *     without padding
   */
  public String signature(LabelStatement statement) {
    byte[] signature = key.sign(statement.bytes(keyId));
    return keyId + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }
}
