package ecpay.app;

import com.google.inject.Provides;
import com.google.inject.Singleton;
import ecpay.app.access.ApiKeyGate;
import ecpay.app.access.OperatorKeys;
import ecpay.app.identity.RandomIdentities;
import ecpay.app.jobs.FollowUpHandler;
import ecpay.app.settings.Settings;
import ecpay.domain.allowance.usecase.AllowanceBooks;
import ecpay.domain.allowance.usecase.InvestigateAllowance;
import ecpay.domain.allowance.usecase.JudgeAllowance;
import ecpay.domain.allowance.usecase.MailConsentAgain;
import ecpay.domain.allowance.usecase.RecordConsent;
import ecpay.domain.allowance.usecase.RequestAllowance;
import ecpay.domain.allowance.usecase.SendAllowance;
import ecpay.domain.allowance.usecase.SendWithdrawal;
import ecpay.domain.allowance.usecase.SettleAllowance;
import ecpay.domain.allowance.usecase.SettleByHand;
import ecpay.domain.allowance.usecase.WithdrawAllowance;
import ecpay.domain.check.usecase.CheckBuyer;
import ecpay.domain.followup.Patience;
import ecpay.domain.identity.Identities;
import ecpay.domain.invoice.usecase.ChangeIssuedInvoice;
import ecpay.domain.invoice.usecase.ChangeScheduledInvoice;
import ecpay.domain.invoice.usecase.CompareInvoices;
import ecpay.domain.invoice.usecase.LookUpInvoice;
import ecpay.domain.invoice.usecase.RecordDelayNotice;
import ecpay.domain.invoice.usecase.RecordWish;
import ecpay.domain.invoice.usecase.RequestInvoice;
import ecpay.domain.invoice.usecase.RetryInvoice;
import ecpay.domain.invoice.usecase.WatchPeriod;
import ecpay.domain.invoice.usecase.settle.AskAboutInvoice;
import ecpay.domain.invoice.usecase.settle.ChangeCall;
import ecpay.domain.invoice.usecase.settle.InvoiceBooks;
import ecpay.domain.invoice.usecase.settle.InvoiceCall;
import ecpay.domain.invoice.usecase.settle.SendInvoice;
import ecpay.domain.invoice.usecase.settle.SettleInvoice;
import ecpay.domain.invoice.usecase.settle.SettleIssued;
import ecpay.domain.invoice.usecase.settle.SettleScheduled;
import ecpay.domain.invoice.usecase.settle.WakeBlockedInvoices;
import ecpay.domain.invoice.usecase.settle.WatchInvoice;
import ecpay.domain.journal.usecase.LostCalls;
import ecpay.domain.journal.usecase.RecordedCall;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.merchant.usecase.KeyBooks;
import ecpay.domain.merchant.usecase.ManageKeys;
import ecpay.domain.notification.usecase.DueNotices;
import ecpay.domain.notification.usecase.NotifyBuyer;
import ecpay.domain.notification.usecase.ResendNotice;
import ecpay.domain.notification.usecase.SendNotice;
import ecpay.domain.order.usecase.PlaceOrder;
import ecpay.domain.payment.usecase.EarlierAttempts;
import ecpay.domain.payment.usecase.PayOrder;
import ecpay.domain.payment.usecase.PaymentBooks;
import ecpay.domain.payment.usecase.RecordPaymentNotice;
import ecpay.domain.payment.usecase.SettlePayment;
import ecpay.domain.payment.usecase.StartPayment;
import ecpay.domain.payment.usecase.SubmitPayment;
import ecpay.domain.payment.usecase.TakeReply;
import ecpay.domain.track.BlockedInvoices;
import ecpay.domain.track.usecase.ManageTracks;
import ecpay.domain.track.usecase.WatchTracks;
import ecpay.domain.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;

/**
 * The use cases, made with the one constructor that each of them has, and what they need besides
 * the adapters.
 */
final class AppModule extends UseCases {
  private final Settings settings;
  private final Clock clock;

  AppModule(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    bind(Clock.class).toInstance(clock);
    bind(Settings.class).toInstance(settings);
    bind(Patience.class).toInstance(settings.patience());
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    bind(PrometheusMeterRegistry.class).toInstance(meters);
    bind(MeterRegistry.class).toInstance(meters);

    useCase(PlaceOrder.class);
    useCase(StartPayment.class);
    useCase(SubmitPayment.class);
    useCase(TakeReply.class);
    useCase(RecordPaymentNotice.class);
    useCase(SettlePayment.class);
    useCase(EarlierAttempts.class);
    useCase(PayOrder.class);
    useCase(PaymentBooks.class);
    useCase(CheckBuyer.class);
    useCase(RequestInvoice.class);
    useCase(SettleInvoice.class);
    useCase(SendInvoice.class);
    useCase(AskAboutInvoice.class);
    useCase(SettleScheduled.class);
    useCase(SettleIssued.class);
    useCase(ChangeCall.class);
    useCase(LostCalls.class);
    useCase(RecordedCall.class);
    useCase(InvoiceCall.class);
    useCase(InvoiceBooks.class);
    useCase(RecordWish.class);
    useCase(ChangeScheduledInvoice.class);
    useCase(ChangeIssuedInvoice.class);
    useCase(RetryInvoice.class);
    useCase(RecordDelayNotice.class);
    useCase(WatchInvoice.class);
    useCase(WatchPeriod.class);
    useCase(LookUpInvoice.class);
    useCase(CompareInvoices.class);
    useCase(WakeBlockedInvoices.class);
    useCase(WatchTracks.class);
    useCase(ManageTracks.class);
    useCase(NotifyBuyer.class);
    useCase(DueNotices.class);
    useCase(SendNotice.class);
    useCase(ResendNotice.class);
    useCase(RequestAllowance.class);
    useCase(SendAllowance.class);
    useCase(WithdrawAllowance.class);
    useCase(SendWithdrawal.class);
    useCase(SettleAllowance.class);
    useCase(InvestigateAllowance.class);
    useCase(JudgeAllowance.class);
    useCase(RecordConsent.class);
    useCase(AllowanceBooks.class);
    useCase(MailConsentAgain.class);
    useCase(SettleByHand.class);
    useCase(KeyBooks.class);
    useCase(ManageKeys.class);
    useCase(FollowUpHandler.class);
    bind(BlockedInvoices.class).to(WakeBlockedInvoices.class);
  }

  @Provides
  @Singleton
  static Identities identities(Clock clock) {
    return new RandomIdentities(clock);
  }

  @Provides
  @Singleton
  static Merchants merchants(Settings settings) {
    return settings.merchants();
  }

  @Provides
  @Singleton
  static ApiKeyGate apiKeys(ApiKeys keys) {
    return new ApiKeyGate(keys);
  }

  @Provides
  @Singleton
  static OperatorKeys operatorKeys(Transactions transactions, KeyBooks books) {
    return new OperatorKeys(transactions, books);
  }
}
