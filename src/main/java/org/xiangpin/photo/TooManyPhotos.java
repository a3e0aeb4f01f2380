package org.xiangpin.photo;

import org.xiangpin.shared.Refusal;

/** A person handed in as many photos today as anybody may. */
public final class TooManyPhotos extends Refusal {

  private static final long serialVersionUID = 1L;

  TooManyPhotos(int most) {
    super(
        429,
        "too-many-photos",
        "今天传的照片太多了，一天最多 " + most + " 张。请明天再传。",
        "Too many photos today, at most " + most + " a day. Send the others tomorrow.");
  }
}
