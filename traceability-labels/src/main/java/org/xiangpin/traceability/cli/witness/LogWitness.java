package org.xiangpin.traceability.cli.witness;

import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.ConsistencyProof;
import org.xiangpin.traceability.log.InvalidLogData;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.NoteSignature;
import org.xiangpin.traceability.log.NoteSigner;
import org.xiangpin.traceability.log.TreeHash;

/**
 * Decides what is signed (C2SP tlog-witness, {@code add-checkpoint}). Requests follow each other,
 * so that what was compared is still so when the new state is remembered.
 */
final class LogWitness {

  /**
   * An answer of HTTP.
   *
   * @param status the code
   * @param type of the body
   * @param body its text
   */
  record Answer(int status, String type, String body) {
    private static final String TEXT = "text/plain;charset=UTF-8";

    static Answer signature(NoteSignature line) {
      return new Answer(200, TEXT, line + "\n");
    }

    /** The size that is remembered. */
    static Answer conflict(long size) {
      return new Answer(409, "text/x.tlog.size", size + "\n");
    }

    static Answer refusal(int status, String sentence) {
      return new Answer(status, TEXT, sentence + "\n");
    }
  }

  private final NoteSigner signer;
  private final WitnessState state;
  private final Clock clock;
  private final Map<String, NoteKey> logs = new LinkedHashMap<>();

  LogWitness(NoteSigner signer, WitnessState state, Collection<NoteKey> logs, Clock clock) {
    this.signer = signer;
    this.state = state;
    this.clock = clock;
    logs.forEach(log -> this.logs.put(log.name(), log));
  }

  /**
   * Looks at a log's state.
   *
   * @param body the request's
   * @return the cosignature, or why there is none
   * @throws IOException when the state cannot be remembered; then nothing was signed for anybody
   */
  synchronized Answer addCheckpoint(String body) throws IOException {
    WitnessRequest request;
    try {
      request = WitnessRequest.parse(body);
    } catch (IllegalArgumentException e) {
      return Answer.refusal(400, e.getMessage());
    }
    Checkpoint now = request.checkpoint();
    NoteKey log = logs.get(now.origin());
    if (log == null) {
      return Answer.refusal(404, "This witness does not watch the log " + now.origin() + ".");
    }
    try {
      request.note().verify(List.of(log));
    } catch (InvalidLogData e) {
      return Answer.refusal(403, "The log itself did not sign this.");
    }
    if (request.old() > now.size()) {
      return Answer.refusal(400, "The old size is larger than the checkpoint's.");
    }
    Optional<Checkpoint> last = state.last(log);
    long known = last.map(Checkpoint::size).orElse(0L);
    TreeHash root = last.map(Checkpoint::root).orElse(TreeHash.EMPTY);
    if (request.old() != known || known == now.size() && !root.equals(now.root())) {
      return Answer.conflict(known);
    }
    try {
      new ConsistencyProof(known, now.size(), request.proof()).verify(root, now.root());
    } catch (InvalidLogData e) {
      return Answer.refusal(422, "The checkpoint does not go on from the one before.");
    }
    NoteSignature line = signer.cosign(request.note().text(), clock.instant().getEpochSecond());
    state.remember(log, request.note().with(line));
    return Answer.signature(line);
  }
}
