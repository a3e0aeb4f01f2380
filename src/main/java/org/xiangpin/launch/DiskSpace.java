package org.xiangpin.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Refuses a start for which the disk has too little room: a database server that meets the end of
 * the disk halfway says so in many words that help nobody.
 */
final class DiskSpace {

  /** Bytes of the unpacked server programs. */
  private static final long PROGRAMS = 370_000_000;

  /** Bytes of a new database, with the demo in it. */
  private static final long NEW_DATABASE = 200_000_000;

  /** Bytes without which no start makes sense. */
  private static final long TO_WORK = 50_000_000;

  private DiskSpace() {}

  /**
   * Looks at what is there already, and asks for the rest.
   *
   * @param folder the data folder
   * @param binaries where the server's programs are unpacked to, perhaps on another disk
   */
  static void requireFor(Path folder, Path binaries) {
    long programs = Files.isDirectory(binaries.resolve("bin")) ? 0 : PROGRAMS;
    long tables = Files.isDirectory(folder.resolve("db").resolve("mysql")) ? 0 : NEW_DATABASE;
    try {
      Files.createDirectories(folder);
      Files.createDirectories(binaries);
      if (Files.getFileStore(folder).equals(Files.getFileStore(binaries))) {
        require(folder, programs + tables + TO_WORK);
      } else {
        require(binaries, programs);
        require(folder, tables + TO_WORK);
      }
    } catch (IOException e) {
      throw new CannotStart(
          CannotStart.IO_ERROR,
          "数据文件夹 " + folder + " 不可写。",
          "The data folder " + folder + " cannot be written: " + CannotStart.reason(e),
          e);
    }
  }

  static void require(Path folder, long bytes) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < bytes) {
      long wanted = bytes / 1_000_000;
      long left = free / 1_000_000;
      throw new CannotStart(
          CannotStart.IO_ERROR,
          "磁盘空间不足："
              + folder
              + " 需要 "
              + wanted
              + " MB，只剩 "
              + left
              + " MB。请腾出空间，或用 XIANGPIN_DATA 另选一个磁盘。",
          "The disk is too full: "
              + folder
              + " needs "
              + wanted
              + " MB and "
              + left
              + " MB are left. Make room, or choose another disk with XIANGPIN_DATA.");
    }
  }
}
