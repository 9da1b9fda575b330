package ecpay.domain.allowance.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.AllowanceReference;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.allowance.RemainingAmount;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.AllowanceOfInvoice;
import ecpay.domain.allowance.document.AllowanceOfInvoice.Calculated;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.event.DomainEvent.AllowanceRequested;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.identity.Identities;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.money.Part;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.Orders;
import ecpay.domain.rule.Violations;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Takes lines of an issued invoice back, once per reference, never more than remains. */
public final class RequestAllowance {
  private final Transactions transactions;
  private final Merchants merchants;
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
      Merchants merchants,
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
    this.merchants = merchants;
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
   * @param invoice which invoice to take from; may be empty while the order has only one
   */
  public record Request(
      AllowanceReference reference,
      Optional<InvoiceId> invoice,
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
    return request(merchant, order, request, () -> {});
  }

  /**
   * {@link #request(MerchantId, OrderId, Request)} on behalf of something that may be called off.
   *
   * @param demand runs once the order is locked; what it throws is thrown, and nothing is recorded
   */
  public Result request(MerchantId merchant, OrderId order, Request request, Runnable demand) {
    Result result =
        transactions.inTransaction(() -> {
          orders.lock(merchant, order);
          demand.run();
          return record(merchant, order, request);
        });
    if (result instanceof Result.Requested(Allowance allowance)) {
      settle.proceed(new FollowUp.SettleAllowance(merchant, allowance.id()));
      return new Result.Requested(allowances.find(merchant, allowance.id()).orElseThrow());
    }
    return result;
  }

  private Result record(MerchantId merchant, OrderId order, Request request) {
    List<Allowance> earlier = allowances.ofOrder(merchant, order);
    for (Allowance known : earlier) {
      if (known.draft().reference().equals(request.reference())) {
        return isTheSame(known, request)
            ? new Result.AlreadyRequested(known)
            : new Result.ReferenceTaken(known.id());
      }
    }
    Calculated calculated = calculate(merchant, order, request, earlier);
    AllowanceDocument document = calculated.document();
    Instant now = Instant.now(clock);
    Allowance allowance =
        Allowance.request(
            new Allowance.Draft(
                new AllowanceId(identities.nextId()),
                merchant,
                order,
                request.reference(),
                document,
                calculated.parts(),
                now));
    allowances.add(allowance);
    events.append(merchant, order, now, new AllowanceRequested(allowance.id(), document.amount()));
    followUps.schedule(new FollowUp.SettleAllowance(merchant, allowance.id()), patience.after(now));
    return new Result.Requested(allowance);
  }

  /** What {@link #request} would ask ECPay for, or everything that is wrong with it. */
  public Calculated preview(MerchantId merchant, OrderId order, Request request) {
    return transactions.inTransaction(() -> {
      orders.lock(merchant, order);
      return calculate(merchant, order, request, allowances.ofOrder(merchant, order));
    });
  }

  private Calculated calculate(
      MerchantId merchant, OrderId order, Request request, List<Allowance> ofOrder) {
    Invoice.Issued invoice = invoice(merchant, order, request.invoice());
    List<Allowance> live =
        ofOrder.stream()
            .filter(
                one -> one.draft().document().invoice().number().equals(invoice.facts().number()))
            .filter(Allowance::holdsItsAmount)
            .toList();
    Calculated calculated =
        AllowanceOfInvoice.of(
            invoice,
            request.consent(),
            request.customerName(),
            request.lines(),
            live.stream().flatMap(one -> one.draft().parts().stream()).toList(),
            merchants.get(merchant).invoicing().strictMixedAllowances());
    RemainingAmount.admit(calculated.document(), live);
    return calculated;
  }

  /** The one that is meant; without a name the only live one of the order. */
  private Invoice.Issued invoice(MerchantId merchant, OrderId order, Optional<InvoiceId> wanted) {
    List<Invoice.Issued> live =
        invoices.ofOrder(merchant, order).stream()
            .filter(Invoice.Issued.class::isInstance)
            .map(Invoice.Issued.class::cast)
            .filter(invoice -> wanted.map(invoice.id()::equals).orElse(true))
            .toList();
    Violations.demand(
        !live.isEmpty(), "R-ALW-32", "invoice", "the order has no such issued invoice");
    Violations.demand(
        live.size() == 1,
        "R-ALW-32",
        "invoice",
        "the order has several invoices: name the one to take from");
    Invoice.Issued invoice = live.getFirst();
    Violations.demand(
        invoice.pending().isEmpty(),
        "R-ALW-32",
        "invoice",
        "the invoice is being voided or re-issued: wait for its end");
    return invoice;
  }

  /** A signature may have come in since, so that who owes it does not tell requests apart. */
  private boolean isTheSame(Allowance known, Request request) {
    List<Part> parts = known.draft().parts();
    return isOf(known, request.invoice())
        && parts.size() == request.lines().size()
        && IntStream.range(0, parts.size())
            .allMatch(i -> isAnswered(request.lines().get(i), parts.get(i)))
        && areAlike(known.draft().document().consent(), request.consent())
        && known.draft().document().customerName().equals(request.customerName());
  }

  /** Whether it takes from the invoice that is named, if one is. */
  private boolean isOf(Allowance known, Optional<InvoiceId> named) {
    Optional<InvoiceId> its =
        invoices
            .findByNumber(known.merchant(), known.draft().document().invoice().number())
            .map(Invoice::id);
    return named.isEmpty() || its.isEmpty() || its.equals(named);
  }

  private static boolean areAlike(Consent known, Consent wanted) {
    if (known instanceof Consent.Paper before && wanted instanceof Consent.Paper now) {
      return before.notice().equals(now.notice());
    }
    return known.equals(wanted);
  }

  private static boolean isAnswered(ReturnedLine line, Part part) {
    return part.answers(line.sequence(), line.quantity(), line.amount());
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
