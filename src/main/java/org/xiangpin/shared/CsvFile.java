package org.xiangpin.shared;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file as offices make them: UTF-8 with or without a byte order mark, or GBK (GB 18030) as
 * spreadsheets in China save it; a header line; columns in any order. Read as a stream.
 */
public final class CsvFile implements AutoCloseable {

  /** Enough to meet the first Chinese character of any real file. */
  private static final int LOOK_AHEAD = 64 * 1024;

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Charset charset;
  private int headerWidth;
  private final Map<String, Integer> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** One line below the header. */
  public final class Row {

    private final CSVRecord record;
    private final long lastLine;

    private Row(CSVRecord record, long lastLine) {
      this.record = record;
      this.lastLine = lastLine;
    }

    /** Counted from 1, the header included: as an editor shows it. */
    public long line() {
      long breaks = 0;
      for (String value : record) {
        breaks += value.chars().filter(c -> c == '\n').count();
      }
      return lastLine - breaks;
    }

    /** Without blanks around it; empty when the line is too short or has no such column. */
    public String get(String column) {
      Integer index = columns.get(column);
      return index == null || index >= record.size() ? "" : record.get(index).strip();
    }

    /** The same with full-width digits and signs made narrow: for codes and numbers. */
    public String narrow(String column) {
      return Normalizer.normalize(get(column), Normalizer.Form.NFKC);
    }

    /** Whether something stands beyond the last column: a comma too many moved the cells. */
    public boolean isTooLong() {
      for (int i = headerWidth; i < record.size(); i++) {
        if (!record.get(i).isBlank()) {
          return true;
        }
      }
      return false;
    }

    /** Whether a character could not be read: the file mixes two encodings, or broke. */
    public boolean isGarbled() {
      for (String value : record) {
        if (value.indexOf('\uFFFD') >= 0) {
          return true;
        }
      }
      return false;
    }
  }

  private CsvFile(CSVParser parser, Charset charset) {
    this.parser = parser;
    this.charset = charset;
    this.records = parser.iterator();
  }

  /**
   * Reads the header line.
   *
   * @param in closed with this file
   * @throws UnreadableFile when it is no text in one of these encodings, or empty
   */
  public static CsvFile open(InputStream in) throws IOException {
    try {
      return read(in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static CsvFile read(InputStream in) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, LOOK_AHEAD);
    bytes.mark(LOOK_AHEAD);
    byte[] head = bytes.readNBytes(LOOK_AHEAD);
    bytes.reset();
    boolean marked =
        head.length >= 3
            && head[0] == (byte) 0xEF
            && head[1] == (byte) 0xBB
            && head[2] == (byte) 0xBF;
    Charset charset = charsetOf(head);
    bytes.skipNBytes(marked ? 3 : 0);
    CsvFile file =
        new CsvFile(CSVParser.parse(new InputStreamReader(bytes, charset), FORMAT), charset);
    file.readHeader();
    return file;
  }

  private void readHeader() {
    if (!hasNext()) {
      throw new UnreadableFile("文件是空的。", "The file is empty.");
    }
    int index = 0;
    CSVRecord header = records.next();
    headerWidth = header.size();
    for (String name : header) {
      String column = name.strip();
      if (columns.putIfAbsent(column, index++) != null && !column.isEmpty()) {
        throw new UnreadableFile(
            "第一行里有两列都叫 " + shortened(column) + "。请留下一列再导入。",
            "Two columns of the first line are called "
                + shortened(column)
                + ". Keep one and import again.");
      }
    }
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /** UTF-8 or GB18030. */
  public Charset charset() {
    return charset;
  }

  /** Whether the header names it; in any case of letters. */
  public boolean has(String column) {
    return columns.containsKey(column);
  }

  public int width() {
    return columns.size();
  }

  /**
   * @throws UnreadableFile naming all columns that the header lacks
   */
  public void require(String... names) {
    List<String> missing = Stream.of(names).filter(n -> !has(n)).toList();
    if (!missing.isEmpty()) {
      String list = String.join(", ", missing);
      throw new UnreadableFile(
          "第一行缺少这些列：" + list + "。请补上再导入。",
          "The first line lacks these columns: " + list + ". Add them and import again.");
    }
  }

  /**
   * @throws UnreadableFile when the file breaks off or a quotation mark is never closed
   */
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (UncheckedIOException | IllegalStateException e) {
      long line = parser.getCurrentLineNumber();
      throw new UnreadableFile(
          "第 " + line + " 行之后读不下去：文件不完整，或引号没有成对。",
          "Cannot be read beyond line "
              + line
              + ": the file breaks off, or a quotation mark is not closed.");
    }
  }

  public Row next() {
    CSVRecord record = records.next();
    return new Row(record, parser.getCurrentLineNumber());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static Charset charsetOf(byte[] head) {
    if (head.length >= 2 && (head[0] & 0xFF) >= 0xFE && (head[1] & 0xFF) >= 0xFE || hasZero(head)) {
      throw new UnreadableFile(
          "这不是 CSV 文本。请在表格软件中另存为“CSV UTF-8”再导入。",
          "This is no CSV text. In the spreadsheet, save it as \"CSV UTF-8\" and import again.");
    }
    if (isText(head, StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    Charset chinese = Charset.forName("GB18030");
    if (isText(head, chinese)) {
      return chinese;
    }
    throw new UnreadableFile(
        "认不出文件的编码。请另存为“CSV UTF-8”再导入。",
        "The encoding is neither UTF-8 nor GBK. Save it as \"CSV UTF-8\" and import again.");
  }

  private static boolean hasZero(byte[] head) {
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /** The last bytes may be the first half of a character, which the decoder leaves alone. */
  private static boolean isText(byte[] head, Charset charset) {
    try {
      var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
      var result =
          decoder
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(head), java.nio.CharBuffer.allocate(head.length + 1), false);
      if (result.isError()) {
        result.throwException();
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
