package org.xiangpin.shared;

/** Words that people type into a form and that must be there. */
public final class Words {

  private Words() {}

  /**
   * The words without blanks around them.
   *
   * @param field the form's field to name when they are missing or too many
   * @throws InvalidInput unless there are 1 to {@code most} characters
   */
  public static String required(String typed, String field, int most) {
    if (typed == null || typed.isBlank() || typed.strip().length() > most) {
      throw new InvalidInput(
          field, "请填写，最多 " + most + " 个字。", "Fill it in, at most " + most + " characters.");
    }
    return typed.strip();
  }
}
