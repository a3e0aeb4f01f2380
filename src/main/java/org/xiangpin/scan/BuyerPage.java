package org.xiangpin.scan;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.xiangpin.tally.ScratchChecks;
import org.xiangpin.traceability.DigitalLink;

/** Writes the pages on which a buyer tells something, and the thanks. */
@ApplicationScoped
class BuyerPage {

  private static final int LONGEST_SHOP = 60;
  private static final Set<ScratchChecks.Verdict> RIGHT =
      EnumSet.of(ScratchChecks.Verdict.GENUINE, ScratchChecks.Verdict.CHECKED_BEFORE);

  @Inject
  @Location("scan/bought.html")
  Template boughtPage;

  @Inject
  @Location("scan/code.html")
  Template codePage;

  @Inject ScanPage pages;

  Reply bought(Page page, DigitalLink link) {
    return pages.form(page, boughtPage.data("path", link.path()).data("done", false));
  }

  Reply thanks(Page page, DigitalLink link) {
    return pages.form(page, boughtPage.data("path", link.path()).data("done", true));
  }

  Reply code(Page page, DigitalLink link) {
    return code(page, link, null, "");
  }

  /** A right code makes no label good that was not handed out, or is void: it may be stolen. */
  Reply checked(Page page, DigitalLink link, ScratchChecks.Result result, boolean isInUse) {
    boolean isRight = RIGHT.contains(result.verdict());
    return code(page, link, result, isRight && !isInUse ? "OUT_OF_USE" : result.verdict().name());
  }

  /**
   * @param result null before anything was typed
   */
  private Reply code(Page page, DigitalLink link, ScratchChecks.Result result, String verdict) {
    return pages.form(
        page, codePage.data("path", link.path()).data("result", result).data("verdict", verdict));
  }

  /** What the page's script hears. */
  Reply told(boolean isNew) {
    return pages.told(isNew);
  }

  /** As typed, on one line and not too long: it is only shown to the producer's side. */
  String shop(String typed) {
    String line = typed.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_SHOP
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOP));
  }

  /** As printed, however it was typed; the letters that codes lack are those they look like. */
  String code(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1')
        .replace('U', 'V');
  }
}
