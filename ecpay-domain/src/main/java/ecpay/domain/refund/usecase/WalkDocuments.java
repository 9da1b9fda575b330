package ecpay.domain.refund.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.allowance.Reason;
import ecpay.domain.allowance.usecase.RequestAllowance;
import ecpay.domain.allowance.usecase.WithdrawAllowance;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.usecase.ChangeIssuedInvoice;
import ecpay.domain.invoice.usecase.ChangeScheduledInvoice;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.RefundAct.IssueAllowance;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.RuleViolationException;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings the documents after the money, through the use cases that a person has for them; each may
 * be asked for again and again without harm.
 */
public final class WalkDocuments {
  private static final Duration BETWEEN_LOOKS = Duration.ofHours(12);
  private static final Reason CALLED_OFF = new Reason("refund called off");

  private final ChangeIssuedInvoice issued;
  private final ChangeScheduledInvoice scheduled;
  private final RequestAllowance request;
  private final WithdrawAllowance withdraw;
  private final Allowances allowances;
  private final RefundBooks books;

  public WalkDocuments(
      ChangeIssuedInvoice issued,
      ChangeScheduledInvoice scheduled,
      RequestAllowance request,
      WithdrawAllowance withdraw,
      Allowances allowances,
      RefundBooks books) {
    this.issued = issued;
    this.scheduled = scheduled;
    this.request = request;
    this.withdraw = withdraw;
    this.allowances = allowances;
    this.books = books;
  }

  /** One step of a document. */
  Progress walk(Refund refund, RefundStep step, RefundAct.OfDocument act) {
    try {
      return switch (act) {
        case RefundAct.VoidInvoice voiding ->
            begun(refund, step)
                .orElseGet(() ->
                    voided(
                        refund,
                        step,
                        issued.voidInvoice(
                            refund.merchant(), voiding.invoice(), refund.wish().reason())));
        case RefundAct.CancelScheduledInvoice cancelling ->
            begun(refund, step)
                .orElseGet(() ->
                    cancelled(
                        refund, step, scheduled.cancel(refund.merchant(), cancelling.invoice())));
        case IssueAllowance allowance -> allowance(refund, step, allowance);
        case RefundAct.Withhold _ -> books.done(refund, step);
      };
    } catch (RuleViolationException broken) {
      return books.stopped(refund, step, broken);
    } catch (IllegalMoveException broken) {
      return books.stopped(refund, step, broken.rule(), broken.reason());
    }
  }

  /** Says that it is on its way before it is, for then the refund cannot be called off any more. */
  private Optional<Progress> begun(Refund refund, RefundStep step) {
    Progress again = new Progress.WaitUntil(books.now());
    return step.state() instanceof ecpay.domain.refund.StepState.Waiting
        ? Optional.empty()
        : Optional.of(books.waits(refund, step, "ECPay", again));
  }

  private Progress voided(Refund refund, RefundStep step, Invoice invoice) {
    return switch (invoice) {
      case Invoice.Voided _ -> books.done(refund, step);
      case Invoice.Issued live when live.pending().isPresent() ->
          new Progress.TryAgain("the void waits for ECPay");
      case Invoice.Issued _,
          Invoice.Requested _,
          Invoice.AwaitingNumbers _,
          Invoice.Unknown _,
          Invoice.Scheduled _,
          Invoice.Cancelled _,
          Invoice.Refused _ ->
          books.stopped(
              refund, step, "VOID_REFUSED", "ECPay did not void the invoice: see its timeline");
    };
  }

  private Progress cancelled(Refund refund, RefundStep step, Invoice invoice) {
    return switch (invoice) {
      case Invoice.Cancelled _ -> books.done(refund, step);
      case Invoice.Scheduled waiting when waiting.pending().isPresent() ->
          new Progress.TryAgain("the cancellation of the delayed invoice waits for ECPay");
      case Invoice.Scheduled _,
          Invoice.Issued _,
          Invoice.Requested _,
          Invoice.AwaitingNumbers _,
          Invoice.Unknown _,
          Invoice.Voided _,
          Invoice.Refused _ ->
          books.stopped(
              refund,
              step,
              "CANCEL_REFUSED",
              "ECPay did not cancel the delayed invoice: continue once it is issued");
    };
  }

