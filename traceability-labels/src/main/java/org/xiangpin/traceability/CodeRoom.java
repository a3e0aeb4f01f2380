package org.xiangpin.traceability;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xiangpin.traceability.LabelSheet.Layout;
import org.xiangpin.traceability.RollLabels.Resolution;

/** Refuses codes for which a label has no room, and says which labels have it. */
final class CodeRoom {
  private static final int LEAST_DOTS = 3;

  /** Three dots of 300 dpi, in mm: phones do not read much smaller modules. */
  private static final double LEAST_MODULE = 3 * 25.4 / 300;

  /** Below this, in mm, a code that holds a signature has modules too small for many phones. */
  private static final double LEAST_FOR_SIGNATURES = 25;

  private static final Pattern SIGNATURE = Pattern.compile("[?&;]s=");

  private CodeRoom() {}

  static boolean takesSignatures(SheetGrid grid) {
    return Math.min(grid.width(), grid.height()) >= LEAST_FOR_SIGNATURES;
  }

  /**
   * Makes the code of a label.
   *
   * @throws IllegalArgumentException for a signed link on a label under 25 mm, and for a text that
   *     is empty or too long
   */
  static QrCode encode(SheetGrid grid, String url) {
    if (!takesSignatures(grid) && SIGNATURE.matcher(url).find()) {
      throw new IllegalArgumentException(
          "a signed link needs a label of at least 25 mm, because its code has so many modules that"
              + " phones would not read them on "
              + grid.size()
              + "; print the link without its signature");
    }
    return QrCode.encode(url);
  }

  /**
   * Returns the side of a module in mm when the code fills its square.
   *
   * @throws IllegalArgumentException when it would be under three dots of the finer printers
   */
  static double module(SheetGrid grid, QrCode code) {
    double module = side(grid, code);
    if (module < LEAST_MODULE) {
      throw new IllegalArgumentException(
          "a code of %d modules would have modules of %.2f mm on %s and needs %.2f mm; %s"
              .formatted(
                  code.size(),
                  module,
                  grid.size(),
                  LEAST_MODULE,
                  fitting(layout -> side(layout.grid(), code) >= LEAST_MODULE)));
    }
    return module;
  }

  private static double side(SheetGrid grid, QrCode code) {
    return grid.qrSide() / (code.size() + 2 * QrCode.QUIET_ZONE);
  }

  /**
   * Returns the side of a module in whole dots.
   *
   * @throws IllegalArgumentException when it would be under three dots
   */
  static int dotsPerModule(SheetGrid grid, QrCode code, Resolution resolution) {
    int dots = dots(grid, code, resolution);
    if (dots < LEAST_DOTS) {
      throw new IllegalArgumentException(
          "a code of %d modules would have fewer than %d dots a module on %s; %s"
              .formatted(
                  code.size(),
                  LEAST_DOTS,
                  grid.size(),
                  fitting(
                      layout ->
                          layout.isRoll() && dots(layout.grid(), code, resolution) >= LEAST_DOTS)));
    }
    return dots;
  }

  private static int dots(SheetGrid grid, QrCode code, Resolution resolution) {
    return (int) (side(grid, code) * resolution.dotsPerMillimetre());
  }

  /** Names the labels that would do, by their sizes. */
  static String fitting(Predicate<Layout> fits) {
    String sizes =
        Stream.of(Layout.values())
            .filter(fits)
            .map(layout -> layout.grid().size())
            .collect(Collectors.joining(", "));
    return sizes.isEmpty() ? "it fits no label" : "it fits " + sizes;
  }
}
