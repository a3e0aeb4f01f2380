package org.xiangpin.traceability.gs1;

import java.util.Arrays;
import java.util.List;

/**
 * Application identifiers that another one requires or excludes: those at the places {@code first}
 * to {@code last} of the table.
 *
 * @param form as written in the table, such as {@code 31nn}
 * @param first place of the first identifier
 * @param last place of the last identifier
 * @param longerThan the value must be longer, for identifiers whose value may lack a serial
 */
record AiNeed(String form, int first, int last, int longerThan) {

  static AiNeed parse(String form, List<String> codes) {
    String[] halves = form.split(">");
    String pattern = halves[0].replace("n", "\\d");
    int first = -1;
    int last = -1;
    for (int i = 0; i < codes.size(); i++) {
      if (codes.get(i).matches(pattern)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      throw new IllegalStateException("no such application identifier: " + form);
    }
    return new AiNeed(form, first, last, halves.length > 1 ? Integer.parseInt(halves[1]) : 0);
  }

  boolean isMetBy(Element element) {
    int index = element.ai().index;
    return index >= first && index <= last && element.value().length() > longerThan;
  }

  private boolean isMetBy(List<Element> elements) {
    for (int i = 0; i < elements.size(); i++) {
      if (isMetBy(elements.get(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Alternatives of which one must be there; an alternative is there when all its parts are.
   *
   * @param form as written in the table
   * @param alternatives the alternatives
   */
  record Group(String form, List<AiNeed[]> alternatives) {

    static Group parse(String form, List<String> codes) {
      return new Group(
          form,
          Arrays.stream(form.split(","))
              .map(
                  alternative ->
                      Arrays.stream(alternative.split("\\+"))
                          .map(need -> AiNeed.parse(need, codes))
                          .toArray(AiNeed[]::new))
              .toList());
    }

    boolean isMetBy(List<Element> elements) {
      for (int i = 0; i < alternatives.size(); i++) {
        boolean met = true;
        for (AiNeed need : alternatives.get(i)) {
          met = met && need.isMetBy(elements);
        }
        if (met) {
          return true;
        }
      }
      return false;
    }
  }
}
