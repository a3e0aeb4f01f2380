package org.xiangpin.storefront.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an order is to be paid. The amount is the order's; one that is sent along is ignored. */
@Schema(description = "How the order is to be paid; may be left out")
public record NewPayment(@Valid @Schema(nullable = true) Simulation simulation) {

  /** Only for the simulator: how the make-believe provider shall behave. */
  @Schema(
      description = "For the payment simulator only, others ignore it: how its callback shall come")
  public record Simulation(
      @Pattern(regexp = "^(succeed|fail|silent)$")
          @Schema(
              description = "`succeed` (when left out), `fail`, or `silent`: no callback at all",
              examples = "succeed",
              nullable = true)
          String outcome,
      @Min(0)
          @Max(3_600_000)
          @Schema(description = "Milliseconds until the callback; 0 when left out", nullable = true)
          Integer delayMillis,
      @Min(0)
          @Max(20)
          @Schema(
              description = "How many times the callback is repeated; 0 when left out",
              nullable = true)
          Integer duplicates) {}
}
