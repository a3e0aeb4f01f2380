package org.xiangpin;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium for tests of pages; where there is none they are skipped, except in CI. */
final class Browser implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** Skips the test with one printed line where no Chromium is; with {@code CI=true} it fails. */
  static Browser open() {
    Optional<Path> executable = find();
    if (executable.isEmpty()) {
      String message = "Chromium is not installed: the checks in a browser are skipped.";
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message);
      }
      System.out.println(message);
      assumeTrue(false, message);
    }
    return new Browser(executable.orElseThrow());
  }

  com.microsoft.playwright.Browser chromium() {
    return chromium;
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  private static Optional<Path> find() {
    Stream<String> folders =
        Stream.of(
            Optional.ofNullable(System.getenv("PATH"))
                .orElse("")
                .split(java.io.File.pathSeparator));
    return folders
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
