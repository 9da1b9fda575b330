package ecpay.app;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provider;
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
import ecpay.domain.invoice.InvoiceArchive;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.delay.DelayGateway;
import ecpay.domain.invoice.delay.DelayNoticeReader;
import ecpay.domain.journal.Silences;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.notification.NotificationGateway;
import ecpay.domain.payment.HostedCheckout;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.reconciliation.StatementSource;
import ecpay.domain.track.TrackGateway;
import ecpay.domain.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The adapters, with the settings in their own words. */
final class AdaptersModule extends AbstractModule {
  private static final EcpaySettings USUAL = EcpaySettings.production();

  /** Whose every method is one call to ECPay. */
  private static final List<Class<?>> MEASURED =
      List.of(
          PaymentGateway.class,
          ContractGateway.class,
          BoundCardGateway.class,
          InvoiceGateway.class,
          DelayGateway.class,
          InvoiceArchive.class,
          AllowanceGateway.class,
          CardGateway.class,
          NotificationGateway.class,
          TrackGateway.class,
          CheckGateway.class);

  /** What only reads what ECPay sent, makes what a buyer sends, or streams a file. */
  private static final List<Class<?>> UNMEASURED =
      List.of(
          ContractNoticeReader.class,
          BindResultReader.class,
          StatementSource.class,
          HostedCheckout.class,
          PaymentNoticeReader.class,
          AllowanceNoticeReader.class,
          DelayNoticeReader.class);

  private final Settings settings;
  private final PersistenceModule.Database database;

  AdaptersModule(Settings settings, PersistenceModule.Database database) {
    this.settings = settings;
    this.database = database;
  }

  @Override
  protected void configure() {
    install(new PersistenceModule(database, settings.cardKeys()));
    MEASURED.forEach(this::bindMeasured);
    UNMEASURED.forEach(this::bindUnmeasured);
  }

  @Provides
  @Singleton
  static EventLog events(@Named(PersistenceModule.KEPT) EventLog kept, MeterRegistry meters) {
    return new ToldEvents(kept, meters);
  }

  /**
   * What {@link HttpModule} binds, apart, so that the gateways can be measured under their name.
   */
  record Ecpay(Injector injector) {
    <P> P give(Class<P> port) {
      return injector.getInstance(port);
    }
  }

  @Provides
  @Singleton
  Ecpay ecpay(Clock clock, ClockListener listener, StatementSource.Turn turn, Silences silences) {
    return new Ecpay(
        Guice.createInjector(
            new HttpModule(http(settings.ecpay())),
            binder -> {
              binder.bind(Clock.class).toInstance(clock);
              OptionalBinder.newOptionalBinder(binder, ClockListener.class)
                  .setBinding()
                  .toInstance(listener);
              OptionalBinder.newOptionalBinder(binder, StatementSource.Turn.class)
                  .setBinding()
                  .toInstance(turn);
              OptionalBinder.newOptionalBinder(binder, Silences.class)
                  .setBinding()
                  .toInstance(silences);
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

  private <G> void bindMeasured(Class<G> gateway) {
    Provider<Ecpay> ecpay = getProvider(Ecpay.class);
    Provider<MeterRegistry> meters = getProvider(MeterRegistry.class);
    bind(gateway)
        .toProvider(() -> Timed.gateway(gateway, ecpay.get().give(gateway), meters.get()))
        .in(Singleton.class);
  }

  private <P> void bindUnmeasured(Class<P> port) {
    Provider<Ecpay> ecpay = getProvider(Ecpay.class);
    bind(port).toProvider(() -> ecpay.get().give(port)).in(Singleton.class);
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
        isEcpays(hosts.ecpg()) ? USUAL.spacing() : Duration.ZERO,
        ecpay.files());
  }

  /** Only the real ECPay needs sparing. */
  private static boolean isEcpays(URI host) {
    return host.getHost().endsWith(".ecpay.com.tw");
  }
}
