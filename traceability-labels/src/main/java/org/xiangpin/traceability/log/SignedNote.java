package org.xiangpin.traceability.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.xiangpin.traceability.log.InvalidLogData.Reason;

/**
 * A text and signatures under it (C2SP signed-note). The text means nothing before {@link #verify}.
 *
 * @param text any lines of text; ends with a line break, without other control characters
 * @param signatures one to {@value #MAX_SIGNATURES}
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** More signatures than these are refused, before any is checked. */
  public static final int MAX_SIGNATURES = 100;

  /** Longer notes are refused; in UTF-16 characters. */
  public static final int MAX_LENGTH = 1_000_000;

  private static final String BLANK_LINE = "\n\n";

  /**
   * Checks the text and the number of signatures.
   *
   * @throws InvalidLogData for a text that cannot stand in a note and for too few or many
   *     signatures
   */
  public SignedNote {
    signatures = List.copyOf(signatures);
    LogText.checkCharacters("note text", text);
    if (!text.endsWith("\n")) {
      throw new InvalidLogData(
          Reason.FORMAT, "note text", text.length(), "text does not end with a line break");
    }
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new InvalidLogData(
          Reason.LENGTH, "signatures", text.length() + 1, "a note has 1 to 100 signatures");
    }
  }

  /**
   * Signs a text.
   *
   * @param text a note's text, ending with a line break
   * @param log the first to sign
   * @return the note
   * @throws InvalidLogData for a text that cannot stand in a note
   * @throws IllegalStateException for a witness's key
   */
  public static SignedNote sign(String text, NoteSigner log) {
    LogText.checkCharacters("note text", text);
    return new SignedNote(text, List.of(log.sign(text)));
  }

  /**
   * Reads a note.
   *
   * @param bytes UTF-8
   * @return the note, not believed yet
   * @throws InvalidLogData naming element, position and rule
   */
  public static SignedNote parse(byte[] bytes) {
    return parse(LogText.utf8("note", bytes));
  }

  /**
   * Reads a note.
   *
   * @param note the whole text, ending with a line break
   * @return the note, not believed yet
   * @throws InvalidLogData naming element, position in {@code note} and rule
   */
  public static SignedNote parse(String note) {
    if (note.length() > MAX_LENGTH) {
      throw new InvalidLogData(Reason.LENGTH, "note", MAX_LENGTH, "note is too long");
    }
    LogText.checkCharacters("note", note);
    int blank = note.lastIndexOf(BLANK_LINE);
    if (blank < 0 || !note.endsWith("\n")) {
      throw new InvalidLogData(
          Reason.FORMAT, "note", note.length(), "no blank line, or no line break at the end");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    int at = blank + BLANK_LINE.length();
    while (at < note.length() && signatures.size() <= MAX_SIGNATURES) {
      int end = note.indexOf('\n', at);
      signatures.add(NoteSignature.parse(note.substring(at, end), at));
      at = end + 1;
    }
    return new SignedNote(note.substring(0, blank + 1), signatures);
  }

  /**
   * Adds a signature, a witness's for example, as last line.
   *
   * @param signature over the same text; not checked
   * @return the note with it
   * @throws InvalidLogData when the note is full
   */
  public SignedNote with(NoteSignature signature) {
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.add(signature);
    return new SignedNote(text, more);
  }

  /**
   * Checks the signatures of known keys and ignores all others.
   *
   * @param known the keys that are believed
   * @return each known key that signed, once, in the order of the lines; never empty
   * @throws InvalidLogData when a signature that names a known key is not that key's, and when no
   *     known key signed
   */
  public List<Cosignature> verify(Collection<NoteKey> known) {
    List<Cosignature> found = new ArrayList<>();
    Set<NoteKey> seen = new HashSet<>();
    for (NoteSignature signature : signatures) {
      for (NoteKey key : known) {
        if (key.isNamedBy(signature) && seen.add(key)) {
          OptionalLong seconds = NoteSignatures.check(key, text, signature.signature());
          if (seconds.isEmpty()) {
            throw new InvalidLogData(
                Reason.SIGNATURE, key.name(), "the signature is not that of this text");
          }
          found.add(new Cosignature(key, seconds.getAsLong()));
        }
      }
    }
    if (found.isEmpty()) {
      throw new InvalidLogData(Reason.KEY, "signatures", "no known key signed the text");
    }
    return List.copyOf(found);
  }

  /**
   * Returns the whole note.
   *
   * @return text, blank line and signature lines, read again by {@link #parse(String)}
   */
  @Override
  public String toString() {
    return text + signatures.stream().map(line -> "\n" + line).collect(Collectors.joining()) + "\n";
  }
}
