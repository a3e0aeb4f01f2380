package org.xiangpin.traceability.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads files of bounded size; the name {@code -} means standard input. */
public final class InputFile {
  private static final String STANDARD_INPUT = "-";

  private InputFile() {}

  /**
   * Opens a file to be read as it comes; the reader keeps to its own bounds.
   *
   * @param terminal gives standard input
   * @param name a file's name, or {@code -}
   * @return its bytes
   * @throws IOException when it cannot be opened
   */
  public static InputStream open(Terminal terminal, String name) throws IOException {
    if (name.equals(STANDARD_INPUT)) {
      return terminal.in();
    }
    Path path = path(name);
    if (Files.isDirectory(path)) {
      throw new FileSystemException(name + ": is a folder where a file is expected");
    }
    return Files.newInputStream(path);
  }

  /**
   * Reads a name.
   *
   * @param name a file's name
   * @return its path
   * @throws WrongUsage when it can be no file's name
   */
  public static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new WrongUsage("Not the name of a file: " + name + ".");
    }
  }

  /**
   * Reads a whole file.
   *
   * @param terminal gives standard input
   * @param name a file's name, or {@code -}
   * @param maxBytes how many bytes it may have
   * @return its bytes
   * @throws IOException when it cannot be read
   * @throws Refused for a longer file
   */
  public static byte[] bytes(Terminal terminal, String name, int maxBytes) throws IOException {
    try (InputStream in = open(terminal, name)) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new Refused("%s: is longer than %,d bytes.".formatted(name, maxBytes));
      }
      return bytes;
    }
  }

  /**
   * Reads a whole file of text.
   *
   * @param terminal gives standard input
   * @param name a file's name, or {@code -}
   * @param maxBytes how many bytes it may have
   * @return its text
   * @throws IOException when it cannot be read
   * @throws Refused for a longer file and for bytes that are not UTF-8
   */
  public static String text(Terminal terminal, String name, int maxBytes) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(bytes(terminal, name, maxBytes));
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(bytes)
          .toString();
    } catch (CharacterCodingException e) {
      throw new Refused(name + ": is not UTF-8 at byte " + bytes.position() + ".");
    }
  }
}
