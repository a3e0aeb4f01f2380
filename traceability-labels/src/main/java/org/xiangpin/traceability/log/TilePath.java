package org.xiangpin.traceability.log;

import org.xiangpin.traceability.log.InvalidLogData.Reason;

/**
 * The part {@code <N>[.p/<W>]} of a tile's path: the index in groups of three digits, all but the
 * last with an {@code x} before them, and the width of a partial tile.
 *
 * @param index 0 or more
 * @param width 1 to 256
 */
record TilePath(long index, int width) {
  private static final String PARTIAL = ".p/";

  TilePath {
    if (index < 0 || index > Long.MAX_VALUE / Tile.FULL) {
      throw new InvalidLogData(Reason.RANGE, "tile index", "index is outside every tree");
    }
    if (width < 1 || width > Tile.FULL) {
      throw new InvalidLogData(Reason.RANGE, "tile width", "width is not from 1 to 256");
    }
  }

  static TilePath parse(String path, int from) {
    int dot = path.indexOf(PARTIAL, from);
    int end = dot < 0 ? path.length() : dot;
    int widthAt = dot + PARTIAL.length();
    long width =
        dot < 0 ? Tile.FULL : LogText.number("tile width", path.substring(widthAt), widthAt);
    String groups = path.substring(from, end);
    if (!groups.matches("(x[0-9]{3}/){0,5}[0-9]{3}")) {
      throw new InvalidLogData(Reason.FORMAT, "tile index", from, "not of the form x001/234");
    }
    long index = Long.parseLong(groups.replaceAll("[x/]", ""));
    TilePath parsed = new TilePath(index, (int) Math.min(width, Tile.FULL + 1L));
    if (!parsed.toString().equals(path.substring(from))) {
      throw new InvalidLogData(Reason.FORMAT, "tile index", from, "not the shortest spelling");
    }
    return parsed;
  }

  @Override
  public String toString() {
    StringBuilder path = new StringBuilder(String.format("%03d", index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, String.format("x%03d/", rest % 1000));
    }
    return width == Tile.FULL ? path.toString() : path + PARTIAL + width;
  }
}
