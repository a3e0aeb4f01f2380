package org.xiangpin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts of the packaged service that are refused: one message that says what to do, and a code.
 */
class StartIT {

  private static final Path JAR =
      Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
  private static final String SECRET = "a-secret-of-an-operator-0123456789abcdef";

  private record Ended(int code, String output) {}

  @TempDir Path folder;

  @Test
  void productionWantsASecretOfItsOwn() throws Exception {
    Ended without = start(Map.of("XIANGPIN_PUBLIC_URL", "https://trace.example.cn"));
    assertEquals(78, without.code());
    assertTrue(without.output().contains("XIANGPIN_SECRET"), without.output());
    Ended demo =
        start(
            Map.of(
                "XIANGPIN_PUBLIC_URL", "https://trace.example.cn",
                "XIANGPIN_SECRET", "demo-only-secret-that-production-refuses"));
    assertEquals(78, demo.code());
    assertTrue(demo.output().contains("everyone knows"), demo.output());
  }

  @Test
  void productionWantsThePublicAddress() throws Exception {
    Ended ended = start(Map.of("XIANGPIN_SECRET", SECRET));
    assertEquals(78, ended.code());
    assertTrue(ended.output().contains("XIANGPIN_PUBLIC_URL"), ended.output());
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = String.valueOf(taken.getLocalPort());
      Ended ended = start(Map.of("QUARKUS_HTTP_PORT", port), "-Dquarkus.profile=demo");
      assertEquals(69, ended.code());
      assertTrue(ended.output().contains(port), ended.output());
    }
  }

  @Test
  void aPortThatIsNoneIsNamed() throws Exception {
    Ended ended = start(Map.of("QUARKUS_HTTP_PORT", "80a"), "-Dquarkus.profile=demo");
    assertEquals(78, ended.code());
    assertTrue(ended.output().contains("80a"), ended.output());
    assertTrue(!ended.output().contains("\tat "), ended.output());
  }

  @Test
  void anAddressThatIsNoDatabaseIsRefused() throws Exception {
    Ended ended =
        start(
            Map.of("XIANGPIN_DB_URL", "mysql://127.0.0.1/xiangpin", "QUARKUS_HTTP_PORT", "0"),
            "-Dquarkus.profile=demo");
    assertEquals(78, ended.code());
    assertTrue(ended.output().contains("jdbc:mysql://"), ended.output());
  }

  @Test
  void anOwnerOfTheTablesWithoutAPasswordIsRefused() throws Exception {
    Ended ended =
        start(
            Map.of(
                "XIANGPIN_DB_URL", "jdbc:mysql://127.0.0.1:1/xiangpin",
                "XIANGPIN_DB_OWNER_USER", "owner",
                "QUARKUS_HTTP_PORT", "0"),
            "-Dquarkus.profile=demo");
    assertEquals(78, ended.code());
    assertTrue(ended.output().contains("XIANGPIN_DB_OWNER_PASSWORD"), ended.output());
  }

  @Test
  void refusalsAreInBothLanguagesEvenWhereTheLocaleIsBare() throws Exception {
    Ended ended =
        start(Map.of("QUARKUS_HTTP_PORT", "80a", "LC_ALL", "C"), "-Dquarkus.profile=demo");
    assertTrue(ended.output().contains("端口号"), ended.output());
    assertTrue(ended.output().contains("no port"), ended.output());
  }

  @Test
  void aDatabaseThatIsAwayIsNamed() throws Exception {
    String url;
    try (ServerSocket closedAgain = new ServerSocket(0)) {
      url = "jdbc:mysql://127.0.0.1:" + closedAgain.getLocalPort() + "/xiangpin";
    }
    Ended ended =
        start(Map.of("XIANGPIN_DB_URL", url, "QUARKUS_HTTP_PORT", "0"), "-Dquarkus.profile=demo");
    assertEquals(69, ended.code());
    assertTrue(ended.output().contains(url), ended.output());
    assertTrue(ended.output().contains("数据库"), ended.output());
  }

  @Test
  void aDataFolderThatCannotBeWrittenIsNamed() throws Exception {
    // even root can't make a folder below a file
    Path file = Files.createFile(folder.resolve("file"));
    Ended ended =
        start(
            Map.of("XIANGPIN_DATA", file.resolve("data").toString(), "QUARKUS_HTTP_PORT", "0"),
            "-Dquarkus.profile=demo");
    assertEquals(74, ended.code());
    assertTrue(ended.output().contains("XIANGPIN_DATA"), ended.output());
    assertTrue(ended.output().contains("不可写"), ended.output());
  }

  @Test
  void anUnknownSubcommandTouchesNothing() throws Exception {
    Ended ended = start(Map.of("XIANGPIN_DATA", folder.resolve("data").toString()), "", "improt");
    assertEquals(2, ended.code());
    assertTrue(ended.output().contains("improt"), ended.output());
    assertTrue(Files.notExists(folder.resolve("data")));
  }

  private Ended start(Map<String, String> environment) throws Exception {
    return start(environment, "");
  }

  private Ended start(Map<String, String> environment, String option, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    if (!option.isEmpty()) {
      command.add(option);
    }
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("XIANGPIN_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends at once");
    return new Ended(process.exitValue(), output);
  }
}
