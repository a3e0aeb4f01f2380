package org.xiangpin.traceability.gs1;

import java.util.Locale;
import java.util.Random;
import org.xiangpin.traceability.Rounds;

/**
 * Measures reading links against its floor: splitting the same texts at slashes and checking the
 * check digit. One thread; the two alternate, so that a busy machine slows both.
 *
 * <p>Half of the links hold GTIN, lot and serial, as our labels do; a quarter has attributes and a
 * key that is not GS1's in the query, a quarter is of logistic units and places.
 *
 * <p>Arguments: number of runs (default 15). Run with {@code mvn -pl traceability-labels
 * test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.xiangpin.traceability.gs1.Gs1DigitalLinkBenchmark}.
 */
public final class Gs1DigitalLinkBenchmark {
  private static final int LINKS = 200_000;

  /** How often they are read in a round: shorter ones would measure the machine's hiccups. */
  private static final int TIMES = 5;

  private static final int WARM_UPS = 10;

  /** Kept, so that no work can be left out as useless. */
  private static long found;

  private Gs1DigitalLinkBenchmark() {}

  /**
   * Runs and prints.
   *
   * @param args number of runs
   * @throws Exception never
   */
  public static void main(String[] args) throws Exception {
    String[] links = links();
    Rounds rounds =
        new Rounds(WARM_UPS, args.length > 0 ? Integer.parseInt(args[0]) : 15)
            .add("splitting and check digit", () -> found += split(links))
            .add("reading a Digital Link", () -> found += parse(links))
            .run();
    System.out.printf(
        "%,d and %,d links a second, %,d parts found%n",
        Math.round(TIMES * LINKS / rounds.median(0)),
        Math.round(TIMES * LINKS / rounds.median(1)),
        found);
    System.out.printf("ratio %.2f of the floor's speed%n", rounds.median(0) / rounds.median(1));
  }

  private static long parse(String[] links) {
    long parts = 0;
    for (int i = 0; i < TIMES * LINKS; i++) {
      parts += Gs1DigitalLink.parse(links[i % LINKS]).elements().size();
    }
    return parts;
  }

  private static long split(String[] links) {
    long parts = 0;
    for (int i = 0; i < TIMES * LINKS; i++) {
      String[] segments = links[i % LINKS].split("/");
      String digits = segments[4];
      int query = digits.indexOf('?');
      int end = query < 0 ? digits.length() : query;
      int sum = 0;
      for (int k = end - 1, weight = 1; k >= 0; k--, weight = 4 - weight) {
        sum += (digits.charAt(k) - '0') * weight;
      }
      parts += sum % 10 == 0 ? segments.length : 0;
    }
    return parts;
  }

  private static String[] links() {
    Random random = new Random(1);
    String[] links = new String[LINKS];
    for (int i = 0; i < LINKS; i++) {
      String lot = "A2611" + (100_000 + random.nextInt(900_000));
      String serial = Long.toString(Math.abs(random.nextLong()), 36).toUpperCase(Locale.ROOT);
      String label = "https://x.example.cn/01/09520123456788/10/" + lot + "/21/" + serial;
      links[i] =
          switch (i % 8) {
            case 0, 1 -> label + "?17=251231&3103=001250&s=k1." + serial;
            case 2 -> "https://id.gs1.org/00/952012345678912345?02=09520123456788&37=25&10=" + lot;
            case 3 -> "https://id.gs1.org/414/9520123456788/254/" + lot;
            default -> label;
          };
    }
    return links;
  }
}
