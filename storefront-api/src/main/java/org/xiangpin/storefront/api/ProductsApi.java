package org.xiangpin.storefront.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is on sale. */
@Path(ProductsApi.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
public interface ProductsApi {

  String PATH = "/api/storefront/v1/products";

  @GET
  @SecurityRequirement(name = "key", scopes = "catalog:read")
  @Operation(
      operationId = "listProducts",
      summary = "List what is on sale",
      description =
          "Published products of the key's counties whose lot is certified now, in the order in which"
              + " they were put up. A walk along `next` meets every product that stays on sale"
              + " exactly once, whatever changes meanwhile.")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      headers =
          @Header(
              name = "Link",
              description = "RFC 8288, rel=next; absent on the last page",
              schema = @Schema(implementation = String.class)),
      content = @Content(schema = @Schema(implementation = ProductPage.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "NoKey")
  @APIResponse(responseCode = "403", ref = "NoScope")
  ProductPage list(
      @QueryParam("limit")
          @DefaultValue("20")
          @Min(1)
          @Max(100)
          @Parameter(description = "Products on a page")
          int limit,
      @QueryParam("cursor")
          @Parameter(description = "`next` of the page before; left out for the first page")
          String cursor);

  @GET
  @Path("/{id}")
  @SecurityRequirement(name = "key", scopes = "catalog:read")
  @Operation(operationId = "getProduct", summary = "Show one product, with its stock now")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = Product.class)))
  @APIResponse(responseCode = "401", ref = "NoKey")
  @APIResponse(responseCode = "403", ref = "NoScope")
  @APIResponse(responseCode = "404", ref = "NotFound")
  Product get(@PathParam("id") @Parameter(description = "The product's id") String id);
}
