package org.xiangpin.traceability.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Expands one compressed text. Not shared between threads. */
final class Decompressor {
  private static final String HEX_LOWER = "0123456789abcdef";
  private static final String HEX_UPPER = "0123456789ABCDEF";
  private static final int PADDING = 6;

  private final BitReader bits;
  private final boolean sorted;
  private final List<Element> elements = new ArrayList<>();
  private final List<LinkExtension> extensions = new ArrayList<>();

  /**
   * Begins.
   *
   * @param text base64url
   * @param sorted whether the identifiers of a sequence stand sorted instead of in the table's
   *     order
   */
  Decompressor(String text, boolean sorted) {
    this.bits = new BitReader(text);
    this.sorted = sorted;
  }

  List<Element> elements() {
    return elements;
  }

  List<LinkExtension> extensions() {
    return extensions;
  }

  void read() {
    while (bits.remaining() >= PADDING) {
      String first = hex(2);
      char high = first.charAt(0);
      if (high <= '9' && first.charAt(1) <= '9') {
        readElement(identifier(first));
      } else if (high == 'F') {
        readExtension(first.charAt(1));
      } else {
        readSequence(first);
      }
    }
    if (bits.read(bits.remaining()) != 0) {
      throw bits.fault("bits are left over at the end");
    }
    if (elements.isEmpty() && extensions.isEmpty()) {
      throw bits.fault("nothing is compressed here");
    }
  }

  private String hex(int digits) {
    StringBuilder hex = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      hex.append(HEX_UPPER.charAt(bits.read(4)));
    }
    return hex.toString();
  }

  private String identifier(String first) {
    ApplicationIdentifier sibling = ApplicationIdentifiers.ofPrefix(first, 0, 2);
    if (sibling == null) {
      throw bits.fault("no application identifier begins with " + first);
    }
    return first + hex(sibling.code().length() - first.length());
  }

  private void readSequence(String hex) {
    List<String> codes = CompressionTable.sequence(hex);
    if (codes == null) {
      throw bits.fault("no sequence of application identifiers has the number " + hex);
    }
    for (String code : sorted ? codes.stream().sorted().toList() : codes) {
      readElement(code);
    }
  }

  private void readElement(String code) {
    ApplicationIdentifier ai = ApplicationIdentifiers.find(code, 0, code.length());
    Component[] parts = CompressionTable.format(code);
    if (ai == null || parts == null) {
      throw bits.fault("AI (" + code + ") cannot be compressed");
    }
    StringBuilder value = new StringBuilder();
    for (Component part : parts) {
      boolean text = part.set != CharacterSet.N;
      int encoding = text ? bits.read(3) : 0;
      int length = part.variable ? bits.read(BitReader.lengthBits(part.max)) : part.max;
      value.append(text(encoding, length));
    }
    Fault fault = ai.fault(value.toString());
    if (fault != null) {
      throw fault.at(code, bits.fault("").position());
    }
    elements.add(new Element(ai, value.toString()));
  }

  /** Key: length in 7 bits and characters of base64url; value: encoding, length in 7 bits. */
  private void readExtension(char second) {
    int length = HEX_UPPER.indexOf(second) << 3 | bits.read(3);
    StringBuilder key = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      key.append(CharacterSet.Z.characters().charAt(bits.read(6)));
    }
    int encoding = bits.read(3);
    StringBuilder value = new StringBuilder();
    PercentEncoding.append(value, text(encoding, bits.read(7)));
    if (LinkExtension.isNumeric(key.toString(), 0, length)) {
      throw bits.fault("key in the query is all digits");
    }
    extensions.add(LinkExtension.of(key.toString(), value.toString()));
  }

  private String text(int encoding, int length) {
    switch (encoding) {
      case 0:
        return bits.decimal(length);
      case 1:
        return text(HEX_LOWER, 4, length);
      case 2:
        return text(HEX_UPPER, 4, length);
      case 3:
        return text(CharacterSet.Z.characters(), 6, length);
      case 4:
        return text(null, 7, length);
      default:
        throw bits.fault(String.format(Locale.ROOT, "there is no encoding %d", encoding));
    }
  }

  private String text(String alphabet, int width, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int code = bits.read(width);
      text.append(alphabet == null ? (char) code : alphabet.charAt(code));
    }
    return text.toString();
  }
}
