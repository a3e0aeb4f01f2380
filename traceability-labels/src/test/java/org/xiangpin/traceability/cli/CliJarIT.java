package org.xiangpin.traceability.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xiangpin.traceability.cli.command.ExitCode;

/** The packaged jar as a user starts it, with nothing but a Java. */
class CliJarIT {
  private static final String JAR = System.getProperty("cli.jar");
  private static final String LINK = "https://trace.example.cn/01/09520123456788/10/A1/21/S1";

  @TempDir Path folder;

  private Run start(String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // of all countries one that writes other digits
    command.addAll(List.of("-Duser.language=ar", "-Duser.country=EG", "-Xmx64m", "-jar", JAR));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C");
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    Process process = builder.start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES), "the program ends");
    String err = Files.readString(folder.resolve("err"));
    assertFalse(err.contains("\tat "), "no stack trace: " + err);
    return new Run(process.exitValue(), Files.readAllBytes(folder.resolve("out")), err);
  }

  @Test
  void aLabelIsMadeAndChecked() throws Exception {
    Run keys = start("keys", "new", "--id", "a", "--secret", "a.pem", "--keys", "keys.json");
    assertEquals(ExitCode.OK, keys.code(), keys.err());
    String signed = start("sign", LINK, "--secret", "a.pem", "--id", "a").line();
    assertEquals(ExitCode.OK, start("verify", signed, "--keys", "keys.json").code());
    Run other = start("verify", signed.replace("S1", "S2"), "--keys", "keys.json");
    assertEquals(ExitCode.REFUSED, other.code());
    assertEquals("NOT PROVED: The signature is not that of this link.", other.line());
  }

  @Test
  void answersAreUtf8WhateverTheTerminalSays() throws Exception {
    Files.writeString(folder.resolve("keys.json"), "{\"名\": 1}");
    Files.writeString(folder.resolve("lines"), "product=黄桃\n");
    Files.writeString(folder.resolve("labels.csv"), "link\n" + LINK + "\n");
    Run sheet =
        start(
            "sheet",
            "--csv",
            "labels.csv",
            "--size",
            "A4-24",
            "--format",
            "pdf",
            "--out",
            "labels.pdf",
            "--lines",
            "lines");
    assertEquals("labels.pdf: 1 labels.", sheet.line(), sheet.err());
    assertTrue(Files.size(folder.resolve("labels.pdf")) > 1_000);
    assertEquals(ExitCode.REFUSED, start("verify", LINK, "--keys", "keys.json").code());
    String help = new String(start("sheet", "--help").bytes(), StandardCharsets.UTF_8);
    assertTrue(help.contains("product=黄桃"), help);
    assertFalse(help.contains("\u001b"), "no colour codes");
  }

  @Test
  void aLogIsAuditedInLittleMemory() throws Exception {
    LogFixture.publish(folder.resolve("log"), LogFixture.entries(70_000));
    Files.writeString(folder.resolve("log.pub"), LogFixture.LOG.publicKey().toString());
    Run whole = start("log", "audit", "log", "--key", "log.pub", "--keep", "kept");
    assertEquals(ExitCode.OK, whole.code(), whole.out() + whole.err());
    assertTrue(whole.out().contains("70,000 of 70,000 entries"), whole.out());
    new LogFixture(folder.resolve("log")).damage("tile/entries/200", 9);
    Run damaged = start("log", "audit", "log", "--key", "log.pub", "--against", "kept");
    assertEquals(ExitCode.REFUSED, damaged.code(), damaged.err());
    assertTrue(damaged.out().contains("First bad index: 51200 (proved)."), damaged.out());
  }

  @Test
  void faultsEndWithTheirCodes() throws Exception {
    assertEquals(ExitCode.USAGE, start().code());
    assertEquals(ExitCode.REFUSED, start("parse", "https://id.gs1.org/01/1").code());
    assertEquals(ExitCode.UNREADABLE, start("verify", LINK, "--keys", "none.json").code());
    assertEquals(ExitCode.OK, start("parse", LINK).code());
    String version = start("--version").line();
    assertTrue(version.matches("traceability-labels [0-9].*"), version);
  }

  @Test
  void onlyTheCommandLinesJarBringsPicocli() throws IOException {
    try (ZipFile cli = new ZipFile(JAR);
        ZipFile library = new ZipFile(JAR.replace("-cli.jar", ".jar"))) {
      assertTrue(cli.stream().anyMatch(entry -> entry.getName().startsWith("picocli/")));
      assertTrue(library.stream().noneMatch(entry -> entry.getName().startsWith("picocli/")));
      assertTrue(cli.getEntry("META-INF/NOTICE") != null, "the notice of what is in it");
    }
  }
}
