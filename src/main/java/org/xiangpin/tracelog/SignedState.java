package org.xiangpin.tracelog;

import java.time.Instant;
import java.util.List;
import org.xiangpin.traceability.log.NoteSignature;
import org.xiangpin.traceability.log.SignedNote;
import org.xiangpin.traceability.log.TreeHash;

/**
 * A state of the log that was signed.
 *
 * @param size number of entries
 * @param root over them
 * @param note the checkpoint, with the log's signature and, behind it, those of witnesses
 * @param signedAt when the log signed
 */
public record SignedState(long size, TreeHash root, SignedNote note, Instant signedAt) {

  /** The names of the witnesses' keys that cosigned. */
  public List<String> witnesses() {
    return note.signatures().stream().skip(1).map(NoteSignature::name).toList();
  }
}
