package org.xiangpin.spray;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Active ingredients whose use is banned, on all crops or on some (禁限用农药名录). The list is data:
 * {@code spray/banned-actives.csv} names its sources, and says that a person must check it.
 */
final class BannedActives {

  private static final List<Ban> BANS = read();

  /**
   * @param since first day of the ban
   * @param crops beginnings of category codes; one empty one for all
   */
  private record Ban(String active, LocalDate since, List<String> crops) {

    boolean meets(String parts, String category, LocalDate day) {
      return !day.isBefore(since)
          && crops.stream().anyMatch(category::startsWith)
          && List.of(parts.split("[^\\p{L}]+")).contains(active);
    }
  }

  private BannedActives() {}

  /**
   * Whether one of the actives may not be used on the crop on that day.
   *
   * @param actives as on the label: one, or several with percentages, parted by anything
   */
  static boolean contain(String actives, String category, LocalDate day) {
    String parts = Normalizer.normalize(actives, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BANS.stream().anyMatch(ban -> ban.meets(parts, category, day));
  }

  private static List<Ban> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                BannedActives.class.getResourceAsStream("/spray/banned-actives.csv"),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("active;"))
          .map(line -> line.split(";", -1))
          .map(
              cell ->
                  new Ban(
                      cell[0],
                      cell[1].isEmpty() ? LocalDate.MIN : LocalDate.parse(cell[1]),
                      cell[2].equals("*") ? List.of("") : List.of(cell[2].split(" "))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
