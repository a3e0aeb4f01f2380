package org.xiangpin.traceability.cli.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files whole or not at all. */
public final class OutputFile {
  private OutputFile() {}

  /** What goes into a file. */
  public interface Content {
    /**
     * Writes it.
     *
     * @param out takes the bytes; not to be closed
     * @throws IOException when {@code out} fails
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, or over it; when the content fails, what stood there stays.
   *
   * @param path the file, in a folder that is there
   * @param content writes its bytes
   * @throws IOException when it cannot be written
   */
  public static void write(Path path, Content content) throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path + ": is a folder where a file is expected");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      fill(path, content); // a device such as /dev/stdout must not be replaced by a file
      return;
    }
    Path file = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    if (!Files.isDirectory(file.getParent())) {
      throw new FileSystemException(file.getParent() + ": there is no such folder to write into");
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      fill(unfinished, content);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void fill(Path path, Content content) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      content.writeTo(out);
    }
  }

  /**
   * Writes a secret that only its owner may read; never over another file.
   *
   * @param path the file, which is not there yet
   * @param bytes the secret
   * @throws IOException when it is there, or cannot be written
   */
  public static void writeSecret(Path path, byte[] bytes) throws IOException {
    FileAttribute<?>[] forOwner =
        path.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.createFile(path, forOwner);
    Files.write(path, bytes, StandardOpenOption.WRITE);
  }
}
