package ecpay.domain.world;

import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceNoticeReader;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindResultReader;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.card.CardGateway;
import ecpay.domain.check.CheckGateway;
import ecpay.domain.check.Checks;
import ecpay.domain.contract.ContractGateway;
import ecpay.domain.contract.ContractNoticeReader;
import ecpay.domain.contract.Contracts;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.identity.Identities;
import ecpay.domain.inbox.Inbox;
import ecpay.domain.inmemory.CountingIdentities;
import ecpay.domain.inmemory.InMemoryBooks;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.delay.DelayGateway;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.usecase.LostCalls;
import ecpay.domain.journal.usecase.RecordedCall;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.notification.NotificationGateway;
import ecpay.domain.notification.Notifications;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.refund.Refunds;
import ecpay.domain.track.TrackGateway;
import ecpay.domain.track.Tracks;
import ecpay.domain.transaction.Transactions;

/** All ports of one shop, each of which can be interrupted. */
final class Ports {
  final Transactions transactions;
  final Orders orders;
  final Payments payments;
  final Invoices invoices;
  final Allowances allowances;
  final Refunds refunds;
  final CardGateway charges;
  final Notifications notices;
  final EventLog events;
  final Inbox inbox;
  final CallJournal journal;
  final FollowUps followUps;
  final Identities identities;
  final Merchants merchants;
  final PaymentGateway paying;
  final InvoiceGateway invoicing;
  final AllowanceGateway allowing;
  final NotificationGateway notifying;
  final Tracks tracks;
  final Checks checks;
  final DelayGateway delaying;
  final PaymentNoticeReader paymentNotices;
  final AllowanceNoticeReader consents;
  final TrackGateway numbering;
  final CheckGateway checking;
  final Contracts contracts;
  final ContractGateway contracting;
  final ContractNoticeReader contractNotices;
  final BoundCards cards;
  final CardSafe safe;
  final BoundCardGateway binding;
  final BindResultReader bindResults;
  final RecordedCall calls;

  Ports(World world, Merchants shops) {
    Interruptions interruptions = world.interruptions;
    InMemoryBooks books = world.books;
    transactions = interruptions.around(Transactions.class, books.transactions());
    orders = interruptions.around(Orders.class, books.orders());
    payments = interruptions.around(Payments.class, books.payments());
    invoices = interruptions.around(Invoices.class, books.invoices());
    allowances = interruptions.around(Allowances.class, books.allowances());
    refunds = interruptions.around(Refunds.class, books.refunds());
    charges = interruptions.around(CardGateway.class, world.ecpayCharges);
    notices = interruptions.around(Notifications.class, books.notifications());
    events = interruptions.around(EventLog.class, books.eventLog());
    inbox = interruptions.around(Inbox.class, books.inbox());
    journal = interruptions.around(CallJournal.class, books.callJournal());
    followUps = interruptions.around(FollowUps.class, books.followUps());
    identities = interruptions.around(Identities.class, new CountingIdentities());
    merchants = interruptions.around(Merchants.class, shops);
    paying = interruptions.around(PaymentGateway.class, world.ecpayPayments);
    invoicing = interruptions.around(InvoiceGateway.class, world.ecpayInvoices);
    allowing = interruptions.around(AllowanceGateway.class, world.ecpayAllowances);
    notifying =
        interruptions.around(
            NotificationGateway.class,
            (_, _) ->
                world.wire.call(
                    "InvoiceNotify", () -> new Answer.Accepted<>(new NotificationGateway.Sent())));
    tracks = interruptions.around(Tracks.class, books.tracks());
    checks = interruptions.around(Checks.class, books.checks());
    delaying = interruptions.around(DelayGateway.class, world.ecpayDelays);
    paymentNotices = interruptions.around(PaymentNoticeReader.class, world.readers.payments());
    consents = interruptions.around(AllowanceNoticeReader.class, world.readers.consents());
    numbering = interruptions.around(TrackGateway.class, world.ecpayTracks);
    checking = interruptions.around(CheckGateway.class, world.ecpayChecks);
    contracts = interruptions.around(Contracts.class, books.contracts());
    contracting = interruptions.around(ContractGateway.class, world.ecpayContracts);
    contractNotices = interruptions.around(ContractNoticeReader.class, world.readers.contracts());
    cards = interruptions.around(BoundCards.class, books.boundCards());
    safe = interruptions.around(CardSafe.class, world.safe);
    binding = interruptions.around(BoundCardGateway.class, world.ecpayCards);
    bindResults = interruptions.around(BindResultReader.class, world.ecpayCards.reader());
    calls =
        new RecordedCall(
            transactions, journal, new LostCalls(journal, events, Patience.DEFAULT), world.clock);
  }
}
