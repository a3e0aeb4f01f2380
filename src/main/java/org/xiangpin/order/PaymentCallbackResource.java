package org.xiangpin.order;

import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.xiangpin.shared.Refusal;

/** Where payment providers call. Who they are is proven by their signature alone. */
@Path("/api/payments/{provider}/callback")
public class PaymentCallbackResource {

  @Inject OrderPayments payments;
  @Inject RoutingContext routing;

  /** Answers 204 when the word was heard, now or before; providers repeat anything else. */
  @POST
  public void hear(@PathParam("provider") String provider, String body) {
    try {
      payments.settle(
          payments
              .provider(provider)
              .read(name -> routing.request().getHeader(name), body == null ? "" : body));
    } catch (Refusal refusal) {
      Log.warnf("callback of %s refused: %s", provider, refusal.code());
      throw refusal;
    }
  }
}
