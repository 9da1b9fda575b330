package ecpay.domain.allowance.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceDocument;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.AllowanceOfInvoice;
import ecpay.domain.allowance.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.allowance.AllowanceReference;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.allowance.Consent;
import ecpay.domain.allowance.RemainingAmount;
import ecpay.domain.event.DomainEvent.AllowanceRequested;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.identity.Identities;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.Orders;
import ecpay.domain.rule.Violations;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes lines of an issued invoice back, once per reference, never more than remains. */
public final class RequestAllowance {
  private final Transactions transactions;
  private final Orders orders;
  private final Invoices invoices;
  private final Allowances allowances;
  private final SettleAllowance settle;
  private final EventLog events;
  private final FollowUps followUps;
  private final Identities identities;
  private final Patience patience;
  private final Clock clock;

  public RequestAllowance(
      Transactions transactions,
      Orders orders,
      Invoices invoices,
      Allowances allowances,
      SettleAllowance settle,
      EventLog events,
      FollowUps followUps,
      Identities identities,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.orders = orders;
    this.invoices = invoices;
    this.allowances = allowances;
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
   * @param reference the merchant's own number of this return, its idempotency key
   */
  public record Request(
      AllowanceReference reference,
      Consent consent,
      Optional<String> customerName,
      List<ReturnedLine> lines) {
    public Request {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Records the request and asks ECPay at once; whatever interrupts that is finished by follow-up.
   *
   * @throws ecpay.domain.rule.RuleViolationException R-ALW-32 without an issued invoice, R-ALW-03
   *     above what remains, or whatever else the lines break
   * @throws java.util.NoSuchElementException if the merchant has no such order
   */
  public Result request(MerchantId merchant, OrderId order, Request request) {
    Result result = transactions.inTransaction(() -> record(merchant, order, request));
    if (result instanceof Result.Requested(Allowance allowance)) {
      settle.proceed(new FollowUp.SettleAllowance(merchant, allowance.id()));
      return new Result.Requested(allowances.find(merchant, allowance.id()).orElseThrow());
    }
    return result;
  }

  private Result record(MerchantId merchant, OrderId order, Request request) {
    orders.lock(merchant, order);
    List<Allowance> earlier = allowances.ofOrder(merchant, order);
    AllowanceDocument document = document(merchant, order, request);
    for (Allowance known : earlier) {
      if (known.draft().reference().equals(request.reference())) {
        return known.draft().document().equals(document)
            ? new Result.AlreadyRequested(known)
            : new Result.ReferenceTaken(known.id());
      }
    }
    RemainingAmount.admit(document, earlier);
    Instant now = Instant.now(clock);
    Allowance allowance =
        Allowance.request(
            new Allowance.Draft(
                new AllowanceId(identities.nextId()),
                merchant,
                order,
                request.reference(),
                document,
                now));
    allowances.add(allowance);
    events.append(merchant, order, now, new AllowanceRequested(allowance.id(), document.amount()));
    followUps.schedule(new FollowUp.SettleAllowance(merchant, allowance.id()), patience.after(now));
    return new Result.Requested(allowance);
  }

  private AllowanceDocument document(MerchantId merchant, OrderId order, Request request) {
    Optional<Invoice.Issued> invoice =
        invoices
            .ofOrder(merchant, order)
            .filter(Invoice.Issued.class::isInstance)
            .map(Invoice.Issued.class::cast);
    Violations.demand(
        invoice.isPresent(), "R-ALW-32", "order", "the order has no issued invoice to take from");
    return AllowanceOfInvoice.document(
        invoice.orElseThrow(), request.consent(), request.customerName(), request.lines());
  }

  /** What became of asking for an allowance. */
  public sealed interface Result {
    record Requested(Allowance allowance) implements Result {}

    /** The same request came before; nothing was added. */
    record AlreadyRequested(Allowance allowance) implements Result {}

    /** The reference names another allowance of this order. */
    record ReferenceTaken(AllowanceId by) implements Result {}
  }
}
