package org.xiangpin.filing;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.xiangpin.shared.Lang;

/**
 * A filing as a spreadsheet: a sheet a section, numbers and days as such. Words are never a
 * formula: they are written as text, and what a program would read as one after saving as CSV is
 * led by an apostrophe.
 */
final class ExcelFiling implements FilingSheet {

  /** Excel ends at 1,048,576; beyond this the section goes on in another sheet. */
  static final int MOST_ROWS = 1_000_000;

  /** Rows kept in memory before they are written. */
  private static final int FLUSHED = 500;

  private static final double WIDTH = 18;

  private final Workbook book;
  private final int mostRows;
  private Section section;
  private Worksheet sheet;
  private int row;
  private int part;

  ExcelFiling(OutputStream out, FilingScope scope, Instant writtenAt) throws IOException {
    this(out, scope, writtenAt, MOST_ROWS);
  }

  ExcelFiling(OutputStream out, FilingScope scope, Instant writtenAt, int mostRows)
      throws IOException {
    this.mostRows = mostRows;
    this.book = new Workbook(out, "Xiangpin", "1.0");
    Worksheet about = book.newWorksheet("说明");
    int line = 0;
    text(about, line++, 0, "农产品质量安全追溯数据");
    for (String note : About.NOTES) {
      text(about, line++, 0, note);
    }
    text(about, line, 0, "范围");
    text(about, line++, 1, scope.name());
    text(about, line, 0, "起");
    day(about, line++, 1, scope.from());
    text(about, line, 0, "止");
    day(about, line++, 1, scope.to());
    text(about, line, 0, "导出");
    text(about, line, 1, Lang.ZH.time(writtenAt));
    about.finish();
  }

  @Override
  public void begin(Section next) throws IOException {
    section = next;
    part = 1;
    open();
  }

  private void open() {
    sheet = book.newWorksheet(part == 1 ? section.title() : section.title() + " " + part);
    for (int i = 0; i < section.columns().size(); i++) {
      sheet.width(i, WIDTH);
      text(sheet, 0, i, section.columns().get(i).title());
      sheet.style(0, i).bold().set();
    }
    sheet.freezePane(0, 1);
    row = 1;
  }

  @Override
  public void row(Object[] values) throws IOException {
    if (row > mostRows) {
      sheet.finish();
      part++;
      open();
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof BigDecimal number) {
        sheet.value(row, i, number);
        sheet.style(row, i).format("0.000").set();
      } else if (values[i] instanceof LocalDate day) {
        day(sheet, row, i, day);
      } else if (values[i] != null) {
        text(sheet, row, i, values[i].toString());
      }
    }
    row++;
    if (row % FLUSHED == 0) {
      sheet.flush();
    }
  }

  @Override
  public void end() throws IOException {
    sheet.finish();
  }

  @Override
  public void finish() throws IOException {
    book.finish();
  }

  private static void day(Worksheet sheet, int row, int column, LocalDate day) {
    sheet.value(row, column, day);
    sheet.style(row, column).format("yyyy-mm-dd").set();
  }

  /** Written in its place: a table of all words would grow with the file. */
  private static void text(Worksheet sheet, int row, int column, String words) {
    sheet.inlineString(row, column, harmless(words));
  }

  static String harmless(String words) {
    String plain = words.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", " ");
    return plain.isEmpty() || "=+-@＝＋－＠ ".indexOf(plain.charAt(0)) < 0 ? plain : "'" + plain;
  }
}
