package org.xiangpin.traceability.cli.log;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.Cosignature;
import org.xiangpin.traceability.log.LogPolicy;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.SignedNote;

/**
 * Whom a user believes: logs, witnesses, and which of these are enough.
 *
 * @param logs the logs' keys
 * @param witnesses the witnesses' keys
 * @param quorum which witnesses must have cosigned
 */
record Trust(List<NoteKey> logs, List<NoteKey> witnesses, Quorum quorum) {

  static Trust of(NoteKey log) {
    return new Trust(List.of(log), List.of(), Quorum.NONE);
  }

  /** Returns what is asked of the log that a checkpoint names, witnesses being counted apart. */
  LogPolicy policyFor(SignedNote note) {
    String origin = Checkpoint.parse(note.text()).origin();
    NoteKey log =
        logs.stream()
            .filter(key -> key.name().equals(origin))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refused(
                        "The checkpoint is of the log %s, and the given key is of %s."
                            .formatted(origin, names())));
    return new LogPolicy(origin, log, witnesses, 0);
  }

  private String names() {
    return logs.stream().map(NoteKey::name).collect(Collectors.joining(" and "));
  }

  /**
   * Checks a checkpoint.
   *
   * @throws IllegalArgumentException when it is not to be believed, naming the first reason
   */
  LogPolicy.Verified verify(SignedNote note) {
    LogPolicy.Verified verified = policyFor(note).verify(note);
    Set<NoteKey> cosigned =
        verified.cosignatures().stream().map(Cosignature::key).collect(Collectors.toSet());
    if (!quorum.isMetBy(cosigned)) {
      throw new Refused(
          "The checkpoint lacks witnesses: cosigned by %d of %d, which is not the policy's quorum."
              .formatted(cosigned.size(), witnesses.size()));
    }
    return verified;
  }
}
