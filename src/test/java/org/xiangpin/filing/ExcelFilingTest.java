package org.xiangpin.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

/** The spreadsheet itself: whatever is written, it opens, is no formula, and costs no memory. */
class ExcelFilingTest {

  private static final String FORMULA_STARTS = "=+-@＝＋－＠\t\r\n";
  private static final LocalDate DAY = LocalDate.of(2026, 8, 7);
  private static final FilingScope SCOPE = new FilingScope("430722000000", null, "汉寿县", DAY, DAY);
  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

  @Test
  void noCellStartsAFormulaWhateverIsWritten() throws IOException {
    Random random = new Random(4712);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExcelFiling sheet = new ExcelFiling(out, SCOPE, NOW);
    sheet.begin(Section.SUBJECTS);
    List<String> written = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      written.add(anything(random));
      sheet.row(new Object[] {written.get(i)});
    }
    sheet.end();
    sheet.finish();
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Row> rows = book.findSheet("主体信息").orElseThrow().read();
      assertEquals(written.size() + 1, rows.size());
      for (int i = 1; i < rows.size(); i++) {
        Cell cell = rows.get(i).getCell(0);
        assertTrue(cell == null || cell.getType() != CellType.FORMULA);
        String text = cell == null ? "" : cell.getText();
        assertTrue(
            text.isEmpty() || FORMULA_STARTS.indexOf(text.charAt(0)) < 0, () -> "starts: " + text);
        assertTrue(text.endsWith(ExcelFiling.harmless(written.get(i - 1))), () -> text);
      }
    }
  }

  @Test
  void aSectionThatIsTooLongGoesOnInAnotherSheet() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExcelFiling sheet = new ExcelFiling(out, SCOPE, NOW, 10);
    sheet.begin(Section.LINKS);
    for (int i = 0; i < 25; i++) {
      sheet.row(new Object[] {"a" + i});
    }
    sheet.end();
    sheet.finish();
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<String> names = new ArrayList<>();
      List<Integer> rows = new ArrayList<>();
      for (Sheet each : book.getSheets().toList()) {
        names.add(each.getName());
        rows.add(each.read().size());
      }
      assertEquals(List.of("说明", "批次关联", "批次关联 2", "批次关联 3"), names);
      assertEquals(List.of(11, 11, 6), rows.subList(1, 4));
    }
  }

  @Test
  void aHundredThousandRowsNeedNoMoreMemoryThanTenThousand() throws IOException {
    ExcelFiling sheet = new ExcelFiling(OutputStream.nullOutputStream(), SCOPE, NOW);
    sheet.begin(Section.IN_BATCHES);
    rows(sheet, 0, 10_000);
    long early = used();
    rows(sheet, 10_000, 100_000);
    long late = used();
    sheet.end();
    sheet.finish();
    assertTrue(late - early < 16_000_000, () -> "grew by " + (late - early) + " bytes");
  }

  private static void rows(ExcelFiling sheet, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      Object[] row = new Object[Section.IN_BATCHES.columns().size()];
      for (int c = 0; c < row.length; c++) {
        row[c] = "第" + i + "行" + c;
      }
      row[6] = BigDecimal.valueOf(i, 3);
      row[7] = DAY;
      sheet.row(row);
    }
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static String anything(Random random) {
    StringBuilder text = new StringBuilder();
    if (random.nextBoolean()) {
      text.append(FORMULA_STARTS.charAt(random.nextInt(FORMULA_STARTS.length())));
    }
    int length = random.nextInt(20);
    for (int i = 0; i < length; i++) {
      text.append(
          (char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : ' ' + random.nextInt(95)));
    }
    return text.toString();
  }
}
