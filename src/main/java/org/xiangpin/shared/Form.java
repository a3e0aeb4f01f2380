package org.xiangpin.shared;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * A form as it was typed, and what was wrong with it, so that a page can show both again. In
 * templates: {@code {form.value('name')}}, {@code {form.errors.at('name')}}.
 */
public final class Form {

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

  /** What was typed, stripped; empty when nothing was. */
  public String value(String field) {
    String value = typed.getFirst(field);
    return value == null ? "" : value.strip();
  }

  public boolean has(String field, String value) {
    return value(field).equals(value);
  }

  /** What was wrong with it, for the page's tags. */
  public Errors errors() {
    return errors;
  }

  /**
   * @throws InvalidInput when the field holds no day
   */
  public LocalDate date(String field) {
    try {
      return LocalDate.parse(value(field));
    } catch (DateTimeParseException e) {
      throw new InvalidInput(field, "请填日期。", "Enter a date.");
    }
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
