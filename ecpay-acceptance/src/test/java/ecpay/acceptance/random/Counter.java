package ecpay.acceptance.random;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceGateway.ListedAllowance;
import ecpay.domain.allowance.AllowanceGateway.PaperAllowance;
import ecpay.domain.allowance.AllowanceGateway.Withdrawn;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Reason;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceGateway.IssueReply;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.merchant.Merchant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Takes documents to ECPay and comes back with what it accepted. When an answer is lost, ECPay is
 * asked what became of the call; only what never happened is sent again (R-PAY-13).
 */
final class Counter {
  private static final Merchant MERCHANT = StageShop.merchant();

  /** A call whose answer is lost more often than that is a failure. */
  private static final int MOST_LOOKS = 3;

  private final InvoiceGateway invoicing;
  private final AllowanceGateway allowing;
  private final Set<AllowanceNumber> known = new HashSet<>();
  private int settled;

  Counter(InvoiceGateway invoicing, AllowanceGateway allowing) {
    this.invoicing = invoicing;
    this.allowing = allowing;
  }

  /** How many lost answers were settled. */
  int settled() {
    return settled;
  }

  /** A lost invoice is found by its RelateNumber. */
  IssuedInvoice issue(InvoiceDocument document) {
    IssueReply reply =
        accepted(
            "Issue of " + document,
            () -> invoicing.issue(MERCHANT, document),
            () ->
                invoicing
                    .getIssue(MERCHANT, document.relateNumber())
                    .map(found -> found.map(KnownInvoice::invoice).map(IssueReply.Issued::new)));
    assertThat(reply).as("Issue of %s", document).isInstanceOf(IssueReply.Issued.class);
    return ((IssueReply.Issued) reply).invoice();
  }

  /** A lost allowance took place if the remaining amount tells so; the list tells its number. */
  PaperAllowance allowance(Invoice.Issued invoice, AllowanceDocument document, long remaining) {
    PaperAllowance made =
        accepted(
            "Allowance of " + document,
            () -> allowing.allowance(MERCHANT, document),
            () ->
                invoicing
                    .getIssue(MERCHANT, invoice.document().relateNumber())
                    .map(found -> made(document, remaining, found.orElseThrow())));
    assertThat(known.add(made.number())).as("a new number for %s", document).isTrue();
    return made;
  }

  private Optional<PaperAllowance> made(
      AllowanceDocument document, long remaining, KnownInvoice invoice) {
    if (invoice.remaining().twd() == remaining) {
      return Optional.empty();
    }
    Answer<List<ListedAllowance>> listed =
        allowing.getAllowanceList(
            MERCHANT, document.invoice().number(), document.invoice().issuedOn());
    List<ListedAllowance> strangers =
        value("GetAllowanceList for " + document, listed).stream()
            .filter(one -> !known.contains(one.number()))
            .toList();
    assertThat(strangers)
        .as("the lost %s", document)
        .singleElement()
        .matches(one -> one.amount().equals(document.amount()) && !one.voided());
    ListedAllowance found = strangers.getFirst();
    return Optional.of(new PaperAllowance(found.number(), found.issuedAt(), invoice.remaining()));
  }

  void takeBack(Invoice.Issued invoice, AllowanceNumber allowance) {
    accepted(
        "AllowanceInvalid of " + allowance,
        () ->
            allowing.allowanceInvalid(
                MERCHANT, invoice.facts().number(), allowance, new Reason("random")),
        () ->
            allowing
                .getAllowanceInvalid(MERCHANT, invoice.facts().number(), allowance)
                .map(found -> found.map(_ -> new Withdrawn())));
  }

  /**
   * What ECPay accepted.
   *
   * @param call sent anew only when ECPay says that it never happened
   * @param ask what became of the call; empty when it never happened
   */
  private <T> T accepted(
      String what,
      Supplier<Answer<T>> call,
      Supplier<? extends Answer<? extends Optional<? extends T>>> ask) {
    Answer<T> answer = call.get();
    for (int look = 0; look < MOST_LOOKS && answer instanceof Answer.Unknown<T> lost; look++) {
      Optional<? extends T> found = value("what became of " + what, ask.get());
      answer = found.isPresent() ? new Answer.Accepted<>(found.get()) : again(lost, call);
      settled += answer instanceof Answer.Unknown ? 0 : 1;
    }
    return value(what, answer);
  }

  private static <T> Answer<T> again(Answer.Unknown<T> lost, Supplier<Answer<T>> call) {
    return lost.resendable() ? call.get() : lost;
  }

  private static <T> T value(String what, Answer<T> answer) {
    assertThat(answer).as(what).isInstanceOf(Answer.Accepted.class);
    return ((Answer.Accepted<T>) answer).value();
  }
}
