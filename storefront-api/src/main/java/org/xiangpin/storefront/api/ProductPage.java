package org.xiangpin.storefront.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list. */
@Schema(
    description = "One page of the products, in the order in which they were put up",
    requiredProperties = {"items", "next"})
public record ProductPage(
    List<Product> items,
    @Schema(
            description =
                "Cursor of the next page, null on the last one. The `Link` header (rel=next) holds"
                    + " the whole address",
            nullable = true,
            examples = "MTowSjRWOUMyUUs3TTFU")
        String next) {}
