package ecpay.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import ecpay.adapter.persistence.PersistenceModule;
import ecpay.app.access.ApiKeyGate;
import ecpay.app.reading.OrderBooks;
import ecpay.app.settings.Settings;
import ecpay.app.web.Routes;
import ecpay.app.web.WebServer;
import ecpay.app.web.callback.CallbackRoutes;
import ecpay.app.web.checkout.CheckoutRoutes;
import ecpay.app.web.checkout.ReturnRoutes;
import ecpay.app.web.console.PersonLog;
import ecpay.app.web.console.front.FrontConsole;
import ecpay.app.web.console.key.KeyConsole;
import ecpay.app.web.console.order.OrderConsole;
import ecpay.app.web.health.HealthRoutes;
import ecpay.app.web.outage.OutageRoutes;
import ecpay.app.web.page.AssetRoutes;
import ecpay.app.web.page.Pages;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.allowance.usecase.RecordConsent;
import ecpay.domain.contract.Contracts;
import ecpay.domain.contract.usecase.RecordPeriodNotice;
import ecpay.domain.event.EventLog;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.usecase.RecordDelayNotice;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.merchant.usecase.ManageKeys;
import ecpay.domain.notification.Notifications;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.HostedCheckout;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.usecase.PayOrder;
import ecpay.domain.payment.usecase.RecordPaymentNotice;
import ecpay.domain.payment.usecase.SubmitPayment;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.refund.Refunds;
import ecpay.domain.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Set;

/** The HTTP server, what it reads, and the routes of pages, callbacks and operators. */
final class WebModule extends AbstractModule {
  @Provides
  @Singleton
  static WebServer server(Settings settings, Set<Routes> routes, MeterRegistry meters) {
    return new WebServer(settings, routes, meters);
  }

  @Provides
  @Singleton
  static OrderBooks orderBooks(
      Orders orders,
      Payments payments,
      Invoices invoices,
      Allowances allowances,
      Refunds refunds,
      Notifications notifications,
      EventLog events,
      CallJournal journal) {
    return new OrderBooks(
        orders, payments, invoices, allowances, refunds, notifications, events, journal);
  }

  @ProvidesIntoSet
  static Routes callbacks(
      Merchants merchants,
      RecordPaymentNotice payments,
      RecordConsent consents,
      RecordDelayNotice delayed,
      RecordPeriodNotice periods) {
    return new CallbackRoutes(merchants, payments, consents, delayed, periods);
  }

  @Provides
  @Singleton
  static Pages pages() {
    return new Pages();
  }

  @ProvidesIntoSet
  static Routes outage(Pages pages) {
    return new OutageRoutes(pages);
  }

  @ProvidesIntoSet
  static Routes assets() {
    return new AssetRoutes();
  }

  @ProvidesIntoSet
  static Routes checkout(
      Payments payments,
      Orders orders,
      Merchants merchants,
      SubmitPayment submit,
      PayOrder payOrder,
      HostedCheckout hosted,
      Pages pages,
      Settings settings,
      Clock clock) {
    return new CheckoutRoutes(
        payments, orders, merchants, submit, payOrder, hosted, pages, settings.checkout(), clock);
  }

  @ProvidesIntoSet
  static Routes returns(
      Merchants merchants,
      PaymentNoticeReader reader,
      Payments payments,
      Pages pages,
      Settings settings) {
    return new ReturnRoutes(merchants, reader, payments, pages, settings.web().checkoutUrl());
  }

  @Provides
  @Singleton
  static PersonLog personLog(Transactions transactions, EventLog events, Clock clock) {
    return new PersonLog(transactions, events, clock);
  }

  @ProvidesIntoSet
  static Routes console(
      ApiKeyGate gate, OrderBooks books, Contracts contracts, EventLog events, Pages pages) {
    return new OrderConsole(gate, books, contracts, events, pages);
  }

  @ProvidesIntoSet
  static Routes front(
      ApiKeyGate gate,
      OrderBooks books,
      EventLog events,
      Refunds refunds,
      Reports reports,
      Pages pages) {
    return new FrontConsole(gate, books, events, refunds, reports, pages);
  }

  @ProvidesIntoSet
  static Routes keyPages(
      ApiKeyGate gate, PersonLog log, ManageKeys manage, ApiKeys keys, Pages pages) {
    return new KeyConsole(gate, log, manage, keys, pages);
  }

  @ProvidesIntoSet
  static Routes health(PersistenceModule.Books books, PrometheusMeterRegistry meters) {
    return new HealthRoutes(books::isReachable, meters);
  }
}
