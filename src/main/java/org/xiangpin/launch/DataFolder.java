package org.xiangpin.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of the embedded database, {@code ./data} by default, owned by one process at a time.
 */
final class DataFolder {

  /** Held to the end of the process: a channel that is garbage is closed, and its lock is gone. */
  private static FileChannel held;

  private final Path path;

  private DataFolder(Path path) {
    this.path = path;
  }

  static DataFolder configured() {
    return new DataFolder(Path.of(Settings.find("xiangpin.data").orElse("data")).toAbsolutePath());
  }

  static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> innermostFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : innermostFirst) {
      Files.delete(one);
    }
  }

  Path path() {
    return path;
  }

  /** Takes the folder; empty when a living process has it. The lock ends with the process. */
  Optional<DataFolder> lock() {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        held = channel;
        return Optional.of(this);
      }
      channel.close();
      return Optional.empty();
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new CannotStart(
          CannotStart.IO_ERROR,
          "数据文件夹 " + path + " 不可写，请用 XIANGPIN_DATA 另选一个。",
          "The data folder "
              + path
              + " cannot be written: "
              + CannotStart.reason(e)
              + ". Choose another one with XIANGPIN_DATA.",
          e);
    }
  }
}
