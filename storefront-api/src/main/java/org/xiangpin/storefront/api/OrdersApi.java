package org.xiangpin.storefront.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Place, pay, cancel and follow orders. */
@Path(OrdersApi.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public interface OrdersApi {

  String PATH = "/api/storefront/v1/orders";

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @SecurityRequirement(name = "key", scopes = "orders:write")
  @Operation(
      operationId = "placeOrder",
      summary = "Place an order",
      description =
          """
          Holds the goods for ten minutes; pay within them. Either all lines are held or none: \
          a shortage names every short line.

          Send a fresh `Idempotency-Key` with each order, and the same one when you repeat a request whose \
          answer you missed: the order is then answered again and not placed twice. Keys are kept as long \
          as the order. A refused order leaves nothing behind; its key may be used again.
          """)
  @APIResponse(
      responseCode = "201",
      description = "Placed, or placed before with this key",
      headers = {
        @Header(
            name = "Location",
            description = "The order's address",
            schema = @Schema(implementation = String.class)),
        @Header(
            name = "Idempotency-Replayed",
            description = "`true` when the order had been placed before with this key",
            schema = @Schema(implementation = String.class))
      },
      content = @Content(schema = @Schema(implementation = Order.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "NoKey")
  @APIResponse(responseCode = "403", ref = "NoScope")
  @APIResponse(
      responseCode = "409",
      description =
          "Not enough is left (`out-of-stock`) or the sale has ended (`not-on-sale`); `errors` names"
              + " every such line",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "The key was used with another body (`idempotency-key-reused`)",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "503",
      description = "Too many orders at this moment (`too-busy`); try again after `Retry-After`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  Order place(
      @HeaderParam("Idempotency-Key")
          @Parameter(
              required = true,
              description = "1 to 255 printable ASCII characters, a UUID for example",
              example = "8e03978e-40d5-43dd-bc93-6894a57f9324")
          String idempotencyKey,
      @RequestBody(required = true) @NotNull @Valid NewOrder order);

  @GET
  @Path("/{id}")
  @SecurityRequirement(name = "key", scopes = "orders:read")
  @Operation(operationId = "getOrder", summary = "Show one order")
  @APIResponse(
      responseCode = "200",
      description = "The order",
      content = @Content(schema = @Schema(implementation = Order.class)))
  @APIResponse(responseCode = "401", ref = "NoKey")
  @APIResponse(responseCode = "403", ref = "NoScope")
  @APIResponse(responseCode = "404", ref = "NotFound")
  Order get(@PathParam("id") @Parameter(description = "The order's id") String id);

  @POST
  @Path("/{id}/payments")
  @Consumes(MediaType.APPLICATION_JSON)
  @SecurityRequirement(name = "key", scopes = "orders:write")
  @Operation(
      operationId = "payOrder",
      summary = "Start a payment",
      description =
          "Asks the provider for the order's total. As long as a payment is pending, asking again"
              + " answers that one. The outcome arrives later: read the order again.")
  @APIResponse(
      responseCode = "201",
      description = "The pending payment",
      content = @Content(schema = @Schema(implementation = Payment.class)))
  @APIResponse(responseCode = "400", ref = "Invalid")
  @APIResponse(responseCode = "401", ref = "NoKey")
  @APIResponse(responseCode = "403", ref = "NoScope")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(
      responseCode = "409",
      description =
          "Not to be paid (any more): `wrong-state`, `hold-expired`, or the sale was stopped:"
              + " `not-on-sale`",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = Problem.class)))
  Payment pay(
      @PathParam("id") @Parameter(description = "The order's id") String id,
      @RequestBody(required = false) @Valid NewPayment payment);

  @POST
  @Path("/{id}/cancellation")
  @SecurityRequirement(name = "key", scopes = "orders:write")
  @Operation(
      operationId = "cancelOrder",
      summary = "Cancel an order that has not been shipped",
      description =
          "Goods go back on sale at once; what was paid is paid back. Cancelling again answers the"
              + " cancelled order.")
  @APIResponse(
      responseCode = "200",
      description = "The cancelled order",
      content = @Content(schema = @Schema(implementation = Order.class)))
  @APIResponse(responseCode = "401", ref = "NoKey")
  @APIResponse(responseCode = "403", ref = "NoScope")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "WrongState")
  Order cancel(@PathParam("id") @Parameter(description = "The order's id") String id);

  @POST
  @Path("/{id}/receipt")
  @SecurityRequirement(name = "key", scopes = "orders:write")
  @Operation(
      operationId = "receiveOrder",
      summary = "Tell that the buyer has received a shipped order",
      description = "Telling it again answers the received order.")
  @APIResponse(
      responseCode = "200",
      description = "The received order",
      content = @Content(schema = @Schema(implementation = Order.class)))
  @APIResponse(responseCode = "401", ref = "NoKey")
  @APIResponse(responseCode = "403", ref = "NoScope")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "WrongState")
  Order receive(@PathParam("id") @Parameter(description = "The order's id") String id);
}
