package ecpay.adapter.http;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import ecpay.adapter.http.aio.AioApi;
import ecpay.adapter.http.allowance.EcpayAllowances;
import ecpay.adapter.http.boundcard.EcpayBoundCards;
import ecpay.adapter.http.call.EcpayApi;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.card.EcpayCards;
import ecpay.adapter.http.check.EcpayChecks;
import ecpay.adapter.http.contract.EcpayContracts;
import ecpay.adapter.http.hosted.HostedPayments;
import ecpay.adapter.http.invoice.EcpayInvoices;
import ecpay.adapter.http.notification.EcpayNotifications;
import ecpay.adapter.http.payment.EcpayPayments;
import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.adapter.http.statement.EcpayStatements;
import ecpay.adapter.http.track.EcpayTracks;
import ecpay.adapter.http.transport.Transport;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceNoticeReader;
import ecpay.domain.boundcard.BindResultReader;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.card.CardGateway;
import ecpay.domain.check.CheckGateway;
import ecpay.domain.clock.ClockListener;
import ecpay.domain.contract.ContractGateway;
import ecpay.domain.contract.ContractNoticeReader;
import ecpay.domain.invoice.InvoiceArchive;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.delay.DelayGateway;
import ecpay.domain.invoice.delay.DelayNoticeReader;
import ecpay.domain.journal.Silences;
import ecpay.domain.notification.NotificationGateway;
import ecpay.domain.payment.HostedCheckout;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.reconciliation.StatementSource;
import ecpay.domain.track.TrackGateway;
import java.net.URI;
import java.time.Clock;

/**
 * Binds the ports to ECPay: gateways and notice readers. Needs a {@link Clock}; an {@link
 * OptionalBinder} sets the {@link ClockListener} that it tells, the {@link StatementSource.Turn}
 * that it takes, and the {@link Silences} that it keeps.
 */
public final class HttpModule extends AbstractModule {
  private final EcpaySettings settings;

  public HttpModule(EcpaySettings settings) {
    this.settings = settings;
  }

  @Override
  protected void configure() {
    requireBinding(Clock.class);
    OptionalBinder.newOptionalBinder(binder(), ClockListener.class)
        .setDefault()
        .toInstance(_ -> {});
    OptionalBinder.newOptionalBinder(binder(), StatementSource.Turn.class)
        .setDefault()
        .toInstance(StatementSource.Turn.ALONE);
    OptionalBinder.newOptionalBinder(binder(), Silences.class)
        .setDefault()
        .toInstance(Silences.UNSHARED);
    bind(InvoiceGateway.class).to(EcpayInvoices.class);
    bind(DelayGateway.class).to(EcpayInvoices.class);
    bind(InvoiceArchive.class).to(EcpayInvoices.class);
    bind(HostedCheckout.class).to(HostedPayments.class);
    bind(PaymentNoticeReader.class).toInstance(EcpayPayments.notices());
    bind(BindResultReader.class).toInstance(EcpayBoundCards.results());
    bind(DelayNoticeReader.class).toInstance(EcpayInvoices.notices());
    bind(AllowanceNoticeReader.class)
        .toInstance(EcpayAllowances.notices(settings.invoices().allowanceDigests()));
  }

  @Provides
  @Singleton
  Transport transport(Silences silences, Clock clock, ClockListener listener) {
    return new Transport(
        new Transport.Limits(
            settings.connectTimeout(),
            settings.readTimeout(),
            settings.perMerchantConcurrency(),
            settings.spacing(),
            settings.files()),
        settings.proxy(),
        settings.trust(),
        silences,
        clock,
        listener);
  }

  @Provides
  @Singleton
  AioApi aio(Transport transport, Clock clock) {
    return new AioApi(transport, this::host, clock);
  }

  @Provides
  @Singleton
  EcpayApi api(Transport transport, Clock clock) {
    return new EcpayApi(
        transport,
        this::host,
        settings.invoices().revision(),
        settings.invoices().everyMailGoesTo(),
        clock);
  }

  @Provides
  @Singleton
  PaymentGateway payments(EcpayApi api, HostedPayments hosted) {
    return new EcpayPayments(api, hosted, settings.payments());
  }

  @Provides
  @Singleton
  HostedPayments hosted(AioApi api) {
    return new HostedPayments(api, settings.payments().pageLanguage());
  }

  @Provides
  @Singleton
  static ContractGateway contracts(EcpayApi ecpg, AioApi aio) {
    return new EcpayContracts(ecpg, aio);
  }

  @Provides
  @Singleton
  static ContractNoticeReader contractNotices(PaymentNoticeReader payments) {
    return EcpayContracts.notices(payments);
  }

  @Provides
  @Singleton
  static BoundCardGateway boundCards(EcpayApi api) {
    return new EcpayBoundCards(api);
  }

  @Provides
  @Singleton
  static CardGateway cards(EcpayApi api, AioApi aio) {
    return new EcpayCards(api, aio);
  }

  @Provides
  @Singleton
  EcpayInvoices invoices(EcpayApi api) {
    return new EcpayInvoices(api, settings.hosts().einvoice());
  }

  @Provides
  @Singleton
  static AllowanceGateway allowances(EcpayApi api) {
    return new EcpayAllowances(api);
  }

  @Provides
  @Singleton
  static NotificationGateway notifications(EcpayApi api) {
    return new EcpayNotifications(api);
  }

  @Provides
  @Singleton
  TrackGateway tracks(EcpayApi api) {
    return new EcpayTracks(api, settings.invoices().addTrack(), settings.invoices().switchTrack());
  }

  @Provides
  @Singleton
  CheckGateway checks(EcpayApi api) {
    return new EcpayChecks(
        api, settings.invoices().barcodeField(), settings.invoices().companyLookup());
  }

  @Provides
  @Singleton
  StatementSource statements(
      Transport transport, StatementSource.Turn turn, AioApi aio, EcpayApi ecpg, Clock clock) {
    return new EcpayStatements(
        aio,
        ecpg,
        transport,
        turn,
        settings.files().spacing(),
        clock,
        settings.payments().statements());
  }

  private URI host(Host host) {
    return switch (host) {
      case ECPG -> settings.hosts().ecpg();
      case ECPAYMENT -> settings.hosts().ecpayment();
      case PAYMENT -> settings.hosts().payment();
      case VENDOR -> settings.hosts().vendor();
      case EINVOICE -> settings.hosts().einvoice();
    };
  }
}
