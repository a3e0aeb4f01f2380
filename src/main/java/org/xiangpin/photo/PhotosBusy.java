package org.xiangpin.photo;

import org.xiangpin.shared.Refusal;

/** More photos come in at this moment than can be looked at. */
public final class PhotosBusy extends Refusal {

  private static final long serialVersionUID = 1L;

  PhotosBusy() {
    super(
        503,
        "photos-busy",
        "现在传照片的人太多，这张没有收下。请过几秒再传一次。",
        "Too many photos come in at this moment, and this one was not taken. Send it again in a few"
            + " seconds.");
  }
}
