package ecpay.domain.invoice.usecase;

import ecpay.domain.event.DomainEvent.InvoiceRequested;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.identity.Identities;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.Withheld;
import ecpay.domain.invoice.document.InvoiceOfOrder;
import ecpay.domain.invoice.document.InvoiceOfOrder.Calculated;
import ecpay.domain.invoice.document.InvoiceOfOrder.OrderedPart;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.invoice.usecase.settle.SettleInvoice;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Part;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.Orders;
import ecpay.domain.rule.Violations;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Asks for an invoice of a paid order or of a part of it, once per reference, each dollar of each
 * line once (R-INV-34).
 */
public final class RequestInvoice {
  /** Stands in for a RelateNumber where nothing is issued. */
  private static final RelateNumber PREVIEW = new RelateNumber("PREVIEW");

  private final Transactions transactions;
  private final Orders orders;
  private final Invoices invoices;
  private final Withheld withheld;
  private final SettleInvoice settle;
  private final EventLog events;
  private final FollowUps followUps;
  private final Identities identities;
  private final Patience patience;
  private final Clock clock;

  public RequestInvoice(
      Transactions transactions,
      Orders orders,
      Invoices invoices,
      Withheld withheld,
      SettleInvoice settle,
      EventLog events,
      FollowUps followUps,
      Identities identities,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.orders = orders;
    this.invoices = invoices;
    this.withheld = withheld;
    this.settle = settle;
    this.events = events;
    this.followUps = followUps;
    this.identities = identities;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * What the merchant asks for.
   *
   * @param reference the merchant's own number of this invoice, its idempotency key
   * @param lines which parts of the order; empty for all that is not invoiced yet
   * @param delivery how it reaches the buyer, if not as the order says
   * @param delay set when ECPay is to issue it later
   */
  public record Request(
      InvoiceReference reference,
      List<OrderedPart> lines,
      Optional<InvoicePreference> delivery,
      Optional<InvoiceTiming.Delayed> delay) {
    public Request {
      lines = List.copyOf(lines);
    }
  }

  /** The invoice that follows the payment of an order, as the order's timing says; once. */
  public Progress ofPaidOrder(FollowUp.IssueInvoice followUp) {
    transactions
        .inTransaction(() -> recordPaid(followUp.merchant(), followUp.order()))
        .map(asked -> new FollowUp.SettleInvoice(asked.merchant(), asked.id()))
        .ifPresent(settle::proceed);
    return Progress.DONE; // whatever is left to do is the invoice's own follow-up
  }

  private Optional<Invoice> recordPaid(MerchantId merchant, OrderId id) {
    Order order = orders.lock(merchant, id);
    return switch (order.content().timing()) {
      case InvoiceTiming.ByHand() -> Optional.empty();
      case InvoiceTiming.OnPayment() -> recordPaid(order, Optional.empty());
      case InvoiceTiming.Delayed delay -> recordPaid(order, Optional.of(delay));
    };
  }

  private Optional<Invoice> recordPaid(Order order, Optional<InvoiceTiming.Delayed> delay) {
    List<Invoice> earlier = invoices.ofOrder(order.merchant(), order.id());
    boolean asked =
        earlier.stream()
            .anyMatch(known -> known.draft().reference().equals(InvoiceReference.OF_PAYMENT));
    long taken = taken(earlier).stream().mapToLong(part -> part.amount().twd()).sum();
    if (asked
        || taken >= order.total().twd()
        || withheld.isWithheld(order.merchant(), order.id())) {
      return Optional.empty();
    }
    Request whole = new Request(InvoiceReference.OF_PAYMENT, List.of(), Optional.empty(), delay);
    return record(order, whole) instanceof Result.Requested(Invoice invoice)
        ? Optional.of(invoice)
        : Optional.empty();
  }

  /**
   * Records the request and asks ECPay at once; whatever interrupts that is finished by follow-up.
   *
   * @throws ecpay.domain.rule.RuleViolationException R-INV-34 for an order that is not paid or
   *     above what is left of it, R-CAP-13 once money of it goes back, and whatever else the lines
   *     break
   * @throws java.util.NoSuchElementException if the merchant has no such order
   */
  public Result request(MerchantId merchant, OrderId order, Request request) {
    Result result = transactions.inTransaction(() -> record(orders.lock(merchant, order), request));
    if (result instanceof Result.Requested(Invoice invoice)) {
      settle.proceed(new FollowUp.SettleInvoice(merchant, invoice.id()));
      return new Result.Requested(invoices.find(merchant, invoice.id()).orElseThrow());
    }
    return result;
  }

  /** What {@link #request} would ask ECPay for, or everything that is wrong with it. */
  public Calculated preview(MerchantId merchant, OrderId order, Request request) {
    return transactions.inTransaction(() -> {
      Order locked = orders.lock(merchant, order);
      return calculate(locked, PREVIEW, request, invoices.ofOrder(merchant, order));
    });
  }

  private Result record(Order order, Request request) {
    List<Invoice> earlier = invoices.ofOrder(order.merchant(), order.id());
    for (Invoice known : earlier) {
      if (known.draft().reference().equals(request.reference())) {
        return isTheSame(known, request)
            ? new Result.AlreadyRequested(known)
            : new Result.ReferenceTaken(known.id());
      }
    }
    InvoiceId id = new InvoiceId(identities.nextId());
    Calculated calculated = calculate(order, new RelateNumber(id.value()), request, earlier);
    Instant now = Instant.now(clock);
    Invoice requested =
        Invoice.request(
            new Invoice.Draft(
                id,
                order.merchant(),
                order.id(),
                request.reference(),
                calculated.document(),
                calculated.parts(),
                request.delay(),
                now));
    invoices.add(requested);
    events.append(
        order.merchant(),
        order.id(),
        now,
        new InvoiceRequested(id, calculated.document().salesAmount()));
    followUps.schedule(new FollowUp.SettleInvoice(order.merchant(), id), patience.after(now));
    return new Result.Requested(requested);
  }

  private Calculated calculate(
      Order order, RelateNumber relateNumber, Request request, List<Invoice> earlier) {
    Violations.demand(
        order.isPaid(), "R-INV-34", "order", "an order is invoiced once it is paid, not before");
    Violations.demand(
        !withheld.isWithheld(order.merchant(), order.id()),
        "R-CAP-13",
        "order",
        "money of the order has gone back: it is not invoiced any more");
    return InvoiceOfOrder.of(
        relateNumber,
        order.content(),
        request.delivery().orElse(order.content().invoice()),
        request.lines(),
        taken(earlier));
  }

  private static List<Part> taken(List<Invoice> invoices) {
    return invoices.stream()
        .filter(Invoice::holdsItsParts)
        .flatMap(invoice -> invoice.draft().parts().stream())
        .toList();
  }

  private static boolean isTheSame(Invoice known, Request request) {
    List<OrderedPart> wanted = request.lines();
    List<Part> parts = known.draft().parts();
    boolean sameParts =
        wanted.isEmpty()
            || (wanted.size() == parts.size()
                && IntStream.range(0, parts.size())
                    .allMatch(i -> isAnswered(wanted.get(i), parts.get(i))));
    return sameParts
        && known.draft().delay().equals(request.delay())
        && request.delivery().map(known.document().delivery()::equals).orElse(true);
  }

  private static boolean isAnswered(OrderedPart wanted, Part part) {
    return part.answers(wanted.line(), wanted.quantity(), wanted.amount());
  }

  /** What became of asking for an invoice. */
  public sealed interface Result {
    record Requested(Invoice invoice) implements Result {}

    /** The same request came before; nothing was added. */
    record AlreadyRequested(Invoice invoice) implements Result {}

    /** The reference names another invoice of this order. */
    record ReferenceTaken(InvoiceId by) implements Result {}
  }
}
