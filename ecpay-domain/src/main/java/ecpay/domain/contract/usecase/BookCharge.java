package ecpay.domain.contract.usecase;

import ecpay.domain.contract.Agreement;
import ecpay.domain.contract.Charge;
import ecpay.domain.contract.Charge.Result;
import ecpay.domain.event.DomainEvent.OrderPlaced;
import ecpay.domain.event.DomainEvent.PeriodicCharged;
import ecpay.domain.event.EventLog;
import ecpay.domain.identity.Identities;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderReference;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.report.TradeDetails;
import ecpay.domain.payment.usecase.PaymentBooks;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Makes an order of its own of a later charge: the same content, paid at once by that charge, and
 * so invoiced like any other. Runs inside a transaction that holds the contract.
 */
public final class BookCharge {
  private static final int LONGEST_REFERENCE = 64;

  private final Orders orders;
  private final Payments payments;
  private final PaymentBooks paymentBooks;
  private final EventLog events;
  private final Identities identities;

  public BookCharge(
      Orders orders,
      Payments payments,
      PaymentBooks paymentBooks,
      EventLog events,
      Identities identities) {
    this.orders = orders;
    this.payments = payments;
    this.paymentBooks = paymentBooks;
    this.events = events;
    this.identities = identities;
  }

  /**
   * Gives the order that the charge paid.
   *
   * @param number 2 for the first of the later charges
   */
  OrderId book(Agreement agreement, int number, TradeDetails trade, Instant now) {
    MerchantId merchant = agreement.merchant();
    Order first = orders.find(merchant, agreement.order()).orElseThrow();
    Order order = place(agreement, first, number, now);
    Payment.Paid paid =
        new Payment.Paid(
            new Attempt(
                new PaymentId(identities.nextId()),
                merchant,
                order.id(),
                agreement.tradeNo(),
                number,
                agreement.amount(),
                payments.find(agreement.payment()).orElseThrow().attempt().offer(),
                now),
            trade);
    payments.add(paid);
    paymentBooks.paid(order, paid, now);
    events.append(
        merchant,
        first.id(),
        now,
        new PeriodicCharged(agreement.tradeNo(), number, order.id(), agreement.amount()));
    return order.id();
  }

  private Order place(Agreement agreement, Order first, int number, Instant now) {
    OrderId id = new OrderId(identities.nextId());
    Order placed =
        references(first, agreement, id, number)
            .map(name ->
                Order.place(id, first.merchant(), new OrderReference(name), first.content(), now))
            .filter(orders::add)
            .findFirst()
            .orElseThrow();
    events.append(placed.merchant(), id, now, new OrderPlaced(placed.reference(), placed.total()));
    return placed;
  }

  /** The merchant's own reference with the number; if that is taken, names that nobody else has. */
  private static Stream<String> references(
      Order first, Agreement agreement, OrderId id, int number) {
    return Stream.of(first.reference().value(), agreement.tradeNo().value(), id.value())
        .map(name -> name + "-" + number)
        .filter(name -> name.length() <= LONGEST_REFERENCE);
  }

  /** Fills in what was not known of a charge when it was booked. */
  void complete(Agreement agreement, Charge charge, TradeDetails trade) {
    if (!(charge.result() instanceof Result.Charged(int number, OrderId order)) || number == 1) {
      return; // the first charge is told at ReturnURL
    }
    orders.lock(agreement.merchant(), order);
    payments.ofOrder(agreement.merchant(), order).stream()
        .filter(Payment.Paid.class::isInstance)
        .map(Payment::attempt)
        .filter(
            attempt -> attempt.tradeNo().equals(agreement.tradeNo()) && attempt.charge() == number)
        .forEach(attempt -> payments.save(new Payment.Paid(attempt, trade)));
  }
}
