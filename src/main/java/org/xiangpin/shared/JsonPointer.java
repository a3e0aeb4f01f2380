package org.xiangpin.shared;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Bean Validation's property paths as RFC 6901 pointers: {@code /lines/0/grams}. */
final class JsonPointer {

  private JsonPointer() {}

  static String of(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
        continue;
      }
      if (node.isInIterable() && node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(node.getName());
      }
    }
    return pointer.toString();
  }
}
