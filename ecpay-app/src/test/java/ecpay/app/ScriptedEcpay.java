package ecpay.app;

import com.google.inject.AbstractModule;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.answer.Answer;
import ecpay.domain.check.CheckGateway;
import ecpay.domain.invoice.InvoiceArchive;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.delay.DelayGateway;
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
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.track.TrackGateway;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An ECPay that accepts everything unless a test says otherwise, and counts what it was asked. */
public final class ScriptedEcpay extends AbstractModule
    implements PaymentGateway, NotificationGateway {
  public static final String TOKEN = "token-that-must-stay-secret";
  public static final URI BANK_PAGE = URI.create("https://bank.example/3ds?challenge=1");

  public final ScriptedInvoices invoices = new ScriptedInvoices();
  public final ScriptedAllowances allowances = new ScriptedAllowances();
  public final ScriptedAuthority authority = new ScriptedAuthority();
  public final List<Notice> notices = new CopyOnWriteArrayList<>();
  public final AtomicInteger paymentsCreated = new AtomicInteger();

  public volatile Answer<Session> opening = opened();
  public volatile Answer<PaymentReply> charging =
      new Answer.Accepted<>(new PaymentReply.BuyerMustConfirm(BANK_PAGE));

  /** What QueryTrade says. */
  public volatile Answer<Optional<PaymentReport>> asked = new Answer.Accepted<>(Optional.empty());

  public volatile Answer<Sent> notifying = new Answer.Accepted<>(new Sent());
  public volatile Runnable beforeOpening = () -> {};

  public static Answer<Session> opened() {
    return new Answer.Accepted<>(
        new Session(
            new CheckoutToken(TOKEN),
            Instant.now(Clock.systemUTC()).plusSeconds(600).truncatedTo(ChronoUnit.SECONDS)));
  }

  @Override
  protected void configure() {
    bind(PaymentGateway.class).toInstance(this);
    bind(InvoiceGateway.class).toInstance(invoices);
    bind(DelayGateway.class).toInstance(invoices);
    bind(InvoiceArchive.class).toInstance(invoices);
    bind(AllowanceGateway.class).toInstance(allowances);
    bind(TrackGateway.class).toInstance(authority);
    bind(CheckGateway.class).toInstance(authority);
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
  public Answer<Optional<PaymentReport>> queryTrade(Merchant merchant, Attempt attempt) {
    return asked;
  }

  @Override
  public Answer<Optional<PaymentReport>> queryPaymentInfo(Merchant merchant, Attempt attempt) {
    return new Answer.Accepted<>(Optional.empty());
  }

  @Override
  public Answer<Sent> invoiceNotify(Merchant merchant, Notice notice) {
    notices.add(notice);
    return notifying;
  }
}
