package ecpay.domain.world;

import ecpay.domain.check.usecase.CheckBuyer;
import ecpay.domain.followup.Patience;
import ecpay.domain.invoice.usecase.ChangeIssuedInvoice;
import ecpay.domain.invoice.usecase.ChangeScheduledInvoice;
import ecpay.domain.invoice.usecase.RecordWish;
import ecpay.domain.invoice.usecase.RequestInvoice;
import ecpay.domain.invoice.usecase.RetryInvoice;
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
import ecpay.domain.invoice.usecase.settle.WithholdInvoices;
import ecpay.domain.notification.usecase.DueNotices;
import ecpay.domain.notification.usecase.NotifyBuyer;
import ecpay.domain.notification.usecase.ResendNotice;
import ecpay.domain.notification.usecase.SendNotice;
import ecpay.domain.track.usecase.WatchTracks;
import java.time.Clock;

/** What a shop does with invoices, with their numbers, and with what the buyer is told of them. */
final class InvoiceWorld {
  final SettleInvoice settleInvoice;
  final RequestInvoice requestInvoice;
  final ChangeScheduledInvoice changeScheduled;
  final ChangeIssuedInvoice changeIssued;
  final RetryInvoice retryInvoice;
  final WatchInvoice watchInvoice;
  final WatchTracks watchTracks;
  final NotifyBuyer notifyBuyer;
  final ResendNotice resendNotice;
  final WithholdInvoices withhold;

  InvoiceWorld(Ports ports, Clock clock) {
    Patience patience = Patience.DEFAULT;
    InvoiceBooks invoiceBooks =
        new InvoiceBooks(ports.orders, ports.invoices, ports.events, ports.followUps);
    InvoiceCall invoiceCall = new InvoiceCall(ports.calls, invoiceBooks);
    CheckBuyer checkBuyer = new CheckBuyer(ports.transactions, ports.checking, ports.checks, clock);
    ChangeCall changeCall =
        new ChangeCall(ports.transactions, checkBuyer, invoiceCall, invoiceBooks, patience, clock);
    AskAboutInvoice ask =
        new AskAboutInvoice(ports.transactions, ports.invoicing, invoiceBooks, clock);
    settleInvoice =
        new SettleInvoice(
            ports.merchants,
            ports.invoices,
            new SendInvoice(
                ports.transactions,
                checkBuyer,
                ports.invoicing,
                ports.delaying,
                invoiceCall,
                invoiceBooks,
                patience,
                clock),
            ask,
            new SettleScheduled(ask, ports.delaying, changeCall, invoiceBooks),
            new SettleIssued(ask, ports.invoicing, changeCall, invoiceBooks, ports.followUps),
            patience,
            clock);
    requestInvoice =
        new RequestInvoice(
            ports.transactions,
            ports.orders,
            ports.invoices,
            ports.refunds,
            settleInvoice,
            ports.events,
            ports.followUps,
            ports.identities,
            patience,
            clock);
    RecordWish wishes =
        new RecordWish(
            ports.transactions,
            ports.invoices,
            invoiceBooks,
            settleInvoice,
            ports.followUps,
            patience,
            clock);
    changeScheduled = new ChangeScheduledInvoice(wishes);
    changeIssued = new ChangeIssuedInvoice(wishes, ports.allowances);
    retryInvoice =
        new RetryInvoice(wishes, ports.orders, ports.invoices, ports.refunds, ports.events);
    watchInvoice =
        new WatchInvoice(
            ports.transactions, ports.merchants, ports.invoices, ask, invoiceBooks, clock);
    watchTracks =
        new WatchTracks(
            ports.transactions,
            ports.merchants,
            ports.numbering,
            ports.tracks,
            ports.journal,
            ports.events,
            new WakeBlockedInvoices(
                ports.transactions, ports.invoices, invoiceBooks, ports.followUps, clock),
            clock);
    SendNotice sendNotice =
        new SendNotice(
            ports.transactions,
            ports.orders,
            ports.notices,
            ports.notifying,
            ports.journal,
            ports.events,
            ports.identities,
            clock);
    notifyBuyer =
        new NotifyBuyer(
            ports.merchants,
            ports.notices,
            new DueNotices(ports.invoices, ports.allowances),
            sendNotice,
            patience,
            clock);
    resendNotice = new ResendNotice(sendNotice);
    withhold = new WithholdInvoices(ports.invoices, invoiceBooks, ports.followUps);
  }
}
