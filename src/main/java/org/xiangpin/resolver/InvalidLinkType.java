package org.xiangpin.resolver;

import java.util.List;
import org.xiangpin.shared.Refusal;

/** The {@code linkType} of a request says nothing, or nothing that can be a type of links. */
public final class InvalidLinkType extends Refusal {

  private static final long serialVersionUID = 1L;

  private static final String CHINESE = "linkType 要写 linkset，或像 gs1:pip 这样的类型，或完整的网址，最多 8 个。";
  private static final String ENGLISH =
      "linkType takes linkset, a type such as gs1:pip, or one in full, at most 8 of them.";

  InvalidLinkType() {
    super(
        400,
        "invalid-link-type",
        CHINESE,
        ENGLISH,
        List.of(new Detail("linkType", CHINESE, ENGLISH)));
  }
}
