package org.xiangpin.traceability.log;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xiangpin.traceability.log.InvalidLogData.Reason;

/**
 * The file {@code .tlog-proof} (C2SP tlog-proof, {@code c2sp.org/tlog-proof@v1}): that one entry is
 * in a log, for whoever has the entry and believes the log's key, offline and for ever.
 *
 * @param extra base64 (RFC 4648 §4) of data that nobody signed and nothing here reads; not empty
 * @param index the entry's place in the log, from 0
 * @param hashes the inclusion proof, from the leaf's neighbour up to the root
 * @param checkpoint the log's signed checkpoint
 */
public record LogProof(
    Optional<String> extra, long index, List<TreeHash> hashes, SignedNote checkpoint) {
  private static final String HEAD = "c2sp.org/tlog-proof@v1\n";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final int MAX_HASHES = 63;

  /**
   * Checks that the parts fit together, without checking a signature or hash.
   *
   * @throws InvalidLogData for extra data that is no base64, a note that is no checkpoint, an index
   *     outside its tree and a wrong number of hashes
   */
  public LogProof {
    extra.ifPresent(text -> checkExtra(text, -1));
    hashes = List.copyOf(hashes);
    new InclusionProof(index, Checkpoint.parse(checkpoint.text()).size(), hashes);
  }

  private static void checkExtra(String text, int position) {
    if (LogText.base64("extra", text, position).length == 0) {
      throw new InvalidLogData(Reason.LENGTH, "extra", position, "extra data is empty");
    }
  }

  /**
   * Makes a proof.
   *
   * @param inclusion proof that the entry is in the checkpoint's tree
   * @param checkpoint the log's signed checkpoint of the same size
   * @return the proof, without extra data
   * @throws InvalidLogData for a checkpoint of another size
   */
  public static LogProof of(InclusionProof inclusion, SignedNote checkpoint) {
    if (Checkpoint.parse(checkpoint.text()).size() != inclusion.size()) {
      throw new InvalidLogData(Reason.RANGE, "checkpoint size", "proof is for another size");
    }
    return new LogProof(Optional.empty(), inclusion.index(), inclusion.hashes(), checkpoint);
  }

  /**
   * Adds data for the reader's convenience.
   *
   * @param data at least one byte; neither signed nor proved by anything
   * @return the proof with it
   * @throws InvalidLogData for no bytes
   */
  public LogProof withExtra(byte[] data) {
    String text = Base64.getEncoder().encodeToString(data);
    return new LogProof(Optional.of(text), index, hashes, checkpoint);
  }

  /**
   * Reads a proof.
   *
   * @param bytes UTF-8
   * @return the proof, not believed yet
   * @throws InvalidLogData naming element, position and rule
   */
  public static LogProof parse(byte[] bytes) {
    return parse(LogText.utf8("proof", bytes));
  }

  /**
   * Reads a proof.
   *
   * @param text the file's text
   * @return the proof, not believed yet
   * @throws InvalidLogData naming element, position in {@code text} and rule
   */
  public static LogProof parse(String text) {
    if (!text.startsWith(HEAD)) {
      throw new InvalidLogData(Reason.FORMAT, "proof", 0, "does not begin with " + HEAD.trim());
    }
    int at = HEAD.length();
    Optional<String> extra = Optional.empty();
    if (text.startsWith(EXTRA, at)) {
      String data = line(text, at).substring(EXTRA.length());
      checkExtra(data, at + EXTRA.length());
      extra = Optional.of(data);
      at += EXTRA.length() + data.length() + 1;
    }
    if (!text.startsWith(INDEX, at)) {
      throw new InvalidLogData(Reason.FORMAT, "index", at, "line with the index expected");
    }
    String number = line(text, at).substring(INDEX.length());
    long index = LogText.number("index", number, at + INDEX.length());
    at += INDEX.length() + number.length() + 1;
    List<TreeHash> hashes = new ArrayList<>();
    String line = line(text, at);
    while (!line.isEmpty()) {
      byte[] hash = LogText.base64("inclusion proof", line, at);
      if (hash.length != TreeHash.LENGTH || hashes.size() == MAX_HASHES) {
        throw new InvalidLogData(
            Reason.LENGTH, "inclusion proof", at, "hash is not 32 bytes, or the 64th");
      }
      hashes.add(TreeHash.of(hash));
      at += line.length() + 1;
      line = line(text, at);
    }
    return new LogProof(extra, index, hashes, checkpoint(text, at + 1));
  }

  /** Positions are to count in the whole file. */
  private static SignedNote checkpoint(String text, int at) {
    try {
      SignedNote note = SignedNote.parse(text.substring(at));
      Checkpoint.parse(note.text());
      return note;
    } catch (InvalidLogData e) {
      throw e.after(at);
    }
  }

  private static String line(String text, int from) {
    int end = text.indexOf('\n', from);
    if (end < 0) {
      throw new InvalidLogData(Reason.FORMAT, "proof", text.length(), "file is cut off");
    }
    return text.substring(from, end);
  }

  /**
   * Checks that an entry is in the log.
   *
   * @param entry the entry's data, not its hash
   * @param policy whom to believe
   * @return the checkpoint under which the entry was found, and who cosigned it
   * @throws InvalidLogData when it is not proved, naming the first reason
   */
  public LogPolicy.Verified verify(byte[] entry, LogPolicy policy) {
    LogPolicy.Verified verified = policy.verify(checkpoint);
    Checkpoint state = verified.checkpoint();
    new InclusionProof(index, state.size(), hashes).verify(TreeHash.ofLeaf(entry), state.root());
    return verified;
  }

  /**
   * Returns the file's text.
   *
   * @return text that {@link #parse(String)} reads again
   */
  @Override
  public String toString() {
    return HEAD
        + extra.map(data -> EXTRA + data + "\n").orElse("")
        + INDEX
        + index
        + "\n"
        + hashes.stream().map(hash -> hash + "\n").collect(Collectors.joining())
        + "\n"
        + checkpoint;
  }
}
