package org.xiangpin.epcis;

import java.util.Map;

/** The standard's names for what went wrong (EPCIS 2.0, table 14 and the REST binding). */
final class EpcisProblem {

  static final String PREFIX = "epcisException:";

  private static final Map<String, String> BY_CODE =
      Map.of(
          "query-invalid", "QueryParameterException",
          "query-too-large", "QueryTooLargeException",
          "capture-too-large", "CaptureLimitExceededException");

  private EpcisProblem() {}

  /**
   * @param code of the refusal
   * @param status of the answer
   */
  static String exceptionOf(String code, int status) {
    String named = BY_CODE.get(code);
    if (named != null) {
      return named;
    }
    return switch (status) {
      case 400, 405 -> "ValidationException";
      case 401, 403 -> "SecurityException";
      case 404 -> "NoSuchResourceException";
      case 406 -> "NotAcceptableException";
      case 409 -> "ResourceAlreadyExistsException";
      case 413 -> "CaptureLimitExceededException";
      case 415 -> "UnsupportedMediaTypeException";
      default -> "ImplementationException";
    };
  }
}
