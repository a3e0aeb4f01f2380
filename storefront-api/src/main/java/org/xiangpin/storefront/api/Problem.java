package org.xiangpin.storefront.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** RFC 9457. */
@Schema(
    description = "What went wrong, after RFC 9457",
    requiredProperties = {"type", "title", "status", "code", "detail", "errors", "trace"})
public record Problem(
    @Schema(description = "Stable identifier", examples = "urn:xiangpin:problem:out-of-stock")
        String type,
    @Schema(examples = "Conflict") String title,
    @Schema(examples = "409") int status,
    @Schema(description = "Stable word to decide by", examples = "out-of-stock") String code,
    @Schema(description = "For people", examples = "有的货不够了。") String detail,
    @Schema(description = "Everything that is wrong, at once; may be empty") List<Error> errors,
    @Schema(description = "Names an unforeseen failure in our log; null otherwise", nullable = true)
        String trace) {

  /** One thing that is wrong. */
  @Schema(
      name = "ProblemError",
      description = "One thing that is wrong",
      requiredProperties = {"pointer", "detail"})
  public record Error(
      @Schema(description = "RFC 6901 pointer into the request", examples = "/lines/0/grams")
          String pointer,
      @Schema(description = "For people", examples = "只剩 3 斤。") String detail,
      @Schema(
              description = "With `out-of-stock` only: what can still be ordered of this product",
              examples = "1500")
          Long availableGrams) {}
}
