package org.xiangpin.storefront.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a buyer wants. Prices are the service's; one that is sent along is ignored. */
@Schema(description = "What a buyer wants. Prices are ours: one that is sent along is ignored")
public record NewOrder(
    @NotEmpty @Size(max = 100) @Schema(description = "1 to 100 lines")
        List<@NotNull @Valid Line> lines,
    @NotNull @Valid Recipient recipient,
    @Size(max = 255)
        @Pattern(regexp = TEXT_OF_LINES)
        @Schema(
            description = "A word to the packer, may be null",
            nullable = true,
            examples = "请挑软一点的")
        String note) {

  /** No control characters and no half characters. */
  static final String TEXT = "^[^\\u0000-\\u001F\\u007F-\\u009F\\uD800-\\uDFFF]*$";

  /**
   * The same; line breaks may stand in it. One class: a choice would nest as deep as it is long.
   */
  static final String TEXT_OF_LINES =
      "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\uD800-\\uDFFF]*$";

  /** Lines of one product are taken together. */
  @Schema(name = "NewOrderLine", description = "A weight of one product")
  public record Line(
      @NotBlank
          @Size(max = 40)
          @Schema(description = "The product's id", examples = "0J4V9C2QK7M1T")
          String product,
      @NotNull
          @Positive
          @Max(10_000_000_000L)
          @Schema(description = "A multiple of the product's `stepGrams`", examples = "2500")
          Long grams) {}

  /** Whom the parcel goes to. Kept as long as the order needs it, and never logged. */
  @Schema(description = "Whom the parcel goes to")
  public record Recipient(
      @NotBlank @Size(max = 64) @Pattern(regexp = TEXT) @Schema(examples = "张三（演示）") String name,
      @NotBlank
          @Size(max = 20)
          @Pattern(regexp = "^[+]?[0-9][0-9 -]{4,18}$")
          @Schema(examples = "19900000001")
          String phone,
      @NotBlank @Size(max = 255) @Pattern(regexp = TEXT) @Schema(examples = "湖南省长沙市岳麓区演示路 1 号")
          String address) {}
}
