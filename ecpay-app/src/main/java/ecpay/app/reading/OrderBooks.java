package ecpay.app.reading;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.allowance.RemainingAmount;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.notification.Notification;
import ecpay.domain.notification.Notifications;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderReference;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.Payments;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundId;
import ecpay.domain.refund.Refunds;
import ecpay.domain.rule.RuleViolationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything the books hold about one order, for whoever shows it. */
public final class OrderBooks {
  private final Orders orders;
  private final Payments payments;
  private final Invoices invoices;
  private final Allowances allowances;
  private final Refunds refunds;
  private final Notifications notifications;
  private final EventLog events;
  private final CallJournal journal;

  public OrderBooks(
      Orders orders,
      Payments payments,
      Invoices invoices,
      Allowances allowances,
      Refunds refunds,
      Notifications notifications,
      EventLog events,
      CallJournal journal) {
    this.orders = orders;
    this.payments = payments;
    this.invoices = invoices;
    this.allowances = allowances;
    this.refunds = refunds;
    this.notifications = notifications;
    this.events = events;
    this.journal = journal;
  }

  /** One order and all that belongs to it; each list oldest first. */
  public record Dossier(
      Order order,
      List<Payment> payments,
      List<Invoice> invoices,
      List<Allowance> allowances,
      List<Refund> refunds,
      List<Notification> notifications,
      List<RecordedEvent> events) {

    /** What a person must look at. */
    public List<RecordedEvent> incidents() {
      return events.stream().filter(event -> event.event() instanceof IncidentRaised).toList();
    }

    /** What allowances may still take off an issued invoice (R-ALW-04). */
    public Money remaining(Invoice.Issued invoice) {
      return RemainingAmount.of(
          invoice.document().salesAmount(), allowancesOf(invoice.facts().number()));
    }

    private List<Allowance> allowancesOf(InvoiceNumber number) {
      return allowances.stream()
          .filter(one -> one.draft().document().invoice().number().equals(number))
          .toList();
    }
  }

  /** The order with that id, if the merchant has it. */
  public Optional<Order> order(MerchantId merchant, String id) {
    return named(id, OrderId::new).flatMap(known -> orders.find(merchant, known));
  }

  /** The order with that reference, if the merchant has it. */
  public Optional<Order> orderByReference(MerchantId merchant, String reference) {
    return named(reference, OrderReference::new)
        .flatMap(known -> orders.findByReference(merchant, known));
  }

  /**
   * The merchant's orders that are called so: by their reference, their id, the MerchantTradeNo of
   * an attempt to pay, or the number of an invoice. Each once; the whole name counts.
   */
  public List<Order> ordersNamed(MerchantId merchant, String name) {
    return Stream.of(
            orderByReference(merchant, name),
            order(merchant, name),
            named(name, MerchantTradeNo::new)
                .flatMap(known -> payments.findByTradeNo(merchant, known))
                .map(payment -> orderOf(merchant, payment.order())),
            named(name, InvoiceNumber::new)
                .flatMap(known -> invoices.findByNumber(merchant, known))
                .map(invoice -> orderOf(merchant, invoice.order())))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** The merchant's latest orders, the newest first, so many at most. */
  public List<Order> newestOrders(MerchantId merchant, int most) {
    return orders.newest(merchant, most);
  }

  /** All that belongs to an order. */
  public Dossier dossier(Order order) {
    MerchantId merchant = order.merchant();
    return new Dossier(
        order,
        payments.ofOrder(merchant, order.id()),
        invoices.ofOrder(merchant, order.id()),
        allowances.ofOrder(merchant, order.id()),
        refunds.ofOrder(merchant, order.id()),
        notifications.ofOrder(merchant, order.id()),
        events.ofOrder(merchant, order.id()));
  }

  /** The invoice with that id, if the merchant has it. */
  public Optional<Invoice> invoice(MerchantId merchant, String id) {
    return named(id, InvoiceId::new).flatMap(known -> invoices.find(merchant, known));
  }

  /** The allowance with that id, if the merchant has it. */
  public Optional<Allowance> allowance(MerchantId merchant, String id) {
    return named(id, AllowanceId::new).flatMap(known -> allowances.find(merchant, known));
  }

  /** The payment with that id, if the merchant has it. */
  public Optional<Payment> payment(MerchantId merchant, String id) {
    return named(id, PaymentId::new)
        .flatMap(payments::find)
        .filter(payment -> payment.merchant().equals(merchant));
  }

  /** The refund with that id, if the merchant has it. */
  public Optional<Refund> refund(MerchantId merchant, String id) {
    return named(id, RefundId::new).flatMap(known -> refunds.find(merchant, known));
  }

  /** The order of something that belongs to one. */
  public Order orderOf(MerchantId merchant, OrderId id) {
    return orders.find(merchant, id).orElseThrow();
  }

  /** What happened to an order. */
  public List<RecordedEvent> events(Order order) {
    return events.ofOrder(order.merchant(), order.id());
  }

  /** The calls to ECPay that could change something for an order. */
  public List<CallJournal.Call> calls(Order order) {
    return journal.ofOrder(order.merchant(), order.id());
  }

  /** What cannot be a name names nothing. */
  private static <T> Optional<T> named(String text, Function<String, T> name) {
    try {
      return Optional.of(name.apply(text));
    } catch (RuleViolationException _) {
      return Optional.empty();
    }
  }
}
