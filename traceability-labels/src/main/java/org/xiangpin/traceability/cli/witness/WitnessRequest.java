package org.xiangpin.traceability.cli.witness;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.xiangpin.traceability.log.Checkpoint;
import org.xiangpin.traceability.log.SignedNote;
import org.xiangpin.traceability.log.TreeHash;

/**
 * What a log sends: the size that it believes the witness knows, the proof that its state goes on
 * from there, and the state, not believed yet.
 *
 * @param old number of leaves, 0 or more
 * @param proof hashes of the consistency proof, at most 63
 * @param note the signed state
 * @param checkpoint the note's text
 */
record WitnessRequest(long old, List<TreeHash> proof, SignedNote note, Checkpoint checkpoint) {

  private static final int MOST_HASHES = 63;
  private static final String OLD = "old (0|[1-9][0-9]{0,17})";

  /**
   * Reads a request.
   *
   * @param body {@code old}, a space and the size; a hash in base64 a line; an empty line; the note
   * @throws IllegalArgumentException for anything else, naming the first fault
   */
  static WitnessRequest parse(String body) {
    int blank = body.indexOf("\n\n");
    if (blank < 0) {
      throw new IllegalArgumentException("There is no empty line before the checkpoint.");
    }
    String[] lines = body.substring(0, blank).split("\n", -1);
    if (!lines[0].matches(OLD)) {
      throw new IllegalArgumentException("The first line is not \"old\" and a size.");
    }
    if (lines.length - 1 > MOST_HASHES) {
      throw new IllegalArgumentException("A proof has at most 63 hashes.");
    }
    List<TreeHash> proof = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      proof.add(hash(lines[i], i + 1));
    }
    SignedNote note = SignedNote.parse(body.substring(blank + 2));
    return new WitnessRequest(
        Long.parseLong(lines[0].substring("old ".length())),
        proof,
        note,
        Checkpoint.parse(note.text()));
  }

  private static TreeHash hash(String line, int number) {
    try {
      return TreeHash.of(Base64.getDecoder().decode(line));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Line " + number + " is not a hash in base64.", e);
    }
  }
}
