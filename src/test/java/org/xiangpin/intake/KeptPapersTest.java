package org.xiangpin.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Certificates and the records of those collected are kept: no line of the program deletes one. */
class KeptPapersTest {

  private static final Pattern SQL =
      Pattern.compile(
          "(?i)(delete\\s+(\\w+\\s+)?from|truncate(\\s+table)?|drop\\s+table)\\s+"
              + "(commitment_certificate|intake|certificate_report|commitmentcertificate|certificatereport)");

  private static final Pattern ENTITY =
      Pattern.compile(
          "(CommitmentCertificate|Intake|CertificateReport)\\.delete|\\bdelete(All|ById)?\\s*\\(");

  @Test
  void noStatementDeletesOne() throws IOException {
    for (String folder : List.of("main/java", "main/resources/db/migration")) {
      assertEquals(List.of(), files(folder).filter(f -> finds(SQL, f)).toList());
    }
  }

  @Test
  void noCodeOfTheirFeaturesDeletesAnything() throws IOException {
    for (String feature : List.of("trace", "intake")) {
      String folder = "main/java/org/xiangpin/" + feature;
      assertTrue(files(folder).count() > 5);
      assertEquals(List.of(), files(folder).filter(f -> finds(ENTITY, f)).toList());
    }
  }

  private static Stream<Path> files(String folder) throws IOException {
    return Files.walk(Path.of(folder)).filter(Files::isRegularFile);
  }

  private static boolean finds(Pattern pattern, Path file) {
    try {
      return pattern.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
