package ecpay.app;

import com.google.inject.AbstractModule;
import ecpay.domain.allowance.AllowanceDocument;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceDocument;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.RelateNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.NotificationGateway;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.CheckoutToken;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.PaymentReport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An ECPay that accepts everything unless a test says otherwise, and counts what it was asked. */
final class ScriptedEcpay extends AbstractModule
    implements PaymentGateway, InvoiceGateway, AllowanceGateway, NotificationGateway {
  static final String TOKEN = "token-that-must-stay-secret";
  static final URI BANK_PAGE = URI.create("https://bank.example/3ds?challenge=1");

  final AtomicInteger invoicesAsked = new AtomicInteger();
  final AtomicInteger paymentsCreated = new AtomicInteger();
  private final AtomicInteger invoiceNumbers = new AtomicInteger();

  volatile Answer<Session> opening = opened();
  volatile Answer<PaymentReply> charging =
      new Answer.Accepted<>(new PaymentReply.BuyerMustConfirm(BANK_PAGE));
  volatile Optional<Answer<IssuedInvoice>> issuing = Optional.empty();
  volatile Runnable beforeIssuing = () -> {};
  volatile Runnable beforeOpening = () -> {};

  static Answer<Session> opened() {
    return new Answer.Accepted<>(
        new Session(
            new CheckoutToken(TOKEN),
            Instant.now(Clock.systemUTC()).plusSeconds(600).truncatedTo(ChronoUnit.SECONDS)));
  }

  @Override
  protected void configure() {
    bind(PaymentGateway.class).toInstance(this);
    bind(InvoiceGateway.class).toInstance(this);
    bind(AllowanceGateway.class).toInstance(this);
    bind(NotificationGateway.class).toInstance(this);
  }

  @Override
  public Answer<Session> getTokenbyTrade(Merchant merchant, Order order, Attempt attempt) {
    beforeOpening.run();
    return opening;
  }

  @Override
  public Answer<PaymentReply> createPayment(
      Merchant merchant, MerchantTradeNo tradeNo, PayToken payToken) {
    paymentsCreated.incrementAndGet();
    return charging;
  }

  @Override
  public Answer<Optional<PaymentReport>> queryTrade(Merchant merchant, MerchantTradeNo tradeNo) {
    return new Answer.Accepted<>(Optional.empty());
  }

  @Override
  public Answer<IssuedInvoice> issue(Merchant merchant, InvoiceDocument document) {
    invoicesAsked.incrementAndGet();
    beforeIssuing.run();
    return issuing.orElseGet(() ->
        new Answer.Accepted<>(
            new IssuedInvoice(
                new InvoiceNumber("AB%08d".formatted(invoiceNumbers.incrementAndGet())),
                Instant.now(Clock.systemUTC()).minus(Duration.ofMillis(1)),
                "1234")));
  }

  @Override
  public Answer<Optional<KnownInvoice>> getIssue(Merchant merchant, RelateNumber relateNumber) {
    return new Answer.Accepted<>(Optional.empty());
  }

  @Override
  public Answer<ConsentRequest> allowanceByCollegiate(
      Merchant merchant, AllowanceDocument document) {
    return new Answer.Accepted<>(
        new ConsentRequest(
            new AllowanceNumber("2026112100000001"),
            Instant.now(Clock.systemUTC()).plus(Duration.ofDays(3)),
            document.invoice().total().minus(document.amount())));
  }

  @Override
  public Answer<PaperAllowance> allowance(Merchant merchant, AllowanceDocument document) {
    return new Answer.Refused<>("1", "not scripted");
  }

  @Override
  public Answer<List<ListedAllowance>> getAllowanceList(
      Merchant merchant, InvoiceNumber invoice, LocalDate invoiceDate) {
    return new Answer.Accepted<>(List.of());
  }

  @Override
  public Answer<Sent> invoiceNotify(Merchant merchant, Notice notice) {
    return new Answer.Accepted<>(new Sent());
  }
}
