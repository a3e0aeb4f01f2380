package org.xiangpin.shared;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Places in a request as RFC 6901 pointers: {@code /lines/0/grams}. */
final class JsonPointer {

  private JsonPointer() {}

  /** Where Jackson stopped; empty for the whole text. */
  static String of(JacksonException failure) {
    StringBuilder pointer = new StringBuilder();
    if (failure instanceof JsonMappingException mapping) {
      for (JsonMappingException.Reference step : mapping.getPath()) {
        pointer
            .append('/')
            .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
      }
    }
    return pointer.toString();
  }

  /** Within the request's body; a query's parameter by its name. */
  static String of(ConstraintViolation<?> violation) {
    StringBuilder pointer = new StringBuilder();
    String parameter = "";
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.getName();
      }
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
    boolean isBodyMissing = violation.getInvalidValue() == null;
    return pointer.isEmpty() && !isBodyMissing ? parameter : pointer.toString();
  }
}
