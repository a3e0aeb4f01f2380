package org.xiangpin.tally;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xiangpin.shared.Lang;

/**
 * A district as coarse as it is kept: a cell of 0.2 degrees, about 20 by 20 km in China.
 *
 * @param latTenths tenths of a degree north of the cell's south-west corner, even, -900 to 900
 * @param lonTenths tenths of a degree east, even, -1800 to 1800
 */
public record Place(int latTenths, int lonTenths) {

  private static final int CELL_TENTHS = 2;
  private static final double EARTH_KILOMETRES = 6_371;
  private static final Pattern COARSE =
      Pattern.compile("(-?[0-9]{1,2}\\.[0-9]),(-?[0-9]{1,3}\\.[0-9])");

  /** The cell of a point. */
  public static Place of(double latitude, double longitude) {
    return new Place(cell(latitude), cell(longitude));
  }

  private static int cell(double degrees) {
    return CELL_TENTHS * (int) Math.floor(Math.round(degrees * 10) / (double) CELL_TENTHS);
  }

  /**
   * What a browser tells: latitude and longitude with one decimal and a comma between. Empty for
   * anything else, above all for more decimals: what is exact shall not come here.
   */
  public static Optional<Place> told(String text) {
    Matcher told = COARSE.matcher(text);
    if (!told.matches()) {
      return Optional.empty();
    }
    double latitude = Double.parseDouble(told.group(1));
    double longitude = Double.parseDouble(told.group(2));
    return Math.abs(latitude) > 90 || Math.abs(longitude) > 180
        ? Optional.empty()
        : Optional.of(of(latitude, longitude));
  }

  /** From the middle of this cell to that of another one, along the earth. */
  public double kilometresTo(Place other) {
    double north = Math.toRadians((other.latTenths - latTenths) / 10.0);
    double east = Math.toRadians((other.lonTenths - lonTenths) / 10.0);
    double a =
        Math.pow(Math.sin(north / 2), 2)
            + Math.cos(Math.toRadians(latTenths / 10.0))
                * Math.cos(Math.toRadians(other.latTenths / 10.0))
                * Math.pow(Math.sin(east / 2), 2);
    return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(a)));
  }

  /** 北纬 28.8°、东经 111.8° 一带. */
  public String label(Lang lang) {
    return lang.of("%s %.1f°、%s %.1f° 一带", "about %2$.1f° %1$s, %4$.1f° %3$s")
        .formatted(
            lang.of(latTenths < 0 ? "南纬" : "北纬", latTenths < 0 ? "S" : "N"),
            Math.abs(latTenths) / 10.0,
            lang.of(lonTenths < 0 ? "西经" : "东经", lonTenths < 0 ? "W" : "E"),
            Math.abs(lonTenths) / 10.0);
  }
}
