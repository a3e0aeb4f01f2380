package org.xiangpin.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

  private static final Charset GBK = Charset.forName("GBK");

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
  void readsChineseInTheEncodingsOfOffices(String encoding) throws IOException {
    try (CsvFile file = file("code,name\n1,\"永固村\"\n".getBytes(Charset.forName(encoding)))) {
      assertEquals("永固村", next(file).get("name"));
      assertEquals(encoding.equals("UTF-8"), file.charset().equals(StandardCharsets.UTF_8));
    }
  }

  @Test
  void takesAByteOrderMarkForWhatItIs() throws IOException {
    try (CsvFile file = file("\uFEFFcode,name\r\n1,甲\r\n".getBytes(StandardCharsets.UTF_8))) {
      file.require("code", "name");
      assertEquals("1", next(file).get("code"));
    }
  }

  @Test
  void readsACharacterCutByTheLookAhead() throws IOException {
    String filler = "1," + "x".repeat(997) + "\n";
    for (int shift = 0; shift < 3; shift++) {
      String text = "code,name\n" + " ".repeat(shift) + filler + "1," + "乡".repeat(30_000) + "\n";
      try (CsvFile file = file(text.getBytes(StandardCharsets.UTF_8))) {
        next(file);
        assertEquals("乡".repeat(30_000), next(file).get("name"));
      }
    }
  }

  @Test
  void findsColumnsInAnyOrderAndCaseAndLeavesBlanksAway() throws IOException {
    try (CsvFile file = text(" Name ,extra,CODE\n 甲 ,x, 7 \n")) {
      CsvFile.Row row = next(file);
      assertEquals("7", row.get("code"));
      assertEquals("甲", row.get("name"));
      assertEquals("", row.get("none"));
    }
  }

  @Test
  void namesAllMissingColumnsAtOnce() throws IOException {
    try (CsvFile file = text("code\n1\n")) {
      UnreadableFile refusal =
          assertThrows(UnreadableFile.class, () -> file.require("code", "name", "kind"));
      assertTrue(refusal.in(Lang.EN).contains("name, kind"));
      assertTrue(refusal.in(Lang.ZH).contains("name, kind"));
    }
  }

  @Test
  void countsLinesAsAnEditorDoes() throws IOException {
    try (CsvFile file = text("code,name\n1,a\n\n2,\"b\nb\"\n3,c")) {
      assertEquals(2, next(file).line());
      assertEquals(4, next(file).line());
      assertEquals(6, next(file).line());
      assertFalse(file.hasNext());
    }
  }

  @Test
  void saysWhereAQuotationMarkIsNotClosed() throws IOException {
    try (CsvFile file = text("code,name\n1,a\n2,\"b\n3,c\n")) {
      next(file);
      UnreadableFile refusal = assertThrows(UnreadableFile.class, file::hasNext);
      assertTrue(refusal.in(Lang.EN).contains("quotation mark"), refusal.in(Lang.EN));
    }
  }

  @Test
  void tellsALineThatMixesEncodings() throws IOException {
    byte[] utf8 = ("code,name\n1,永固村\n" + "2,x\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
    byte[] gbk = "3,永固村\n".getBytes(GBK);
    byte[] both = Arrays.copyOf(utf8, utf8.length + gbk.length);
    System.arraycopy(gbk, 0, both, utf8.length, gbk.length);
    try (CsvFile file = file(both)) {
      CsvFile.Row last = next(file);
      assertFalse(last.isGarbled());
      while (file.hasNext()) {
        last = file.next();
      }
      assertTrue(last.isGarbled());
      assertEquals(20_003, last.line());
    }
  }

  @Test
  void refusesWhatIsNoCsv() {
    byte[] spreadsheet = {'P', 'K', 3, 4, 0, 0, 8, 0};
    assertThrows(UnreadableFile.class, () -> file(spreadsheet));
    assertThrows(UnreadableFile.class, () -> file("code\n".getBytes(StandardCharsets.UTF_16)));
    assertThrows(UnreadableFile.class, () -> file(new byte[0]));
    assertThrows(UnreadableFile.class, () -> file(new byte[] {'a', (byte) 0xFF, (byte) 0xFF}));
  }

  private static CsvFile.Row next(CsvFile file) {
    assertTrue(file.hasNext());
    return file.next();
  }

  private static CsvFile text(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  private static CsvFile file(byte[] bytes) throws IOException {
    return CsvFile.open(new ByteArrayInputStream(bytes));
  }
}
