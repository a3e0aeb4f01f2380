package org.xiangpin.storefront;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xiangpin.listing.Offer;
import org.xiangpin.listing.Offers;
import org.xiangpin.order.CustomerOrder;
import org.xiangpin.order.OrderForm;
import org.xiangpin.order.OrderLine;
import org.xiangpin.order.OrderPayments;
import org.xiangpin.order.OrderPlacing;
import org.xiangpin.order.OrderService;
import org.xiangpin.order.Recipient;
import org.xiangpin.parcel.Parcel;
import org.xiangpin.shared.Ids;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.RequestLang;
import org.xiangpin.shared.XiangpinConfig;
import org.xiangpin.storefront.api.Money;
import org.xiangpin.storefront.api.NewOrder;
import org.xiangpin.storefront.api.NewPayment;
import org.xiangpin.storefront.api.Order;
import org.xiangpin.storefront.api.OrdersApi;
import org.xiangpin.storefront.api.Payment;

/** Orders, as the storefront that placed them sees them. */
public class OrderResource implements OrdersApi {

  @Inject OrderPlacing placing;
  @Inject OrderService orders;
  @Inject OrderPayments payments;
  @Inject Offers offers;
  @Inject CurrentStorefront storefront;
  @Inject RequestLang lang;
  @Inject RoutingContext routing;
  @Inject XiangpinConfig config;

  @Override
  public Order place(String idempotencyKey, NewOrder wanted) {
    OrderForm form =
        new OrderForm(
            storefront.id(),
            storefront.countyCodes(),
            idempotencyKey,
            wanted.lines().stream()
                .map(line -> new OrderForm.Line(line.product(), line.grams()))
                .toList(),
            new Recipient(
                wanted.recipient().name(),
                wanted.recipient().phone(),
                wanted.recipient().address()),
            wanted.note());
    OrderPlacing.Placed placed = placing.place(form);
    String id = placed.order().idText();
    routing.response().putHeader("Location", config.publicUrl() + OrdersApi.PATH + "/" + id);
    if (!placed.replayed()) {
      return view(placed.order(), null, List.of());
    }
    routing.response().putHeader("Idempotency-Replayed", "true");
    return get(id);
  }

  @Override
  public Order get(String id) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              CustomerOrder order = CustomerOrder.require(id, storefront.id());
              return view(
                  order,
                  org.xiangpin.payment.Payment.latestOf(order.id()).orElse(null),
                  Parcel.listOf(order.id()));
            });
  }

  @Override
  public Payment pay(String id, NewPayment wanted) {
    return view(payments.start(own(id), hints(wanted)));
  }

  @Override
  public Order cancel(String id) {
    orders.cancel(own(id));
    payments.refundDue();
    return get(id);
  }

  @Override
  public Order receive(String id) {
    orders.receive(own(id));
    return get(id);
  }

  /** The number of an order that this storefront placed. */
  private Long own(String id) {
    return QuarkusTransaction.requiringNew()
        .call(() -> CustomerOrder.require(id, storefront.id()).id());
  }

  private static Map<String, Object> hints(NewPayment wanted) {
    Map<String, Object> hints = new HashMap<>();
    if (wanted != null && wanted.simulation() != null) {
      hints.put("outcome", wanted.simulation().outcome());
      hints.put("delayMillis", wanted.simulation().delayMillis());
      hints.put("duplicates", wanted.simulation().duplicates());
      hints.values().removeIf(value -> value == null);
    }
    return hints;
  }

  private Order view(
      CustomerOrder order, org.xiangpin.payment.Payment payment, List<Parcel> parcels) {
    return new Order(
        order.idText(),
        order.state().word(),
        order.lines().stream().map(this::line).toList(),
        Money.ofFen(order.totalFen()),
        new NewOrder.Recipient(
            order.recipient().name(), order.recipient().phone(), order.recipient().address()),
        order.note(),
        payment == null ? null : view(payment),
        parcels.stream()
            .map(p -> new Order.Parcel(p.carrier(), p.number(), p.shippedAt()))
            .toList(),
        order.placedAt(),
        order.holdExpiresAt(),
        order.paidAt(),
        order.shippedAt(),
        order.receivedAt(),
        order.completedAt(),
        order.endedAt());
  }

  private Order.Line line(OrderLine line) {
    Lang t = lang.get();
    Offer offer = offers.find(line.listingId()).orElseThrow();
    return new Order.Line(
        Ids.toText(line.listingId()),
        line.title(),
        line.grams(),
        t.weight(line.grams()),
        ProductView.price(line.priceFen(), line.priceUnitGrams(), t),
        Money.ofFen(line.amountFen()),
        offer.gtin(),
        offer.lotCode(),
        offer.link().on(config.publicUrl()));
  }

  private static Payment view(org.xiangpin.payment.Payment payment) {
    return new Payment(
        Ids.toText(payment.id()),
        payment.state().name().toLowerCase(Locale.ROOT),
        Money.ofFen(payment.amountFen()),
        payment.provider(),
        payment.createdAt());
  }
}
