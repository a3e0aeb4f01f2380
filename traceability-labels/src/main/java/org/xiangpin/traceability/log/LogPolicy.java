package org.xiangpin.traceability.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.xiangpin.traceability.log.InvalidLogData.Reason;
import org.xiangpin.traceability.log.NoteKey.Kind;

/**
 * Whom an outsider believes: a log, and how many of which witnesses must have seen its checkpoint.
 *
 * <p>Without witnesses a log could show two people two histories; with them only together with a
 * quorum of witnesses.
 *
 * @param origin the log's name in its checkpoints
 * @param log the log's key
 * @param witnesses the witnesses' keys, all different
 * @param quorum how many of them must have cosigned, 0 to their number
 */
public record LogPolicy(String origin, NoteKey log, List<NoteKey> witnesses, int quorum) {
  /**
   * Checks the keys.
   *
   * @throws InvalidLogData for a key of the wrong kind, a key that stands there twice under
   *     whatever name, and a quorum that cannot be
   */
  public LogPolicy {
    Objects.requireNonNull(origin, "origin");
    witnesses = List.copyOf(witnesses);
    Set<Object> seen = new HashSet<>(Set.of(log.key()));
    for (NoteKey witness : witnesses) {
      if (witness.kind() != Kind.WITNESS || !seen.add(witness.key())) {
        throw new InvalidLogData(
            Reason.KEY, witness.name(), "key is no witness's, or stands there twice");
      }
    }
    if (log.kind() != Kind.LOG) {
      throw new InvalidLogData(Reason.KEY, log.name(), "key is no log's");
    }
    if (quorum < 0 || quorum > witnesses.size()) {
      throw new InvalidLogData(Reason.QUORUM, "quorum", "quorum is not from 0 to the witnesses");
    }
  }

  /**
   * Believes a log without witnesses.
   *
   * @param log its key, whose name is also the log's origin
   * @return the policy
   * @throws InvalidLogData for a witness's key
   */
  public static LogPolicy of(NoteKey log) {
    return new LogPolicy(log.name(), log, List.of(), 0);
  }

  /**
   * What a check of a checkpoint came to.
   *
   * @param checkpoint the checkpoint, signed by the log
   * @param cosignatures the witnesses that signed it too, each once, with their times
   */
  public record Verified(Checkpoint checkpoint, List<Cosignature> cosignatures) {
    /** Copies the list. */
    public Verified {
      cosignatures = List.copyOf(cosignatures);
    }
  }

  /**
   * Checks a checkpoint: signed by the log, of the right origin, cosigned by the quorum. Signatures
   * of others are ignored; a wrong one of a known key is not.
   *
   * @param note the signed checkpoint
   * @return the checkpoint and who cosigned it
   * @throws InvalidLogData when it is not to be believed, naming the first reason
   */
  public Verified verify(SignedNote note) {
    List<NoteKey> known = new ArrayList<>(witnesses);
    known.add(log);
    List<Cosignature> signed = note.verify(known);
    if (signed.stream().noneMatch(s -> s.key().equals(log))) {
      throw new InvalidLogData(Reason.KEY, log.name(), "the log itself did not sign");
    }
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    if (!checkpoint.origin().equals(origin)) {
      throw new InvalidLogData(Reason.ORIGIN, "checkpoint origin", 0, "another log's checkpoint");
    }
    List<Cosignature> cosigned = signed.stream().filter(s -> !s.key().equals(log)).toList();
    if (cosigned.size() < quorum) {
      throw new InvalidLogData(
          Reason.QUORUM,
          "cosignatures",
          "%d of %d needed witnesses cosigned".formatted(cosigned.size(), quorum));
    }
    return new Verified(checkpoint, cosigned);
  }
}
