package org.xiangpin.traceability.cli.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.xiangpin.traceability.cli.audit.LogFiles;
import org.xiangpin.traceability.cli.command.InputFile;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Terminal;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.LogPolicy;
import org.xiangpin.traceability.log.SignedNote;

/** Reads signed checkpoints: today's of a log, and one that was kept. */
final class CheckpointFile {
  private CheckpointFile() {}

  /**
   * Reads a kept checkpoint, which the log itself must have signed. Witnesses may have come later.
   *
   * @throws Refused when it is not to be believed
   */
  static Checkpoint kept(Terminal terminal, String name, Trust trust) throws IOException {
    byte[] bytes = InputFile.bytes(terminal, name, LogFiles.MAX_CHECKPOINT);
    try {
      SignedNote note = SignedNote.parse(bytes);
      return LogPolicy.of(trust.policyFor(note).log()).verify(note).checkpoint();
    } catch (IllegalArgumentException e) {
      throw Refused.in("The older checkpoint " + name, e);
    }
  }

  /**
   * Reads a log's checkpoint, without believing it.
   *
   * @param name the log's address, for messages
   * @throws Refused for what is no signed checkpoint
   */
  static SignedNote today(LogFiles files, String name) throws IOException {
    byte[] bytes =
        files
            .read("checkpoint", LogFiles.MAX_CHECKPOINT)
            .orElseThrow(() -> new NoSuchFileException(name + " (checkpoint)"));
    try {
      SignedNote note = SignedNote.parse(bytes);
      Checkpoint.parse(note.text());
      return note;
    } catch (IllegalArgumentException e) {
      throw Refused.in("The log's checkpoint", e);
    }
  }
}
