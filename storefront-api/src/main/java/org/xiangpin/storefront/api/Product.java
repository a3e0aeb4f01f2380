package org.xiangpin.storefront.api;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be ordered: one listing, filled from one certified lot. */
@Schema(
    description = "What can be ordered: one listing, filled from one certified lot",
    requiredProperties = {
      "id",
      "title",
      "description",
      "name",
      "variety",
      "categoryCode",
      "category",
      "price",
      "availableGrams",
      "availableText",
      "stepGrams",
      "producer",
      "village",
      "villageCode",
      "harvestedOn",
      "certificationNumber",
      "certifiedUntil",
      "gtin",
      "lot",
      "traceUrl",
      "illustrationUrl"
    })
public record Product(
    @Schema(description = "Opaque; names the product in orders", examples = "0J4V9C2QK7M1T")
        String id,
    @Schema(description = "The listing's headline", examples = "永固村黄桃 现摘现发") String title,
    @Schema(description = "Free text, may be null", nullable = true) String description,
    @Schema(description = "The kind of goods", examples = "黄桃") String name,
    @Schema(description = "Variety, may be null", nullable = true, examples = "锦绣") String variety,
    @Schema(description = "NY/T 3177-2018", examples = "010302") String categoryCode,
    @Schema(examples = "核果类") String category,
    Price price,
    @Schema(
            description =
                "What can be ordered at this moment: on hand less what unpaid orders hold; 0 is sold"
                    + " out",
            examples = "14500000")
        long availableGrams,
    @Schema(description = "The same for people", examples = "29,000 斤") String availableText,
    @Schema(description = "Ordered weights are multiples of this", examples = "2500")
        long stepGrams,
    @Schema(description = "The grower's public name", examples = "龙小明") String producer,
    @Schema(description = "Township and village", examples = "崔家桥镇永固村") String village,
    @Schema(description = "12 digits, GB/T 2260 and GB/T 10114", examples = "430722111229")
        String villageCode,
    @Schema(description = "The day of harvest", examples = "2026-08-06") LocalDate harvestedOn,
    @Schema(
            description = "Number of the township's certification (溯源认证)",
            examples = "430722111-2026-000001")
        String certificationNumber,
    @Schema(description = "Last day of the certification", examples = "2026-11-06")
        LocalDate certifiedUntil,
    @Schema(description = "GTIN-14 of the kind of goods", examples = "09521234000013") String gtin,
    @Schema(description = "The lot's code", examples = "26080600A1") String lot,
    @Schema(
            description =
                "Absolute address that tells where these goods come from; show it to buyers",
            examples = "https://xiangpin.example/01/09521234000013/10/26080600A1")
        String traceUrl,
    @Schema(
            description = "Absolute address of a drawing (SVG)",
            examples = "https://xiangpin.example/art/yellow-peach.svg")
        String illustrationUrl) {}
