/**
 * The contract with storefronts, version 1: interfaces and records, nothing of the service.
 *
 * <p>The service implements the interfaces; a Java client may use them through MicroProfile REST
 * Client. Within version 1 the contract only grows: members, states and operations are added, none
 * is taken away or changes its meaning.
 */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Xiangpin storefront API",
            version = "1.0.0",
            description =
                """
                Sells certified village produce through your own shop.

                - **Keys** travel as `Authorization: Bearer <key>`; without one every call is answered 401.
                  A key sees the counties that were granted to it and its own storefront's orders; \
                everything else is 404.
                - **Money** is a whole number of fen (分, 0.01 yuan) with its currency `CNY`. \
                **Weights** are whole grams; the text beside them is for people (500 g = 1 斤).
                - **Times** are RFC 3339 in UTC, dates are those of Asia/Shanghai. \
                **Ids** are opaque: never build or order by them.
                - **Growth**: ignore members that you do not know, and accept states that are added later.
                - **Problems** are RFC 9457 `application/problem+json`; decide by `code`, show `detail`. \
                Texts follow `Accept-Language` (zh, en).
                """,
            license =
                @License(
                    name = "Apache-2.0",
                    url = "https://www.apache.org/licenses/LICENSE-2.0.txt")),
    tags = {
      @Tag(name = "Products", description = "What is on sale, each from one certified lot"),
      @Tag(name = "Orders", description = "Place, pay, cancel and follow orders")
    },
    components =
        @Components(
            securitySchemes =
                @SecurityScheme(
                    securitySchemeName = "key",
                    type = SecuritySchemeType.HTTP,
                    scheme = "bearer",
                    description =
                        "The storefront's key. Scopes: `catalog:read` (products), `orders:read`, `orders:write`."),
            responses = {
              @APIResponse(
                  name = "Invalid",
                  description =
                      "A value cannot be taken (`invalid-input`); `errors` points to each one",
                  content =
                      @Content(
                          mediaType = "application/problem+json",
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "NoKey",
                  description = "No key, or one that is unknown or revoked (`key-required`)",
                  content =
                      @Content(
                          mediaType = "application/problem+json",
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "NoScope",
                  description =
                      "The key lacks the scope that this operation needs (`scope-missing`)",
                  content =
                      @Content(
                          mediaType = "application/problem+json",
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "NotFound",
                  description = "Not there, or not for this key (`not-found`)",
                  content =
                      @Content(
                          mediaType = "application/problem+json",
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = "WrongState",
                  description = "The order has moved on: this step does not follow (`wrong-state`)",
                  content =
                      @Content(
                          mediaType = "application/problem+json",
                          schema = @Schema(implementation = Problem.class)))
            }))
package org.xiangpin.storefront.api;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
