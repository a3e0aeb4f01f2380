package org.xiangpin.storefront.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order as the storefront that placed it sees it. */
@Schema(
    description = "An order as the storefront that placed it sees it",
    requiredProperties = {
      "id",
      "state",
      "lines",
      "total",
      "recipient",
      "note",
      "payment",
      "parcels",
      "placedAt",
      "payBefore",
      "paidAt",
      "shippedAt",
      "receivedAt",
      "completedAt",
      "endedAt"
    })
public record Order(
    @Schema(description = "Opaque", examples = "0J4V9D7RN2P5W") String id,
    @Schema(
            description =
                """
                - `placed`: the goods are held until `payBefore`; pay now
                - `paid`: sold; it is being packed
                - `shipped`: every parcel is on its way
                - `received`: the buyer has it
                - `completed`: seven days after receipt
                - `cancelled`: by the buyer; what was paid is paid back, see `payment`
                - `expired`: not paid in time; the goods went back

                Accept states that are added later. An order that expired becomes `paid` when its payment \
                arrives late and the goods are still there; else the payment is paid back.
                """,
            examples = "placed")
        String state,
    List<Line> lines,
    @Schema(description = "Sum of the lines") Money total,
    NewOrder.Recipient recipient,
    @Schema(nullable = true) String note,
    @Schema(description = "The latest payment, null before the first", nullable = true)
        Payment payment,
    List<Parcel> parcels,
    Instant placedAt,
    @Schema(description = "The goods are held until then") Instant payBefore,
    @Schema(nullable = true) Instant paidAt,
    @Schema(nullable = true) Instant shippedAt,
    @Schema(nullable = true) Instant receivedAt,
    @Schema(nullable = true) Instant completedAt,
    @Schema(description = "When it was cancelled or expired", nullable = true) Instant endedAt) {

  /** As sold: price and words are kept, whatever the product says later. */
  @Schema(
      name = "OrderLine",
      description = "As sold: price and words are kept, whatever the product says later",
      requiredProperties = {
        "product",
        "title",
        "grams",
        "weightText",
        "price",
        "amount",
        "gtin",
        "lot",
        "traceUrl"
      })
  public record Line(
      @Schema(description = "The product's id", examples = "0J4V9C2QK7M1T") String product,
      @Schema(examples = "永固村黄桃 现摘现发") String title,
      @Schema(examples = "2500") long grams,
      @Schema(description = "The same for people", examples = "5 斤") String weightText,
      Price price,
      Money amount,
      @Schema(description = "GTIN-14", examples = "09521234000013") String gtin,
      @Schema(description = "Code of the lot that it comes from", examples = "26080600A1")
          String lot,
      @Schema(description = "Absolute address that tells where these goods come from")
          String traceUrl) {}

  /** A parcel on its way. */
  @Schema(
      description = "A parcel on its way; an order of several growers comes in several parcels",
      requiredProperties = {"carrier", "number", "shippedAt"})
  public record Parcel(
      @Schema(examples = "中国邮政") String carrier,
      @Schema(description = "The carrier's number", examples = "9800000000001") String number,
      Instant shippedAt) {}
}
