package ecpay.app;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import ecpay.app.access.ApiKeyGate;
import ecpay.app.reading.OrderBooks;
import ecpay.app.settings.Settings;
import ecpay.app.web.Routes;
import ecpay.app.web.api.ApiRoutes;
import ecpay.app.web.api.ContractRoutes;
import ecpay.app.web.api.allowance.AllowanceRoutes;
import ecpay.app.web.api.allowance.SettleRoutes;
import ecpay.app.web.api.allowance.WithdrawRoutes;
import ecpay.app.web.api.check.CheckRoutes;
import ecpay.app.web.api.export.ExportRoutes;
import ecpay.app.web.api.incident.IncidentRoutes;
import ecpay.app.web.api.invoice.ChangeRoutes;
import ecpay.app.web.api.invoice.InvoiceRoutes;
import ecpay.app.web.api.invoice.LookUpRoutes;
import ecpay.app.web.api.invoice.NoticeRoutes;
import ecpay.app.web.api.key.KeyRoutes;
import ecpay.app.web.api.order.OrderRoutes;
import ecpay.app.web.api.order.PaymentRoutes;
import ecpay.app.web.api.track.TrackRoutes;
import ecpay.domain.allowance.usecase.MailConsentAgain;
import ecpay.domain.allowance.usecase.RequestAllowance;
import ecpay.domain.allowance.usecase.SettleByHand;
import ecpay.domain.allowance.usecase.WithdrawAllowance;
import ecpay.domain.bookkeeping.Ledger;
import ecpay.domain.check.usecase.CheckBuyer;
import ecpay.domain.event.EventLog;
import ecpay.domain.invoice.usecase.ChangeIssuedInvoice;
import ecpay.domain.invoice.usecase.ChangeScheduledInvoice;
import ecpay.domain.invoice.usecase.CompareInvoices;
import ecpay.domain.invoice.usecase.LookUpInvoice;
import ecpay.domain.invoice.usecase.RequestInvoice;
import ecpay.domain.invoice.usecase.RetryInvoice;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.merchant.usecase.ManageKeys;
import ecpay.domain.notification.usecase.ResendNotice;
import ecpay.domain.order.usecase.PlaceOrder;
import ecpay.domain.payment.HostedCheckout;
import ecpay.domain.payment.usecase.PayOrder;
import ecpay.domain.track.Tracks;
import ecpay.domain.track.usecase.ManageTracks;
import java.time.Clock;

/** The routes of the API, {@code /api/v1}. */
final class ApiModule extends AbstractModule {
  @ProvidesIntoSet
  static Routes door(ApiKeyGate gate) {
    return new ApiRoutes(gate);
  }

  @ProvidesIntoSet
  static Routes keys(ManageKeys manage, ApiKeys keys) {
    return new KeyRoutes(manage, keys);
  }

  @ProvidesIntoSet
  static Routes contract() {
    return new ContractRoutes();
  }

  @ProvidesIntoSet
  static Routes orders(
      PlaceOrder placeOrder, Merchants merchants, OrderBooks books, Settings settings) {
    return new OrderRoutes(placeOrder, merchants, books, settings.web().checkoutUrl());
  }

  @ProvidesIntoSet
  static Routes payments(
      PayOrder payOrder,
      OrderBooks books,
      Merchants merchants,
      HostedCheckout hosted,
      Settings settings) {
    return new PaymentRoutes(payOrder, books, merchants, hosted, settings.web().checkoutUrl());
  }

  @ProvidesIntoSet
  static Routes invoices(
      RequestInvoice request, RetryInvoice retry, Merchants merchants, OrderBooks books) {
    return new InvoiceRoutes(request, retry, merchants, books);
  }

  @ProvidesIntoSet
  static Routes invoiceChanges(
      ChangeIssuedInvoice issued,
      ChangeScheduledInvoice scheduled,
      Merchants merchants,
      OrderBooks books) {
    return new ChangeRoutes(issued, scheduled, merchants, books);
  }

  @ProvidesIntoSet
  static Routes invoiceLookUps(
      LookUpInvoice lookUp, CompareInvoices compare, Merchants merchants, OrderBooks books) {
    return new LookUpRoutes(lookUp, compare, merchants, books);
  }

  @ProvidesIntoSet
  static Routes notices(ResendNotice resend, Merchants merchants, OrderBooks books) {
    return new NoticeRoutes(resend, merchants, books);
  }

  @ProvidesIntoSet
  static Routes allowances(
      RequestAllowance request, Merchants merchants, OrderBooks books, Clock clock) {
    return new AllowanceRoutes(request, merchants, books, clock);
  }

  @ProvidesIntoSet
  static Routes withdrawals(
      WithdrawAllowance withdraw, MailConsentAgain mail, Merchants merchants, OrderBooks books) {
    return new WithdrawRoutes(withdraw, mail, merchants, books);
  }

  @ProvidesIntoSet
  static Routes incidents(EventLog events) {
    return new IncidentRoutes(events);
  }

  @ProvidesIntoSet
  static Routes settlements(SettleByHand settle, Merchants merchants, OrderBooks books) {
    return new SettleRoutes(settle, merchants, books);
  }

  @ProvidesIntoSet
  static Routes tracks(ManageTracks manage, Tracks tracks, Clock clock) {
    return new TrackRoutes(manage, tracks, clock);
  }

  @ProvidesIntoSet
  static Routes checks(CheckBuyer check, Merchants merchants) {
    return new CheckRoutes(check, merchants);
  }

  @ProvidesIntoSet
  static Routes exports(Ledger ledger, Clock clock) {
    return new ExportRoutes(ledger, clock);
  }
}
