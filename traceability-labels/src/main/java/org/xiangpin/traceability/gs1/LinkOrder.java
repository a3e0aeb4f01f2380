package org.xiangpin.traceability.gs1;

import java.util.ArrayList;
import java.util.List;

/** Puts elements into the order of a link. */
final class LinkOrder {
  private LinkOrder() {}

  /** Returns the elements with the first primary key in front. */
  static List<Element> keyFirst(List<Element> elements) {
    List<Element> ordered = new ArrayList<>(elements);
    for (int i = 0; i < ordered.size(); i++) {
      if (ordered.get(i).ai().isPrimaryKey()) {
        ordered.add(0, ordered.remove(i));
        return ordered;
      }
    }
    throw new InvalidGs1Data(
        Gs1Rule.NO_PRIMARY_KEY, "", -1, "there is no primary key among the elements");
  }

  /**
   * Moves the qualifiers of the key behind it: of the alternative that takes most of those that may
   * stand nowhere else, then most at all.
   *
   * @param ordered elements with the key in front; changed
   * @return how many elements stand in the path
   */
  static int qualifiersNext(List<Element> ordered) {
    List<Element> best = List.of();
    int bestWeight = 0;
    for (List<String> order : ordered.get(0).ai().qualifiers()) {
      List<Element> found = new ArrayList<>();
      for (String code : order) {
        ordered.stream()
            .filter(element -> element.ai().code().equals(code))
            .findFirst()
            .ifPresent(found::add);
      }
      int weight = found.size();
      for (Element element : found) {
        weight += element.ai().isAttribute() ? 0 : ordered.size();
      }
      if (weight > bestWeight) {
        best = found;
        bestWeight = weight;
      }
    }
    for (int i = 0; i < best.size(); i++) {
      ordered.remove(best.get(i));
      ordered.add(i + 1, best.get(i));
    }
    return best.size() + 1;
  }
}
