package org.xiangpin.traceability.cli.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.SignedNote;

/**
 * What a witness remembers, a file for each log: the last state that it signed, its signature with
 * it. The file is on the disk before anybody gets the signature. One process may use a folder; it
 * keeps others out until it is closed.
 */
final class WitnessState implements AutoCloseable {
  private static final int NAME_BYTES = 16;

  private final Path folder;
  private final NoteKey witness;
  private final FileChannel lock;

  private WitnessState(Path folder, NoteKey witness, FileChannel lock) {
    this.folder = folder;
    this.witness = witness;
    this.lock = lock;
  }

  /**
   * Opens a folder, or makes it.
   *
   * @param witness whose memory it is
   * @throws IOException when it cannot be used, or another process uses it
   */
  static WitnessState open(Path folder, NoteKey witness) throws IOException {
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isOurs(lock)) {
      lock.close();
      throw new FileSystemException(folder + ": another witness is at work in this folder");
    }
    return new WitnessState(folder, witness, lock);
  }

  private static boolean isOurs(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // it is this very process that has it
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  /**
   * Returns the last state of a log that was signed.
   *
   * @return empty when it never was
   * @throws Refused when the file is not what this witness wrote: to begin anew would be to forget
   */
  Optional<Checkpoint> last(NoteKey log) throws IOException {
    Path file = file(log);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      SignedNote note = SignedNote.parse(Files.readAllBytes(file));
      note.verify(List.of(witness));
      return Optional.of(Checkpoint.parse(note.text()));
    } catch (IllegalArgumentException e) {
      throw Refused.in(file.toString(), e);
    }
  }

  /** Remembers a state, cosigned; what was remembered before is gone only once this is safe. */
  void remember(NoteKey log, SignedNote cosigned) throws IOException {
    Path file = file(log);
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try (FileChannel out =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(cosigned.toString());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  /** Named by the log's name, which may hold any character. */
  private Path file(NoteKey log) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(log.name().getBytes(StandardCharsets.UTF_8));
      return folder.resolve(
          HexFormat.of().formatHex(Arrays.copyOf(hash, NAME_BYTES)) + ".checkpoint");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
