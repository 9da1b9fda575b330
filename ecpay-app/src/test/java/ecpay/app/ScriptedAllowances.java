package ecpay.app;

import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Reason;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The allowances of an ECPay that does what it is asked, unless a test says otherwise. */
public final class ScriptedAllowances implements AllowanceGateway {
  public final AtomicInteger withdrawn = new AtomicInteger();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<InvoiceNumber, Long> held = new ConcurrentHashMap<>();

  public volatile Optional<Answer<Withdrawn>> withdrawing = Optional.empty();

  @Override
  public Answer<ConsentRequest> allowanceByCollegiate(
      Merchant merchant, AllowanceDocument document) {
    return new Answer.Accepted<>(
        new ConsentRequest(
            next(),
            Instant.now(Clock.systemUTC()).plus(Duration.ofDays(3)),
            remainingAfter(document)));
  }

  @Override
  public Answer<PaperAllowance> allowance(Merchant merchant, AllowanceDocument document) {
    return new Answer.Accepted<>(
        new PaperAllowance(
            next(),
            Instant.now(Clock.systemUTC()).minus(Duration.ofMillis(1)),
            remainingAfter(document)));
  }

  private AllowanceNumber next() {
    return new AllowanceNumber("20261121%08d".formatted(numbers.incrementAndGet()));
  }

  private Money remainingAfter(AllowanceDocument document) {
    long taken = held.merge(document.invoice().number(), document.amount().twd(), Long::sum);
    return Money.of(document.invoice().total().twd() - taken);
  }

  @Override
  public Answer<List<ListedAllowance>> getAllowanceList(
      Merchant merchant, InvoiceNumber invoice, LocalDate invoiceDate) {
    return new Answer.Accepted<>(List.of());
  }

  @Override
  public Answer<Optional<ListedAllowance>> getAllowance(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number) {
    return new Answer.Accepted<>(Optional.empty());
  }

  @Override
  public Answer<Withdrawn> allowanceInvalidByCollegiate(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number, Reason reason) {
    return withdraw();
  }

  @Override
  public Answer<Withdrawn> allowanceInvalid(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number, Reason reason) {
    return withdraw();
  }

  private Answer<Withdrawn> withdraw() {
    withdrawn.incrementAndGet();
    return withdrawing.orElseGet(() -> new Answer.Accepted<>(new Withdrawn()));
  }

  @Override
  public Answer<Optional<KnownVoid>> getAllowanceInvalid(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number) {
    return new Answer.Accepted<>(Optional.empty());
  }
}
