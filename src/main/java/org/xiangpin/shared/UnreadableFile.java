package org.xiangpin.shared;

/** A file that cannot be read as a whole: not this kind, another encoding, a column is missing. */
public final class UnreadableFile extends Refusal {

  private static final long serialVersionUID = 1L;

  private static final long MOST_BYTES = 4 << 20;

  public UnreadableFile(String chinese, String english) {
    super(400, "unreadable-file", chinese, english);
  }

  /**
   * @param bytes of the uploaded file, at most 4 MiB; more than any village's list has
   */
  public static void refuseTooLarge(long bytes) {
    if (bytes > MOST_BYTES) {
      throw new UnreadableFile(
          "文件太大，最多 4 MB。请分成几个文件，一个一个导入。",
          "The file is too large; 4 MB at most. Split it and import the parts one by one.");
    }
  }
}
