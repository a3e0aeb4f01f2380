package org.xiangpin.traceability.gs1;

import java.util.List;

/** Which application identifiers need or exclude each other (GS1 General Specifications §4.13). */
final class Combinations {
  private Combinations() {}

  /**
   * Checks what stands together.
   *
   * @param elements all that stands in one link or element string
   * @param positions where each identifier stands in the text that was given, or null
   */
  static void check(List<Element> elements, int[] positions) {
    for (int i = 0; i < elements.size(); i++) {
      ApplicationIdentifier ai = elements.get(i).ai();
      int position = positions == null ? -1 : positions[i];
      List<AiNeed> excluded = ai.traits().excluded();
      for (int k = 0; k < excluded.size(); k++) {
        checkAbsent(excluded.get(k), ai, elements, position);
      }
      List<AiNeed.Group> required = ai.traits().required();
      for (int k = 0; k < required.size(); k++) {
        if (!required.get(k).isMetBy(elements)) {
          throw new InvalidGs1Data(
              Gs1Rule.REQUIRED,
              ai.code(),
              position,
              "none of the application identifiers it requires is there ("
                  + required.get(k).form()
                  + ")");
        }
      }
    }
  }

  private static void checkAbsent(
      AiNeed excluded, ApplicationIdentifier ai, List<Element> elements, int position) {
    for (int i = 0; i < elements.size(); i++) {
      Element other = elements.get(i);
      if (excluded.isMetBy(other) && !other.ai().equals(ai)) {
        throw new InvalidGs1Data(
            Gs1Rule.EXCLUDED,
            ai.code(),
            position,
            "may not stand together with AI (" + other.ai().code() + ")");
      }
    }
  }
}
