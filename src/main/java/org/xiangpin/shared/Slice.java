package org.xiangpin.shared;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A page of a list that begins with the newest, and the way to the page after it.
 *
 * @param next cursor of the next page; empty on the last one
 */
public record Slice<T>(List<T> items, String next) {

  /** Rows on one page of the console. */
  public static final int SIZE = 50;

  /** One row more than a page shows: whether there are more. */
  public static final int ASKED = SIZE + 1;

  /**
   * The id that all rows of the page lie below.
   *
   * @param after a cursor of {@link #next}; null or empty for the first page
   */
  public static long before(String after) {
    return after == null || after.isEmpty() ? Long.MAX_VALUE : Cursor.parse(after);
  }

  /**
   * @param found up to {@link #ASKED} rows, by descending id
   */
  public static <T> Slice<T> of(List<T> found, ToLongFunction<T> id) {
    if (found.size() <= SIZE) {
      return new Slice<>(found, "");
    }
    List<T> page = found.subList(0, SIZE);
    return new Slice<>(page, Cursor.after(id.applyAsLong(page.get(SIZE - 1))));
  }

  /** The same page of something made of its rows, all at once. */
  public <R> Slice<R> of(Function<List<T>, List<R>> make) {
    return new Slice<>(make.apply(items), next);
  }

  /**
   * For {@code =} with a number or code, whose columns hold ASCII only; empty if it can't be one.
   */
  public static String code(String words) {
    return words.matches("[0-9A-Za-z-]{1,40}") ? words.toUpperCase(Locale.ROOT) : "";
  }

  /** For {@code like … escape '!'}: whatever holds these words. */
  public static String holding(String words) {
    return "%" + words.strip().replaceAll("([!%_])", "!$1") + "%";
  }
}
