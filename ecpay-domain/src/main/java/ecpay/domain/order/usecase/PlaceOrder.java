package ecpay.domain.order.usecase;

import static ecpay.domain.rule.Violations.demand;

import ecpay.domain.event.DomainEvent.OrderPlaced;
import ecpay.domain.event.EventLog;
import ecpay.domain.identity.Identities;
import ecpay.domain.invoice.document.InvoiceOfOrder;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderReference;
import ecpay.domain.order.Orders;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;

/** Takes an order into the books, once per reference. */
public final class PlaceOrder {
  private final Transactions transactions;
  private final Merchants merchants;
  private final Orders orders;
  private final EventLog events;
  private final Identities identities;
  private final Clock clock;

  public PlaceOrder(
      Transactions transactions,
      Merchants merchants,
      Orders orders,
      EventLog events,
      Identities identities,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.orders = orders;
    this.events = events;
    this.identities = identities;
    this.clock = clock;
  }

  /**
   * Places the order, or finds the one that was placed with the same reference before.
   *
   * @throws ecpay.domain.rule.RuleViolationException when no valid invoice could follow from it
   */
  public Result place(MerchantId merchant, OrderReference reference, OrderContent content) {
    Order order =
        Order.place(
            new OrderId(identities.nextId()), merchant, reference, content, Instant.now(clock));
    check(merchants.get(merchant), content);
    return transactions.inTransaction(() -> add(order));
  }

  /** Everything that would be wrong with placing it, and with the invoice that follows. */
  public static void check(Merchant merchant, OrderContent content) {
    demand(
        merchant.invoicing().cardCarriers()
            || !(content.invoice().carrier() instanceof Carrier.PhysicalCard),
        "R-INV-14",
        "invoice.carrier",
        "card carriers are switched off for this merchant");
    InvoiceOfOrder.document(new RelateNumber("PREVIEW"), content);
  }

  private Result add(Order order) {
    if (orders.add(order)) {
      events.append(
          order.merchant(),
          order.id(),
          order.placedAt(),
          new OrderPlaced(order.reference(), order.total()));
      return new Result.Placed(order);
    }
    Order earlier = orders.findByReference(order.merchant(), order.reference()).orElseThrow();
    return earlier.content().equals(order.content())
        ? new Result.AlreadyPlaced(earlier)
        : new Result.ReferenceTaken(earlier.id());
  }

  /** What became of placing an order. */
  public sealed interface Result {
    record Placed(Order order) implements Result {}

    /** The same order came before; nothing was added. */
    record AlreadyPlaced(Order order) implements Result {}

    /** The reference names another order. */
    record ReferenceTaken(OrderId by) implements Result {}
  }
}
