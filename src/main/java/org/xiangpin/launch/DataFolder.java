package org.xiangpin.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

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
          "数据文件夹不可写 / The data folder "
              + path
              + " cannot be written: "
              + e.getMessage()
              + ". Choose another one with XIANGPIN_DATA.",
          e);
    }
  }
}
