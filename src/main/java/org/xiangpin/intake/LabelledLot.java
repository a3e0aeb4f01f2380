package org.xiangpin.intake;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xiangpin.producer.Producer;
import org.xiangpin.region.Region;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.trace.Lot;

/** The lot that a collector means: by the code on the label, or by the label's link. */
final class LabelledLot {

  private static final Pattern LINK =
      Pattern.compile("(?:.*/)?01/([0-9]{14})/10/([0-9A-Z]{1,20})(?:[/?#].*)?");

  private static final int LONGEST = 500;

  private LabelledLot() {}

  /**
   * @param typed a code of 10 characters, or a Digital Link as a phone reads it off a label
   * @throws InvalidInput for field {@code lot} unless it names one lot of the collector's county
   */
  static Lot find(String typed, Producer collector) {
    String plain = typed.length() > LONGEST ? "" : typed.strip();
    Matcher link = LINK.matcher(plain);
    List<Lot> found =
        link.matches()
            ? Lot.list("gtin = ?1 and code = ?2", link.group(1), link.group(2))
            : Lot.list(
                "code = ?1 and regionCode like ?2",
                plain.matches("[0-9A-Za-z]{1,20}") ? plain.toUpperCase(Locale.ROOT) : "",
                Region.codesWithin(Region.countyOf(collector.regionCode())));
    if (found.size() > 1) {
      throw new InvalidInput(
          "lot",
          "有几批货用这个批号，请扫标签，把整个链接贴进来。",
          "Several lots have this code; scan the label and paste its whole link.");
    }
    if (found.isEmpty()) {
      throw new InvalidInput(
          "lot",
          "本县没有这个批次。请看标签上的批号，十位，或者扫标签把链接贴进来。",
          "The county has no such lot. Look at the label's lot code, or paste the label's link.");
    }
    return found.get(0);
  }
}
