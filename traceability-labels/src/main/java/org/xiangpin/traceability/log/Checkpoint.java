package org.xiangpin.traceability.log;

import java.util.List;
import java.util.Objects;
import org.xiangpin.traceability.log.InvalidLogData.Reason;

/**
 * The state of a log: how many entries it has and the root of their tree (C2SP tlog-checkpoint).
 *
 * <p>As a note's text: origin, size in decimal, base64 of the root and any extension lines, each
 * with a line break.
 *
 * @param origin the log's name, one line; a host and path by custom
 * @param size number of leaves, 0 or more
 * @param root root of their tree
 * @param extensions further lines that mean nothing here, none of them empty
 */
public record Checkpoint(String origin, long size, TreeHash root, List<String> extensions) {
  private static final int LINES = 3;

  /**
   * Checks the lines.
   *
   * @throws InvalidLogData for an empty line, one with a control character, and a negative size
   */
  public Checkpoint {
    Objects.requireNonNull(root, "root");
    extensions = List.copyOf(extensions);
    checkLine("checkpoint origin", origin);
    extensions.forEach(line -> checkLine("checkpoint extension", line));
    if (size < 0) {
      throw new InvalidLogData(Reason.RANGE, "checkpoint size", "size is negative");
    }
  }

  private static void checkLine(String element, String line) {
    LogText.checkCharacters(element, line);
    if (line.isEmpty() || line.indexOf('\n') >= 0) {
      throw new InvalidLogData(Reason.FORMAT, element, "line is empty or more than one");
    }
  }

  /**
   * Makes a checkpoint without extensions.
   *
   * @param origin the log's name, one line
   * @param size number of leaves, 0 or more
   * @param root root of their tree
   * @return the checkpoint
   * @throws InvalidLogData as the constructor does
   */
  public static Checkpoint of(String origin, long size, TreeHash root) {
    return new Checkpoint(origin, size, root, List.of());
  }

  /**
   * Reads a note's text.
   *
   * @param text the text, ending with a line break
   * @return the checkpoint
   * @throws InvalidLogData naming line, position in {@code text} and rule
   */
  public static Checkpoint parse(String text) {
    LogText.checkCharacters("checkpoint", text);
    String[] lines = text.split("\n", -1);
    int last = lines.length - 1;
    if (last < LINES || !lines[last].isEmpty()) {
      throw new InvalidLogData(
          Reason.FORMAT, "checkpoint", text.length(), "fewer than three whole lines");
    }
    int at = 0;
    for (int i = 0; i < last; i++) {
      if (lines[i].isEmpty()) {
        throw new InvalidLogData(Reason.FORMAT, "checkpoint", at, "line is empty");
      }
      at += lines[i].length() + 1;
    }
    int sizeAt = lines[0].length() + 1;
    int rootAt = sizeAt + lines[1].length() + 1;
    long size = LogText.number("checkpoint size", lines[1], sizeAt);
    byte[] root = LogText.base64("checkpoint root", lines[2], rootAt);
    if (root.length != TreeHash.LENGTH) {
      throw new InvalidLogData(Reason.LENGTH, "checkpoint root", rootAt, "root is not 32 bytes");
    }
    return new Checkpoint(lines[0], size, TreeHash.of(root), List.of(lines).subList(LINES, last));
  }

  /**
   * Returns the note's text, to be signed.
   *
   * @return lines that {@link #parse} reads again
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n').append(root).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
