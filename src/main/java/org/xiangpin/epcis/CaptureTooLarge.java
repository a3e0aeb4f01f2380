package org.xiangpin.epcis;

import org.xiangpin.shared.Refusal;

/** More events, or more bytes, than one document may have. */
public final class CaptureTooLarge extends Refusal {

  private static final long serialVersionUID = 1L;

  CaptureTooLarge(String chinese, String english) {
    super(413, "capture-too-large", chinese, english);
  }

  static CaptureTooLarge events() {
    return new CaptureTooLarge(
        "一份文件最多 " + EventDocument.MOST_EVENTS + " 个事件，请分开发送。",
        "A document may hold " + EventDocument.MOST_EVENTS + " events at most; send several.");
  }
}
