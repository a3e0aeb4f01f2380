package org.xiangpin.traceability.cli.label;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.xiangpin.traceability.LabelSheet.Label;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.gs1.Gs1DigitalLink;
import org.xiangpin.traceability.gs1.InvalidGs1Data;

/**
 * Reads labels from CSV as they are asked for: a header with the column {@code link} and perhaps
 * {@code serial}, then a label a row. Without that column the link's own serial (AI 21) is printed.
 */
final class LabelCsv implements Iterator<Label> {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CsvReader csv;
  private final int linkColumn;
  private final int serialColumn;
  private final int columns;
  private List<String> next;

  /**
   * Reads the header.
   *
   * @throws Refused without a column {@code link}
   */
  LabelCsv(String name, Reader in) throws IOException {
    csv = new CsvReader(name, in);
    List<String> header = csv.row();
    if (header == null) {
      throw new Refused(name + ": is empty.");
    }
    if (header.get(0).indexOf(BYTE_ORDER_MARK) == 0) {
      header.set(0, header.get(0).substring(1)); // spreadsheets put it there
    }
    columns = header.size();
    linkColumn = header.indexOf("link");
    serialColumn = header.indexOf("serial");
    if (linkColumn < 0) {
      throw csv.refusal("the header has no column \"link\"");
    }
    next = csv.row();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Label next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    if (next.size() != columns) {
      throw csv.refusal("the row has %d columns, the header %d".formatted(next.size(), columns));
    }
    String link = next.get(linkColumn);
    try {
      String ownSerial = Gs1DigitalLink.parse(link).value("21").orElse("");
      Label label = new Label(link, serialColumn < 0 ? ownSerial : next.get(serialColumn));
      next = csv.row();
      return label;
    } catch (InvalidGs1Data e) {
      throw Refused.in(csv.where(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
