package org.xiangpin.storefront.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One attempt to pay an order. */
@Schema(
    description = "One attempt to pay an order",
    requiredProperties = {"id", "state", "amount", "provider", "createdAt"})
public record Payment(
    @Schema(description = "Opaque", examples = "0J4V9DB31Q8ZK") String id,
    @Schema(
            description =
                """
                - `pending`: the provider has been asked
                - `succeeded`: the money has come
                - `failed`: the provider declined; start another one
                - `refund_due`: the money goes back
                - `refunded`: it has gone back

                Accept states that are added later.
                """,
            examples = "pending")
        String state,
    Money amount,
    @Schema(description = "Who takes the money", examples = "simulator") String provider,
    Instant createdAt) {}
