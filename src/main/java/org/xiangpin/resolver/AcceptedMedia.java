package org.xiangpin.resolver;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an Accept header takes, and how gladly (RFC 9110 §12.5.1). */
final class AcceptedMedia {

  private static final int LONGEST_HEADER = 1000;
  private static final int ANYTHING = 0;

  /**
   * @param weight from 0, never, to 1000
   */
  private record Range(String type, int weight) {

    static Range of(String written) {
      String[] parts = written.toLowerCase(Locale.ROOT).split(";");
      int weight =
          Arrays.stream(parts)
              .skip(1)
              .map(String::strip)
              .filter(p -> p.matches("q=[01](\\.[0-9]{0,3})?"))
              .map(p -> (int) Math.round(Double.parseDouble(p.substring(2)) * 1000))
              .findFirst()
              .orElse(1000);
      return new Range(parts.length == 0 ? "" : parts[0].strip(), Math.min(weight, 1000));
    }

    /** 3 the very type, 2 its kind, 1 anything, 0 another one. */
    int closeness(String media) {
      return type.equals(media)
          ? 3
          : type.equals(media.substring(0, media.indexOf('/')) + "/*")
              ? 2
              : type.equals("*/*") ? 1 : 0;
    }
  }

  private final List<Range> ranges;

  /**
   * @param header null takes anything, and so does what is too long to be meant
   */
  AcceptedMedia(String header) {
    this.ranges =
        header == null || header.isBlank() || header.length() > LONGEST_HEADER
            ? List.of()
            : Arrays.stream(header.split(",")).map(Range::of).toList();
  }

  /**
   * How well a type fits: what is taken more gladly first, then what is named more closely.
   *
   * @param media null where a link does not say it
   */
  int rank(String media) {
    if (media == null) {
      return ANYTHING;
    }
    int closest = 0;
    int weight = 0;
    for (Range range : ranges) {
      int closeness = range.closeness(media);
      if (closeness > closest) {
        closest = closeness;
        weight = range.weight();
      }
    }
    return weight == 0 ? ANYTHING : weight * 4 + closest;
  }
}
