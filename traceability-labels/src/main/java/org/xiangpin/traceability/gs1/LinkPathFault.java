package org.xiangpin.traceability.gs1;

/** Says as well as possible why a path holds no primary key that its other segments qualify. */
final class LinkPathFault {
  private final String text;
  private final int pathEnd;

  private LinkPathFault(String text, int pathEnd) {
    this.text = text;
    this.pathEnd = pathEnd;
  }

  /** Returns what is wrong after the first segment that looks like a primary key. */
  static InvalidGs1Data find(String text, int pathStart, int pathEnd) {
    LinkPathFault path = new LinkPathFault(text, pathEnd);
    int at = pathStart + 1;
    while (at <= pathEnd) {
      int end = path.segmentEnd(at);
      ApplicationIdentifier ai = ApplicationIdentifiers.find(text, at, end);
      if (ai != null && ai.isPrimaryKey()) {
        return path.pairFault(at);
      }
      at = end + 1;
    }
    return new InvalidGs1Data(
        Gs1Rule.NO_PRIMARY_KEY, "", pathStart, "no primary key of GS1 is in the path");
  }

  private InvalidGs1Data pairFault(int keyAt) {
    int at = keyAt;
    while (at < pathEnd) {
      int keyEnd = segmentEnd(at);
      ApplicationIdentifier ai = ApplicationIdentifiers.find(text, at, keyEnd);
      if (ai == null) {
        return ApplicationIdentifiers.unknown(text, at, keyEnd, at);
      }
      if (keyEnd >= pathEnd) {
        return new InvalidGs1Data(Gs1Rule.EMPTY_VALUE, ai.code(), pathEnd, "value is missing");
      }
      at = segmentEnd(keyEnd + 1) + 1;
    }
    return new InvalidGs1Data(Gs1Rule.TRAILING_SLASH, "", pathEnd - 1, "path ends with a slash");
  }

  private int segmentEnd(int from) {
    int slash = text.indexOf('/', from);
    return slash < 0 || slash > pathEnd ? pathEnd : slash;
  }
}
