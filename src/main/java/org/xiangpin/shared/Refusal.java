package org.xiangpin.shared;

import java.util.List;
import java.util.Map;

/**
 * A command that is refused for a reason of the business. The subclass names the fact; {@link
 * ProblemMapper} shows it as RFC 9457 JSON or as a page.
 */
public abstract class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String chinese;
  private final String english;
  private final transient List<Detail> details;

  /**
   * One thing that is wrong.
   *
   * @param pointer RFC 6901 pointer into the request's JSON, or the form field's name
   * @param facts further members for machines, such as what is still available
   */
  public record Detail(String pointer, String chinese, String english, Map<String, Object> facts) {

    public Detail(String pointer, String chinese, String english) {
      this(pointer, chinese, english, Map.of());
    }
  }

  /**
   * @param status HTTP status, 4xx
   * @param code stable word of the problem, kebab-case; part of the API's contract
   * @param chinese one sentence for people: what happened, and what to do
   */
  protected Refusal(int status, String code, String chinese, String english, List<Detail> details) {
    super(english, null, false, false);
    this.status = status;
    this.code = code;
    this.chinese = chinese;
    this.english = english;
    this.details = List.copyOf(details);
  }

  protected Refusal(int status, String code, String chinese, String english) {
    this(status, code, chinese, english, List.of());
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String in(Lang lang) {
    return lang.of(chinese, english);
  }

  public List<Detail> details() {
    return details == null ? List.of() : details;
  }

  /** The message for one form field, or null when nothing is wrong with it. */
  public String at(String field, Lang lang) {
    return details().stream()
        .filter(d -> d.pointer().equals(field))
        .map(d -> lang.of(d.chinese(), d.english()))
        .findFirst()
        .orElse(null);
  }
}
