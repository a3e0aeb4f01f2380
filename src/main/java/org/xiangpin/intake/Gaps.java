package org.xiangpin.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.xiangpin.lineage.IncomingCheck.Gap;

/**
 * What a certificate lacked, as a row keeps it.
 *
 * @param words names of the gaps, with commas between; empty for none
 */
@Embeddable
public record Gaps(@Column(name = "gaps") String words) {

  static final Gaps NONE = new Gaps("");

  static Gaps of(Collection<Gap> missing) {
    return new Gaps(missing.stream().map(Gap::name).collect(Collectors.joining(",")));
  }

  List<Gap> list() {
    return words.isEmpty() ? List.of() : Arrays.stream(words.split(",")).map(Gap::valueOf).toList();
  }
}
