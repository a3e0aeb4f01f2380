package org.xiangpin.tracelog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.xiangpin.traceability.log.ConsistencyProof;
import org.xiangpin.traceability.log.InvalidLogData;
import org.xiangpin.traceability.log.NoteKey;
import org.xiangpin.traceability.log.NoteSignature;
import org.xiangpin.traceability.log.SignedNote;
import org.xiangpin.traceability.log.TreeHash;

/**
 * Somebody else, a county's bureau or a school, who remembers how far the log had grown and signs
 * only what goes on from there (C2SP tlog-witness, the client's side of {@code add-checkpoint}).
 *
 * @param key its key
 * @param address below which it answers
 */
record Witness(NoteKey key, URI address) {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_ANSWER = 16_384;
  private static final int CONFLICT = 409;
  private static final int DOES_NOT_GO_ON = 422;

  /**
   * @param signature the cosignature; null when the witness remembers another size than was named
   * @param remembered that size; empty when it signed
   */
  record Answer(NoteSignature signature, OptionalLong remembered) {}

  /**
   * @param text key, a space, address
   * @throws IllegalArgumentException for anything else
   */
  static Witness parse(String text) {
    String[] parts = text.strip().split("\\s+");
    if (parts.length != 2 || !parts[1].matches("https?://.+")) {
      throw new IllegalArgumentException(
          "xiangpin.log.witnesses: a key, a space and an http address expected: " + text);
    }
    try {
      NoteKey key = NoteKey.parse(parts[0]);
      return new Witness(key, URI.create(parts[1].endsWith("/") ? parts[1] : parts[1] + "/"));
    } catch (InvalidLogData e) {
      throw new IllegalArgumentException("xiangpin.log.witnesses: " + e.getMessage(), e);
    }
  }

  /**
   * Shows it a state.
   *
   * @param old the size that it signed last
   * @param proof that the state goes on from there
   * @throws IOException when it does not answer, or with something that is no answer
   * @throws LogBroken when it finds that the state does not go on from what it signed
   */
  Answer show(HttpClient http, long old, ConsistencyProof proof, SignedNote note)
      throws IOException, InterruptedException {
    String body =
        "old "
            + old
            + "\n"
            + proof.hashes().stream().map(TreeHash::toString).collect(Collectors.joining("\n"))
            + (proof.hashes().isEmpty() ? "" : "\n")
            + "\n"
            + note;
    HttpResponse<InputStream> answer =
        http.send(
            HttpRequest.newBuilder(address.resolve("add-checkpoint"))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    String text = text(answer.body());
    if (answer.statusCode() == CONFLICT && text.matches("[0-9]{1,18}\n?")) {
      return new Answer(null, OptionalLong.of(Long.parseLong(text.strip())));
    }
    if (answer.statusCode() == DOES_NOT_GO_ON) {
      throw new LogBroken(
          "the log does not go on from the %d entries that the witness %s signed"
              .formatted(old, key.name()));
    }
    if (answer.statusCode() != 200) {
      throw new IOException(key.name() + " answers " + answer.statusCode());
    }
    return new Answer(signatureIn(note, text), OptionalLong.empty());
  }

  /** The client's patience ends with the headers, this with the last byte. */
  private String text(InputStream answer) throws IOException, InterruptedException {
    try (answer) {
      byte[] bytes =
          CompletableFuture.supplyAsync(() -> upToTooMuch(answer))
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (bytes.length > MOST_ANSWER) {
        throw new IOException(key.name() + " answers with too much");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(key.name() + " breaks off", e);
    }
  }

  private static byte[] upToTooMuch(InputStream answer) {
    try {
      return answer.readNBytes(MOST_ANSWER + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its own line among those that it sent; checked. */
  private NoteSignature signatureIn(SignedNote note, String lines) throws IOException {
    try {
      SignedNote cosigned =
          SignedNote.parse(note.text() + "\n" + (lines.endsWith("\n") ? lines : lines + "\n"));
      cosigned.verify(List.of(key));
      return cosigned.signatures().stream()
          .filter(s -> s.name().equals(key.name()) && s.keyId() == key.id())
          .findFirst()
          .orElseThrow();
    } catch (InvalidLogData e) {
      throw new IOException(key.name() + ": " + e.getMessage(), e);
    }
  }
}
