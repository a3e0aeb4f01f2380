package org.xiangpin.shared;

/** The thing has moved on (or not come so far): this step does not follow from its state. */
public final class WrongState extends Refusal {

  private static final long serialVersionUID = 1L;

  public WrongState(String chinese, String english) {
    super(409, "wrong-state", chinese, english);
  }
}
