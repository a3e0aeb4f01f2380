package org.xiangpin.shared;

/** A file that cannot be read as a whole: not this kind, another encoding, a column is missing. */
public final class UnreadableFile extends Refusal {

  private static final long serialVersionUID = 1L;

  public UnreadableFile(String chinese, String english) {
    super(400, "unreadable-file", chinese, english);
  }
}
