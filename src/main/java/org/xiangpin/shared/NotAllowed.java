package org.xiangpin.shared;

/** The person is known, and may not do this here. */
public final class NotAllowed extends Refusal {

  private static final long serialVersionUID = 1L;

  public NotAllowed(String chinese, String english) {
    super(403, "not-allowed", chinese, english);
  }
}
