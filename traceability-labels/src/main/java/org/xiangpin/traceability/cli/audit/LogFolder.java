package org.xiangpin.traceability.cli.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A log that lies in a folder, each file at its path.
 *
 * @param folder the folder that holds {@code checkpoint} and {@code tile}
 */
public record LogFolder(Path folder) implements LogFiles {

  @Override
  public Optional<byte[]> read(String path, int maxBytes) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(path))) {
      return Optional.of(in.readNBytes(maxBytes + 1));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public int readersAtOnce() {
    return Runtime.getRuntime().availableProcessors();
  }
}
