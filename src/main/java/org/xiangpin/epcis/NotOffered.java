package org.xiangpin.epcis;

import org.xiangpin.shared.Refusal;

/** A GS1 header asks for something that this service does not do. */
public final class NotOffered extends Refusal {

  private static final long serialVersionUID = 1L;

  NotOffered(String header, String offered) {
    super(
        406,
        "not-offered",
        header + "：这里只提供 " + offered + "。",
        header + ": offered here is " + offered + " only.");
  }
}
