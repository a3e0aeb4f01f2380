package org.xiangpin.shared;

/** What a form's template says about a refusal: on top, and beside the field that it names. */
public final class FormErrors {

  public static final FormErrors NONE = new FormErrors(null, Lang.ZH);

  private final Refusal refusal;
  private final Lang lang;

  private FormErrors(Refusal refusal, Lang lang) {
    this.refusal = refusal;
    this.lang = lang;
  }

  public static FormErrors of(Refusal refusal, Lang lang) {
    return new FormErrors(refusal, lang);
  }

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
