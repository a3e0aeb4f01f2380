package org.xiangpin.traceability.cli.label;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.xiangpin.traceability.cli.command.Refused;

/**
 * Reads CSV (RFC 4180) row by row, strictly and in bounded memory: a row has at most {@value
 * #MAX_ROW} characters. Not shared between threads.
 */
final class CsvReader {
  static final int MAX_ROW = 10_000;

  private final String name;
  private final Reader in;
  private final StringBuilder field = new StringBuilder();
  private int line = 1;
  private int rowLine = 1;
  private int length;

  /** Takes a buffered reader, and the file's name for messages. */
  CsvReader(String name, Reader in) {
    this.name = name;
    this.in = in;
  }

  /** Returns the fields of the next row, passing over blank lines; null at the end. */
  List<String> row() throws IOException {
    rowLine = line;
    length = 0;
    List<String> row = new ArrayList<>();
    int end;
    do {
      end = field();
      row.add(field.toString());
      if (end == '\n' && row.equals(List.of(""))) {
        return row();
      }
    } while (end == ',');
    return end < 0 && row.equals(List.of("")) ? null : row;
  }

  /** Reads a field; returns the comma, line break or -1 that ends it. */
  private int field() throws IOException {
    field.setLength(0);
    int c = read();
    if (c == '"') {
      return quotedField();
    }
    for (; c != ',' && c != '\n' && c >= 0; c = read()) {
      if (c == '"') {
        throw refusal("a quote stands within a field");
      }
      field.append((char) c);
    }
    return c;
  }

  private int quotedField() throws IOException {
    while (true) {
      int c = read();
      if (c < 0) {
        throw refusal("a quote does not end");
      }
      if (c == '"') {
        c = read();
        if (c == ',' || c == '\n' || c < 0) {
          return c;
        } else if (c != '"') {
          throw refusal("text follows a quote");
        }
      }
      field.append((char) c);
    }
  }

  /** Reads a character, CR LF as one line break. */
  private int read() throws IOException {
    int c = in.read();
    if (c == '\r') {
      c = in.read();
      if (c != '\n') {
        throw refusal("a carriage return stands without a line feed");
      }
    }
    if (++length > MAX_ROW) {
      throw refusal("the row has more than 10,000 characters");
    }
    line += c == '\n' ? 1 : 0;
    return c;
  }

  /** Refuses the row that was read last. */
  Refused refusal(String what) {
    return new Refused(where() + ": " + what + ".");
  }

  String where() {
    return name + ", line " + rowLine;
  }
}
