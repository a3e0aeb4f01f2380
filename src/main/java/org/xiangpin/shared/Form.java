package org.xiangpin.shared;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/**
 * A form as it was typed, and what was wrong with it, so that a page can show both again. In
 * templates: {@code {form.value('name')}}, {@code {form.errors.at('name')}}.
 */
public final class Form {

  /** What no keyboard types: control characters, half characters, marks that turn a line around. */
  private static final Pattern NEVER_TYPED =
      Pattern.compile(
          "[\\p{Cntrl}&&[^\\r\\n\\t]]|[\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

  /** Beyond these years somebody's finger slipped, and databases have no such days. */
  private static final int EARLIEST_YEAR = 1900;

  private static final int LATEST_YEAR = 2199;

  /**
   * What the page says of a refusal: on top, and beside the field that it names.
   *
   * @param refusal null when nothing is wrong
   */
  public record Errors(Refusal refusal, Lang lang) {

    private static final Errors NONE = new Errors(null, Lang.ZH);

    public boolean any() {
      return refusal != null;
    }

    /** The sentence for the top of the form; empty without a refusal. */
    public String message() {
      return refusal == null ? "" : refusal.in(lang);
    }

    /** The sentence for a field, or empty. */
    public String at(String field) {
      String text = refusal == null ? null : refusal.at(field, lang);
      return text == null ? "" : text;
    }
  }

  private final MultivaluedMap<String, String> typed;
  private final Errors errors;

  private Form(MultivaluedMap<String, String> typed, Errors errors) {
    this.typed = typed;
    this.errors = errors;
  }

  /** Nothing typed yet. */
  public static Form empty() {
    return new Form(new MultivaluedHashMap<>(), Errors.NONE);
  }

  public static Form of(MultivaluedMap<String, String> typed) {
    return new Form(typed, Errors.NONE);
  }

  /** A field filled in beforehand. */
  public Form with(String field, String value) {
    MultivaluedMap<String, String> more = new MultivaluedHashMap<>(typed);
    more.putSingle(field, value);
    return new Form(more, errors);
  }

  /** The same form with the reason for which it was not taken. */
  public Form refused(Refusal reason, Lang language) {
    return new Form(typed, new Errors(reason, language));
  }

  /** What was typed, stripped and without what nobody can type; empty when nothing was. */
  public String value(String field) {
    String value = typed.getFirst(field);
    return value == null ? "" : NEVER_TYPED.matcher(value).replaceAll("").strip();
  }

  /** The same with full-width digits and signs made narrow: for numbers, not for words. */
  public String narrow(String field) {
    return Normalizer.normalize(value(field), Normalizer.Form.NFKC);
  }

  public boolean has(String field, String value) {
    return value(field).equals(value);
  }

  /** What was wrong with it, for the page's tags. */
  public Errors errors() {
    return errors;
  }

  /**
   * A day as browsers send it, or as people type it where there is no calendar: 2026/8/7,
   * 2026年8月7日.
   *
   * @throws InvalidInput when the field holds no day
   */
  public LocalDate date(String field) {
    try {
      LocalDate day =
          LocalDate.parse(narrow(field).replaceAll("[年月/.]", "-").replaceAll("日$", ""), DAY);
      if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // falls through to the one answer
    }
    throw new InvalidInput(field, "请填日期。", "Enter a date.");
  }

  /** The identifier in a hidden field or a choice; null when none was chosen. */
  public Long id(String field) {
    return Ids.parse(value(field)).orElse(null);
  }

  /**
   * One of an enum's names.
   *
   * @throws InvalidInput when it is none of them
   */
  public <E extends Enum<E>> E choice(String field, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value(field))) {
        return constant;
      }
    }
    throw new InvalidInput(field, "请选一项。", "Choose one.");
  }
}