  private Progress allowance(Refund refund, RefundStep step, IssueAllowance act) {
    RequestAllowance.Result result =
        request.request(
            refund.merchant(),
            refund.order(),
            new RequestAllowance.Request(
                refund.allowance(step),
                Optional.of(act.invoice()),
                act.consent(),
                act.customerName(),
                act.lines()),
            () -> books.demandUnderWay(refund));
    return switch (result) {
      case RequestAllowance.Result.Requested(Allowance allowance) -> came(refund, step, allowance);
      case RequestAllowance.Result.AlreadyRequested(Allowance allowance) ->
          came(refund, step, allowance);
      case RequestAllowance.Result.ReferenceTaken(var by) ->
          books.stopped(refund, step, "REFERENCE_TAKEN", "allowance " + by + " has its reference");
    };
  }

  private Progress came(Refund refund, RefundStep step, Allowance allowance) {
    Progress later = new Progress.WaitUntil(books.now().plus(BETWEEN_LOOKS));
    return switch (allowance) {
      case Allowance.Issued _ -> books.done(refund, step);
      case Allowance.AwaitingConsent _ -> books.waits(refund, step, "the buyer's consent", later);
      case Allowance.Requested _, Allowance.Unknown _ -> books.waits(refund, step, "ECPay", later);
      case Allowance.Expired _ -> ended(refund, step, "the buyer did not consent in time");
      case Allowance.Cancelled _ -> ended(refund, step, "the allowance was cancelled");
      case Allowance.Voided _ -> ended(refund, step, "the allowance was voided");
      case Allowance.Refused(var _, String code, String message) ->
          books.stopped(refund, step, code, message);
    };
  }

  private Progress ended(Refund refund, RefundStep step, String message) {
    return books.stopped(refund, step, "ALLOWANCE_ENDED", message);
  }

  /**
   * Takes the allowances of a refund back that was called off; they are cancelled, or void once
   * they exist.
   */
  Progress takeBack(Refund refund) {
    for (RefundStep step : refund.steps()) {
      if (step.act() instanceof IssueAllowance) {
        Optional<Allowance> live =
            allowances.ofOrder(refund.merchant(), refund.order()).stream()
                .filter(known -> known.draft().reference().equals(refund.allowance(step)))
                .filter(Allowance::holdsItsAmount)
                .findFirst();
        if (live.isPresent()) {
          return takeBack(refund, step, live.get());
        }
      }
    }
    return books.cancelled(refund);
  }

  private Progress takeBack(Refund refund, RefundStep step, Allowance live) {
    if (live instanceof Allowance.Issued && !step.isDone()) {
      return books.done(refund, step); // the buyer was faster; a refund that goes on needs no other
    }
    return switch (takeBack(refund, live)) {
      case Allowance.Issued refused
          when live instanceof Allowance.Issued && refused.withdrawal().isEmpty() ->
          takeBackRefused(refund);
      case Allowance.AwaitingConsent refused when refused.withdrawal().isEmpty() ->
          new Progress.WaitUntil(books.now().plus(BETWEEN_LOOKS)); // at its deadline it ends
      case Allowance after when after.holdsItsAmount() ->
          new Progress.TryAgain("an allowance of the refund is being taken back");
      case Allowance _ -> new Progress.WaitUntil(books.now());
    };
  }

  /** It stands still before its money, so that a person chooses. */
  private Progress takeBackRefused(Refund refund) {
    RefundStep stands =
        refund.steps().stream()
            .filter(step -> step.isMoney() && !step.isDone())
            .findFirst()
            .orElseGet(() -> refund.steps().getLast());
    return books.stopped(
        refund,
        stands,
        "TAKE_BACK_REFUSED",
        "ECPay does not take an allowance of it back: continue gives the money back after all,"
            + " cancel asks once more");
  }

  private Allowance takeBack(Refund refund, Allowance live) {
    return switch (live) {
      case Allowance.AwaitingConsent waiting ->
          withdraw.cancel(refund.merchant(), waiting.id(), CALLED_OFF);
      case Allowance.Issued known ->
          withdraw.voidAllowance(refund.merchant(), known.id(), CALLED_OFF);
      case Allowance.Requested _,
          Allowance.Unknown _,
          Allowance.Cancelled _,
          Allowance.Expired _,
          Allowance.Voided _,
          Allowance.Refused _ ->
          live;
    };
  }
}
