package ecpay.domain.allowance.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceGateway.ListedAllowance;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.allowance.Strangers;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.answer.Answer;
import ecpay.domain.followup.Patience;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Violations;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A person, who sees more of ECPay's back office than its queries show, says what became of an
 * allowance whose answer was lost (R-PAY-13). ECPay's books must not deny it. What was said before
 * may be said again.
 */
public final class SettleByHand {
  private static final String NEVER_HAPPENED = "NEVER_HAPPENED";

  private final Transactions transactions;
  private final Allowances allowances;
  private final AllowanceGateway gateway;
  private final AllowanceBooks books;
  private final Patience patience;
  private final Clock clock;

  public SettleByHand(
      Transactions transactions,
      Allowances allowances,
      AllowanceGateway gateway,
      AllowanceBooks books,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.allowances = allowances;
    this.gateway = gateway;
    this.books = books;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * It exists under that number: GetAllowance must show it, not void, with its amount.
   *
   * @throws IllegalMoveException R-PAY-13 unless its outcome is unknown
   * @throws ecpay.domain.rule.RuleViolationException R-ALW-22 when ECPay's books deny it
   * @throws NoSuchElementException if the merchant has no such allowance
   */
  public Answer<Allowance> exists(Merchant merchant, AllowanceId id, AllowanceNumber number) {
    Allowance seen = find(merchant, id);
    if (seen instanceof Allowance.Issued issued && issued.number().equals(number)) {
      return new Answer.Accepted<>(issued);
    }
    Allowance.Unconfirmed lost = demandLost(seen);
    return gateway
        .getAllowance(merchant, invoiceOf(lost), number)
        .map(found -> transactions.inTransaction(() -> issue(lost, found)));
  }

  private Allowance issue(Allowance.Unconfirmed lost, Optional<ListedAllowance> listed) {
    demandUnchanged(lost);
    Violations.demand(
        listed.filter(found -> !found.voided()).isPresent(),
        "R-ALW-22",
        "number",
        "ECPay has no such allowance of this invoice, or a void one");
    ListedAllowance found = listed.orElseThrow();
    Violations.demand(
        found.amount().equals(lost.amount()),
        "R-ALW-22",
        "number",
        "ECPay's allowance is of " + found.amount() + ", not of " + lost.amount());
    Violations.demand(
        !books.knows(lost, found.number()),
        "R-ALW-22",
        "number",
        "another allowance has this number");
    Allowance.Issued issued = lost.issued(found.number(), found.issuedAt());
    books.issued(issued, Instant.now(clock));
    return issued;
  }

  /**
   * ECPay never made it: GetAllowanceList must show none that it can be, and an online one must be
   * past the time in which its buyer could consent (R-ALW-23). Its amount is free again.
   *
   * @throws IllegalMoveException R-PAY-13 unless its outcome is unknown, R-ALW-23 before that time
   * @throws ecpay.domain.rule.RuleViolationException R-ALW-22 when ECPay's books deny it
   * @throws NoSuchElementException if the merchant has no such allowance
   */
  public Answer<Allowance> neverHappened(Merchant merchant, AllowanceId id) {
    Allowance seen = find(merchant, id);
    if (seen instanceof Allowance.Refused refused && refused.code().equals(NEVER_HAPPENED)) {
      return new Answer.Accepted<>(refused);
    }
    Allowance.Unconfirmed lost = demandLost(seen);
    if (lost.draft().document().consent() instanceof Consent.Online
        && Instant.now(clock).isBefore(endOfCall(lost).plus(Allowance.CONSENT_TIME))) {
      throw new IllegalMoveException("R-ALW-23", "the buyer may still consent", "settling");
    }
    return gateway
        .getAllowanceList(merchant, invoiceOf(lost), lost.draft().document().invoice().issuedOn())
        .map(listed -> transactions.inTransaction(() -> refuse(lost, listed)));
  }

  private Allowance refuse(Allowance.Unconfirmed lost, List<ListedAllowance> listed) {
    demandUnchanged(lost);
    List<ListedAllowance> unknown =
        listed.stream()
            .filter(found -> !found.voided() && !books.knows(lost, found.number()))
            .toList();
    List<ListedAllowance> candidates = new Strangers(unknown, List.of(lost)).of(lost);
    Violations.demand(
        candidates.isEmpty(),
        "R-ALW-22",
        "neverHappened",
        "ECPay has an allowance that it can be: settle first which one that is, by its number");
    Allowance.Refused refused = lost.refused(NEVER_HAPPENED, "a person found it nowhere at ECPay");
    books.refused(refused, Instant.now(clock));
    return refused;
  }

  private Allowance find(Merchant merchant, AllowanceId id) {
    return allowances
        .find(merchant.id(), id)
        .orElseThrow(() -> new NoSuchElementException("no allowance " + id));
  }

  private Allowance.Unconfirmed demandLost(Allowance seen) {
    if (seen instanceof Allowance.Unconfirmed lost
        && Strangers.mayHaveArrived(lost)
        && !Instant.now(clock).isBefore(patience.after(endOfCall(lost)))) {
      return lost;
    }
    throw new IllegalMoveException("R-PAY-13", "its outcome is not unknown", "settling");
  }

  private void demandUnchanged(Allowance seen) {
    if (!books.lock(seen).equals(seen)) {
      throw new IllegalMoveException("R-PAY-13", "it has just changed", "settling");
    }
  }

  private static Instant endOfCall(Allowance.Unconfirmed lost) {
    return switch (lost) {
      case Allowance.Unknown unknown -> unknown.since();
      case Allowance.Requested requested ->
          requested.sentAt().orElse(requested.draft().requestedAt());
    };
  }

  private static InvoiceNumber invoiceOf(Allowance allowance) {
    return allowance.draft().document().invoice().number();
  }
}
