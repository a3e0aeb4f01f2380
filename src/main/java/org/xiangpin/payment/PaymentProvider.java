package org.xiangpin.payment;

import java.util.Map;
import java.util.function.UnaryOperator;

/** Who takes and gives back the money. Never called inside a transaction: it speaks over a net. */
public interface PaymentProvider {

  /** Stands in the payment and in the callback's address; at most 24 characters. */
  String name();

  /**
   * Asks for the payment's amount. The outcome comes later, by callback.
   *
   * @param hints what this provider wants to know beside the amount; others are ignored
   */
  void start(Payment payment, Map<String, Object> hints);

  /** Gives the whole amount back; asked again with the same payment, it gives nothing twice. */
  void refund(Payment payment);

  /**
   * What a callback says, once it is proven to come from the provider.
   *
   * @param header the callback's headers by name, null for one that is absent
   * @throws ForgedCallback when the signature is wrong, or too old
   */
  Settlement read(UnaryOperator<String> header, String body);

  /**
   * A provider's word on a payment.
   *
   * @param succeeded false when the payment was declined
   */
  record Settlement(long paymentId, boolean succeeded, long amountFen, String currency) {}
}
