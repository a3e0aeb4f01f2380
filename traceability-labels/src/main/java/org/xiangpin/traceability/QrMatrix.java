package org.xiangpin.traceability;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * ZXing's QR matrices, with the mask chosen faster and alike.
 *
 * <p>ZXing spends nine tenths of its time on building and judging the matrix under each of the
 * eight masks. But what another mask changes in a matrix depends on the version alone, not on the
 * text. So one matrix is built, the differences to the seven others are remembered per version, and
 * {@link MaskPenalty} judges whole rows. Even that one is built by {@link QrSums} when many texts
 * of one length come.
 *
 * @param size modules of a side
 * @param stride longs of a row
 * @param rows the rows from the top, bit x of a row set for a dark module; never written to
 */
record QrMatrix(int size, int stride, long[] rows) {
  private static final int MASKS = 8;

  /** Versions up to 11 (61 modules, 251 bytes at level M) fit rows of one long. */
  private static final int MAX_SIZE = Long.SIZE;

  /**
   * By size: for each mask, the rows to XOR onto a matrix of mask 0. Two threads may compute the
   * same entry, with the same outcome; entries never change.
   */
  private static final AtomicReferenceArray<long[][]> MASK_CHANGES =
      new AtomicReferenceArray<>(MAX_SIZE + 1);

  static QrMatrix encode(String text) throws WriterException {
    long[] rows = QrSums.rows(text);
    if (rows == null) {
      ByteMatrix matrix = zxing(text, 0);
      if (matrix.getWidth() > MAX_SIZE) {
        int stride = (matrix.getWidth() + Long.SIZE - 1) / Long.SIZE;
        return new QrMatrix(matrix.getWidth(), stride, rows(zxing(text, -1), stride));
      }
      rows = rows(matrix, 1);
    }
    long[][] changes = MASK_CHANGES.get(rows.length);
    if (changes == null) {
      changes = maskChanges(text, rows);
      MASK_CHANGES.set(rows.length, changes);
    }
    return new QrMatrix(rows.length, 1, best(rows, changes));
  }

  /** The rows of mask 0 of a text that fits rows of one long. */
  static long[] zxing(String text) throws WriterException {
    return rows(zxing(text, 0), 1);
  }

  /** Takes the first of the masks with the least penalty, as ZXing does. */
  private static long[] best(long[] rows, long[][] changes) {
    long[] best = rows;
    int leastPenalty = Integer.MAX_VALUE;
    for (long[] change : changes) {
      long[] masked = xor(rows, change);
      int penalty = MaskPenalty.of(masked);
      if (penalty < leastPenalty) {
        leastPenalty = penalty;
        best = masked;
      }
    }
    return best;
  }

  private static long[][] maskChanges(String text, long[] mask0) throws WriterException {
    long[][] changes = new long[MASKS][];
    for (int mask = 0; mask < MASKS; mask++) {
      changes[mask] = xor(mask0, rows(zxing(text, mask), 1));
    }
    return changes;
  }

  private static long[] xor(long[] one, long[] other) {
    long[] result = new long[one.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = one[i] ^ other[i];
    }
    return result;
  }

  private static ByteMatrix zxing(String text, int mask) throws WriterException {
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    if (mask >= 0) {
      hints.put(EncodeHintType.QR_MASK_PATTERN, mask);
    }
    // Without this ZXing writes a question mark for what ISO 8859-1 lacks; with it, it names UTF-8
    // in the code, which for plain ASCII would be a waste of 12 bits.
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
      hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8);
    }
    return Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
  }

  private static long[] rows(ByteMatrix matrix, int stride) {
    int size = matrix.getWidth();
    long[] rows = new long[size * stride];
    byte[][] modules = matrix.getArray();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        rows[y * stride + x / Long.SIZE] |= (long) modules[y][x] << x;
      }
    }
    return rows;
  }
}
