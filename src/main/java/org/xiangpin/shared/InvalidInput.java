package org.xiangpin.shared;

import java.util.List;

/** A value that a person or a client gave and that cannot be taken, with its field. */
public final class InvalidInput extends Refusal {

  private static final long serialVersionUID = 1L;

  public InvalidInput(String field, String chinese, String english) {
    super(400, "invalid-input", chinese, english, List.of(new Detail(field, chinese, english)));
  }

  public InvalidInput(List<Detail> details) {
    super(400, "invalid-input", details.get(0).chinese(), details.get(0).english(), details);
  }
}
