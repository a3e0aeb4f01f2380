package org.xiangpin.lotview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.xiangpin.field.FieldFacts;

/**
 * What a lot's page tells beside the lot's own rows.
 *
 * @param field tests, marks, sprays
 * @param villages where it grew, when it was made of others' lots; else null
 * @param photo where the producer's picture is; null for none that buyers may see
 * @param proof where the step that led to the lot's state can be proved; null until it can, or when
 *     that step is not public
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LotBackground(FieldFacts field, List<String> villages, Photo photo, Proof proof) {

  /**
   * @param path of the picture
   * @param width in pixels
   * @param height in pixels
   * @param alt what is to be seen, in the producer's words
   */
  public record Photo(String path, int width, int height, String alt) {}

  /**
   * @param index place in the public log, from 0
   * @param path of the file that proves it
   */
  public record Proof(long index, String path) {

    static Proof of(long index) {
      return new Proof(index, "/log/proof/" + index);
    }

    /** As people count. */
    public long number() {
      return index + 1;
    }
  }
}
