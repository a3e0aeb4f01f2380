package org.xiangpin.shared;

/** It is not there, or not for this person: both are answered alike. */
public final class NotFound extends Refusal {

  private static final long serialVersionUID = 1L;

  public NotFound() {
    super(
        404,
        "not-found",
        "没有找到。可能已被移走，或不在您的范围内。",
        "Not found. It may have moved, or is not within your scope.");
  }
}
