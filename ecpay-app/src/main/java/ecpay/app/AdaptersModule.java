package ecpay.app;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.name.Named;
import ecpay.adapter.http.HttpModule;
import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.adapter.persistence.PersistenceModule;
import ecpay.app.settings.Settings;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceNoticeReader;
import ecpay.domain.boundcard.BindResultReader;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.card.CardGateway;
import ecpay.domain.check.CheckGateway;
import ecpay.domain.clock.ClockListener;
import ecpay.domain.clock.usecase.WatchClock;
import ecpay.domain.contract.ContractGateway;
import ecpay.domain.contract.ContractNoticeReader;
import ecpay.domain.event.EventLog;
import ecpay.domain.invoice.DelayGateway;
import ecpay.domain.invoice.DelayNoticeReader;
import ecpay.domain.invoice.InvoiceArchive;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.notification.NotificationGateway;
import ecpay.domain.payment.HostedCheckout;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.PaymentNoticeReader;
import ecpay.domain.reconciliation.StatementSource;
import ecpay.domain.track.TrackGateway;
import ecpay.domain.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** The adapters, with the settings in their own words. */
final class AdaptersModule extends AbstractModule {
  private static final EcpaySettings USUAL = EcpaySettings.production();

  private final Settings settings;
  private final PersistenceModule.Database database;

  AdaptersModule(Settings settings, PersistenceModule.Database database) {
    this.settings = settings;
    this.database = database;
  }

  @Override
  protected void configure() {
    install(new PersistenceModule(database, settings.cardKey()));
  }

  @Provides
  @Singleton
  static EventLog events(@Named(PersistenceModule.KEPT) EventLog kept, MeterRegistry meters) {
    return new ToldIncidents(kept, meters);
  }

  /**
   * What {@link HttpModule} binds, apart, so that the gateways can be measured under their name.
   */
  record Ecpay(Injector injector) {}

  @Provides
  @Singleton
  Ecpay ecpay(Clock clock, ClockListener listener) {
    return new Ecpay(
        Guice.createInjector(
            new HttpModule(http(settings.ecpay())),
            binder -> {
              binder.bind(Clock.class).toInstance(clock);
              OptionalBinder.newOptionalBinder(binder, ClockListener.class)
                  .setBinding()
                  .toInstance(listener);
            }));
  }

  @Provides
  @Singleton
  static ClockListener clockListener(
      Transactions transactions,
      Merchants merchants,
      EventLog events,
      Clock clock,
      MeterRegistry meters) {
    return new ToldClock(new WatchClock(transactions, merchants, events, clock), meters);
  }

  @Provides
  @Singleton
  static PaymentGateway payments(Ecpay ecpay, MeterRegistry meters) {
    return measured(PaymentGateway.class, ecpay, meters);
  }

  @Provides
  @Singleton
  static ContractGateway contracts(Ecpay ecpay, MeterRegistry meters) {
    return measured(ContractGateway.class, ecpay, meters);
  }

  @Provides
  static ContractNoticeReader contractNotices(Ecpay ecpay) {
    return ecpay.injector().getInstance(ContractNoticeReader.class);
  }

  @Provides
  @Singleton
  static BoundCardGateway boundCards(Ecpay ecpay, MeterRegistry meters) {
    return measured(BoundCardGateway.class, ecpay, meters);
  }

  @Provides
  static BindResultReader bindResults(Ecpay ecpay) {
    return ecpay.injector().getInstance(BindResultReader.class);
  }

  @Provides
  @Singleton
  static InvoiceGateway invoices(Ecpay ecpay, MeterRegistry meters) {
    return measured(InvoiceGateway.class, ecpay, meters);
  }

  @Provides
  @Singleton
  static DelayGateway delayedInvoices(Ecpay ecpay, MeterRegistry meters) {
    return measured(DelayGateway.class, ecpay, meters);
  }

  @Provides
  @Singleton
  static InvoiceArchive invoiceArchive(Ecpay ecpay, MeterRegistry meters) {
    return measured(InvoiceArchive.class, ecpay, meters);
  }

  @Provides
  @Singleton
  static AllowanceGateway allowances(Ecpay ecpay, MeterRegistry meters) {
    return measured(AllowanceGateway.class, ecpay, meters);
  }

  @Provides
  @Singleton
  static CardGateway cards(Ecpay ecpay, MeterRegistry meters) {
    return measured(CardGateway.class, ecpay, meters);
  }

  @Provides
  @Singleton
  static NotificationGateway notifications(Ecpay ecpay, MeterRegistry meters) {
    return measured(NotificationGateway.class, ecpay, meters);
  }

  @Provides
  @Singleton
  static StatementSource statements(Ecpay ecpay) {
    return ecpay.injector().getInstance(StatementSource.class);
  }

  @Provides
  @Singleton
  static TrackGateway tracks(Ecpay ecpay, MeterRegistry meters) {
    return measured(TrackGateway.class, ecpay, meters);
  }

  @Provides
  @Singleton
  static CheckGateway checks(Ecpay ecpay, MeterRegistry meters) {
    return measured(CheckGateway.class, ecpay, meters);
  }

  @Provides
  static HostedCheckout hostedCheckout(Ecpay ecpay) {
    return ecpay.injector().getInstance(HostedCheckout.class);
  }

  @Provides
  static PaymentNoticeReader paymentNotices(Ecpay ecpay) {
    return ecpay.injector().getInstance(PaymentNoticeReader.class);
  }

  @Provides
  static AllowanceNoticeReader allowanceNotices(Ecpay ecpay) {
    return ecpay.injector().getInstance(AllowanceNoticeReader.class);
  }

  @Provides
  static DelayNoticeReader delayNotices(Ecpay ecpay) {
    return ecpay.injector().getInstance(DelayNoticeReader.class);
  }

  private static <G> G measured(Class<G> port, Ecpay ecpay, MeterRegistry meters) {
    return Timed.gateway(port, ecpay.injector().getInstance(port), meters);
  }

  private static EcpaySettings http(Settings.Ecpay ecpay) {
    Settings.Hosts hosts = ecpay.hosts();
    return new EcpaySettings(
        new EcpaySettings.Hosts(
            hosts.ecpg(), hosts.ecpayment(), hosts.payment(), hosts.vendor(), hosts.einvoice()),
        ecpay.connectTimeout(),
        ecpay.readTimeout(),
        ecpay.proxy().map(ProxySelector::of),
        ecpay.trust().map(TrustFile::context),
        ecpay.payments(),
        ecpay.invoices(),
        USUAL.perMerchantConcurrency(),
        isEcpays(hosts.ecpg()) ? USUAL.spacing() : Duration.ZERO);
  }

  /** Only the real ECPay needs sparing. */
  private static boolean isEcpays(URI host) {
    return host.getHost().endsWith(".ecpay.com.tw");
  }
}
