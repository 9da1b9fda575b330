package ecpay.domain.check.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.check.BuyerCodes;
import ecpay.domain.check.CheckGateway;
import ecpay.domain.check.Checked;
import ecpay.domain.check.Checks;
import ecpay.domain.check.Finding;
import ecpay.domain.check.Subject;
import ecpay.domain.check.Verdict;
import ecpay.domain.merchant.InvoicePolicy.WhenUncheckable;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.rule.Violation;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks ECPay whether a buyer's barcode, donation code and company number exist, and keeps the
 * answers for a while. Asking changes nothing, so it may be killed or repeated anywhere.
 */
public final class CheckBuyer {
  private final Transactions transactions;
  private final CheckGateway gateway;
  private final Checks checks;
  private final Clock clock;

  public CheckBuyer(Transactions transactions, CheckGateway gateway, Checks checks, Clock clock) {
    this.transactions = transactions;
    this.gateway = gateway;
    this.checks = checks;
    this.clock = clock;
  }

  /**
   * Whether an invoice with these codes may be issued; to be called outside a transaction. While
   * the tax authority is down the merchant's own choice counts.
   */
  public Verdict check(Merchant merchant, BuyerCodes codes) {
    List<Violation> violations = new ArrayList<>();
    List<String> unavailable = new ArrayList<>();
    for (Subject subject : codes.subjects()) {
      switch (look(merchant, subject).finding()) {
        case Finding.Exists _, Finding.NothingKnown _ -> {}
        case Finding.DoesNotExist() -> violations.add(violation(subject));
        case Finding.Unavailable(String code, String message) ->
            unavailable.add(subject.kind() + " not checked: " + code + " " + message);
      }
    }
    if (!violations.isEmpty()) {
      return new Verdict.Refused(violations);
    }
    return unavailable.isEmpty() || merchant.invoicing().whenUncheckable() == WhenUncheckable.ISSUE
        ? new Verdict.Passed()
        : new Verdict.Unavailable(String.join("; ", unavailable));
  }

  /**
   * What is known about one subject, and since when: from the answers that are kept if one is
   * fresh, else from ECPay. A call that failed says {@link Finding.Unavailable}.
   */
  public Checked look(Merchant merchant, Subject subject) {
    Instant now = Instant.now(clock);
    Optional<Checked> known =
        transactions.inTransaction(() -> checks.find(subject)).filter(kept -> kept.isFreshAt(now));
    return known.orElseGet(() -> ask(merchant, subject, now));
  }

  private Checked ask(Merchant merchant, Subject subject, Instant now) {
    return switch (call(merchant, subject)) {
      case Answer.Accepted<Finding>(Finding finding) -> {
        Checked checked = new Checked(subject, finding, now);
        transactions.run(() -> checks.keep(checked));
        yield checked;
      }
      case Answer.Refused<Finding>(String code, String message) ->
          failed(subject, code, message, now);
      case Answer.NotSent<Finding>(String reason) -> failed(subject, "NOT_SENT", reason, now);
      case Answer.Unknown<Finding>(String reason, boolean _) ->
          failed(subject, "NO_ANSWER", reason, now);
    };
  }

  private Answer<Finding> call(Merchant merchant, Subject subject) {
    return switch (subject) {
      case Subject.Barcode(var barcode) -> gateway.checkBarcode(merchant, barcode);
      case Subject.Donation(var loveCode) -> gateway.checkLoveCode(merchant, loveCode);
      case Subject.Business(var number) -> gateway.getCompanyNameByTaxID(merchant, number);
    };
  }

  private static Checked failed(Subject subject, String code, String message, Instant now) {
    return new Checked(subject, new Finding.Unavailable(code, message), now);
  }

  private static Violation violation(Subject subject) {
    return switch (subject) {
      case Subject.Barcode _ ->
          new Violation("R-INV-14", "carrier", "no such mobile barcode is registered");
      case Subject.Donation _ ->
          new Violation("R-INV-07", "donation", "no charity has this donation code");
      case Subject.Business _ ->
          new Violation("R-INV-15", "company", "the tax authority knows no such company number");
    };
  }
}
