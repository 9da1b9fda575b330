package ecpay.domain.world.life;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.CaptureRequested;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.Payment;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.world.World;
import java.util.List;
import java.util.Set;

/** One order in the books of a world, as an auditor reads it. */
public record Sold(World world, OrderId id) {
  /** What may be tried, stopped or said again. */
  private static final Set<Class<? extends DomainEvent>> REPEATABLE =
      Set.of(
          CaptureRequested.class,
          IncidentRaised.class,
          DomainEvent.PaymentExpired.class,
          DomainEvent.PaymentOutcomeUnknown.class,
          DomainEvent.PeriodicChargeFailed.class,
          DomainEvent.RefundStopped.class,
          DomainEvent.RefundContinued.class,
          DomainEvent.RefundStepDone.class);

  public List<Payment.Paid> paid() {
    return world.books.payments().ofOrder(Samples.SHOP, id).stream()
        .filter(Payment.Paid.class::isInstance)
        .map(Payment.Paid.class::cast)
        .toList();
  }

  public List<Refund> refunds() {
    return world.books.refunds().ofOrder(Samples.SHOP, id);
  }

  public List<Invoice> invoices() {
    return world.books.invoices().ofOrder(Samples.SHOP, id);
  }

  /** What our books say that went back of a payment, TWD. */
  public long refunded(Payment.Paid payment) {
    return refunds().stream()
        .filter(refund -> refund.payment().equals(payment.id()))
        .filter(refund -> refund.status() instanceof Refund.Status.Done)
        .mapToLong(refund -> refund.amount().twd())
        .sum();
  }

  /** What really went back of it, to the card and by hand, TWD. */
  public long wentBack(Payment.Paid payment) {
    return world.ecpayCharges.wentBack(payment)
        + refunds().stream()
            .filter(refund -> refund.payment().equals(payment.id()))
            .mapToLong(Sold::byHand)
            .sum();
  }

  long byHand() {
    return refunds().stream().mapToLong(Sold::byHand).sum();
  }

  private static long byHand(Refund refund) {
    return refund.steps().stream()
        .filter(step -> step.act() instanceof RefundAct.PayByHand && step.isDone())
        .map(RefundStep::act)
        .mapToLong(act -> act.amount().twd())
        .sum();
  }

  /** What the shop keeps of the payment that paid it, TWD. */
  public long kept() {
    return paid().stream()
        .filter(payment -> !order().isPaidByAnotherThan(payment.tradeNo()))
        .mapToLong(payment -> payment.attempt().amount().twd() - refunded(payment))
        .sum();
  }

  /** What it keeps of payments that came on top, TWD. */
  public long keptOnTop() {
    return paid().stream()
        .filter(payment -> order().isPaidByAnotherThan(payment.tradeNo()))
        .mapToLong(payment -> payment.attempt().amount().twd() - refunded(payment))
        .sum();
  }

  private Order order() {
    return world.books.orders().find(Samples.SHOP, id).orElseThrow();
  }

  private List<DomainEvent> events() {
    return world.books.eventLog().ofOrder(Samples.SHOP, id).stream()
        .map(RecordedEvent::event)
        .toList();
  }

  /** What is told once. */
  public List<DomainEvent> facts() {
    return events().stream().filter(event -> !REPEATABLE.contains(event.getClass())).toList();
  }

  public long count(Class<? extends DomainEvent> kind) {
    return events().stream().filter(kind::isInstance).count();
  }

  public List<String> incidents() {
    return events().stream()
        .filter(IncidentRaised.class::isInstance)
        .map(event -> ((IncidentRaised) event).kind())
        .toList();
  }
}
