package org.xiangpin.scan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.xiangpin.lotview.ScanState;
import org.xiangpin.shared.Lang;
import org.xiangpin.tally.CloneRules;
import org.xiangpin.tally.ScanTally;
import org.xiangpin.traceability.sign.SignatureVerdict.Outcome;

/**
 * What a page says of its label, beside what it says of the lot.
 *
 * @param path of its link
 * @param link the whole, with the signature if it has one
 * @param signature what became of checking it
 * @param state what is said first: the lot's state, or one of the label's
 * @param inUse whether it was handed out and is not void
 * @param hasCode whether there is a one-time code under a layer to scratch off
 */
public record LabelView(
    String path,
    String link,
    Outcome signature,
    String serial,
    ScanState state,
    boolean inUse,
    boolean hasCode,
    ScanTally.Tally tally) {

  /** What is to be said of the signature; empty for a link without one. */
  public String signed(Lang lang) {
    return switch (signature) {
      case UNSIGNED -> "";
      case VALID -> lang.of("签名对得上", "the signature fits");
      case KEY_REVOKED, KEY_NOT_YET_VALID, KEY_NO_LONGER_VALID ->
          lang.of("签名的钥匙现在不作数", "the key behind the signature is not valid now");
      case SIGNATURE_GARBLED, SIGNATURE_WRONG, KEY_UNKNOWN ->
          lang.of("签名对不上，请直接扫标签再看一次", "the signature does not fit; scan the label itself again");
    };
  }

  /** What the page on which phones check for themselves is handed; it stays on the phone. */
  public String forChecking() {
    return "link=" + URLEncoder.encode(link, StandardCharsets.UTF_8);
  }

  /** What was noticed, in a sentence; empty when nothing was. */
  public String suspicion(Lang lang) {
    CloneRules.Finding found = tally.suspicion();
    return found == null ? "" : found.rule().sentence(lang, found.amount(), found.minutes());
  }
}
