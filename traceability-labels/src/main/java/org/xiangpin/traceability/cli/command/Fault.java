package org.xiangpin.traceability.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xiangpin.traceability.gs1.InvalidGs1Data;
import org.xiangpin.traceability.log.InvalidLogData;
import org.xiangpin.traceability.sign.InvalidKeySet;
import org.xiangpin.traceability.sign.InvalidSignedLink;

/**
 * Why a command has no answer, in one sentence.
 *
 * @param exitCode one of {@link ExitCode}
 * @param message the sentence
 * @param details rule, key and place where the library names them, for JSON
 */
public record Fault(int exitCode, String message, Map<String, Object> details) {

  /**
   * Makes one sentence of an exception.
   *
   * @param e what a command threw
   * @return why it has no answer
   */
  public static Fault of(Throwable e) {
    if (e instanceof Refused refused) {
      return new Fault(ExitCode.REFUSED, refused.getMessage(), refused.details());
    }
    if (e instanceof WrongUsage) {
      return new Fault(ExitCode.USAGE, e.getMessage(), Map.of());
    }
    if (e instanceof UncheckedIOException wrapped) {
      return of(wrapped.getCause());
    }
    if (e instanceof IOException io) {
      return new Fault(ExitCode.UNREADABLE, sentence(words(io)), Map.of());
    }
    if (e instanceof IllegalArgumentException) {
      return new Fault(ExitCode.REFUSED, sentence(words(e)), details(e));
    }
    if (e instanceof OutOfMemoryError) {
      String message = "There is not enough memory for this; give Java more with -Xmx.";
      return new Fault(ExitCode.UNREADABLE, message, Map.of());
    }
    return new Fault(ExitCode.UNREADABLE, "A fault of this program: " + e + ".", Map.of());
  }

  /** Returns what is wrong, without a full stop where the library gives none. */
  static String words(Throwable e) {
    if (e instanceof InvalidSignedLink link && link.getCause() != null) {
      return "no Digital Link: " + link.getCause().getMessage();
    }
    if (e instanceof NoSuchFileException) {
      return e.getMessage() + ": there is no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return e.getMessage() + ": may not be opened";
    }
    if (e instanceof FileAlreadyExistsException) {
      return e.getMessage() + ": is there already";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** Returns rule, key and place of a refusal of the library. */
  static Map<String, Object> details(Throwable e) {
    if (e instanceof InvalidGs1Data data) {
      return details(data.rule(), "ai", data.ai(), data.position());
    } else if (e instanceof InvalidSignedLink link) {
      return details(link.reason(), "ai", link.ai(), link.position());
    } else if (e instanceof InvalidKeySet keys) {
      return details(keys.reason(), "element", keys.element(), keys.position());
    } else if (e instanceof InvalidLogData data) {
      return details(data.reason(), "element", data.element(), data.position());
    }
    return Map.of();
  }

  private static Map<String, Object> details(Enum<?> rule, String name, String what, int position) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("rule", rule.name());
    if (!what.isEmpty()) {
      details.put(name, what);
    }
    if (position >= 0) {
      details.put("position", position);
    }
    return details;
  }

  /**
   * Ends words as a sentence.
   *
   * @param words with or without a full stop
   * @return with one
   */
  public static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }

  /**
   * Prints the sentence to standard error, or in JSON as standard output's only value.
   *
   * @param terminal where
   * @param json whether in JSON
   * @return the exit code
   */
  public int tell(Terminal terminal, boolean json) {
    if (json) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("ok", false);
      members.put("kind", List.of("ok", "refused", "usage", "unreadable").get(exitCode));
      members.put("message", message);
      members.putAll(details);
      terminal.print(JsonWriter.write(members));
    } else {
      terminal.printError(message);
    }
    return exitCode;
  }
}
