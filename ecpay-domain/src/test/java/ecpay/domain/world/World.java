package ecpay.domain.world;

import ecpay.domain.Samples;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceNoticeReader;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.allowance.usecase.AllowanceBooks;
import ecpay.domain.allowance.usecase.InvestigateAllowance;
import ecpay.domain.allowance.usecase.JudgeAllowance;
import ecpay.domain.allowance.usecase.RecordConsent;
import ecpay.domain.allowance.usecase.RequestAllowance;
import ecpay.domain.allowance.usecase.SendAllowance;
import ecpay.domain.allowance.usecase.SendWithdrawal;
import ecpay.domain.allowance.usecase.SettleAllowance;
import ecpay.domain.allowance.usecase.SettleByHand;
import ecpay.domain.allowance.usecase.WithdrawAllowance;
import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindResultReader;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.card.CardGateway;
import ecpay.domain.card.usecase.AskAboutCard;
import ecpay.domain.card.usecase.CapturePayment;
import ecpay.domain.card.usecase.WatchAuthorization;
import ecpay.domain.check.CheckGateway;
import ecpay.domain.check.Checks;
import ecpay.domain.check.Finding;
import ecpay.domain.check.usecase.CheckBuyer;
import ecpay.domain.contract.ContractGateway;
import ecpay.domain.contract.ContractNoticeReader;
import ecpay.domain.contract.Contracts;
import ecpay.domain.event.DomainEvent;
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
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.usecase.LostCalls;
import ecpay.domain.journal.usecase.RecordedCall;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.notification.NotificationGateway;
import ecpay.domain.notification.Notifications;
import ecpay.domain.notification.usecase.DueNotices;
import ecpay.domain.notification.usecase.NotifyBuyer;
import ecpay.domain.notification.usecase.ResendNotice;
import ecpay.domain.notification.usecase.SendNotice;
import ecpay.domain.order.Orders;
import ecpay.domain.order.usecase.PlaceOrder;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.usecase.EarlierAttempts;
import ecpay.domain.payment.usecase.PayOrder;
import ecpay.domain.payment.usecase.PaymentBooks;
import ecpay.domain.payment.usecase.RecordPaymentNotice;
import ecpay.domain.payment.usecase.SettlePayment;
import ecpay.domain.payment.usecase.StartPayment;
import ecpay.domain.payment.usecase.SubmitPayment;
import ecpay.domain.payment.usecase.TakeReply;
import ecpay.domain.refund.Refunds;
import ecpay.domain.refund.usecase.ChangeRefund;
import ecpay.domain.refund.usecase.RefundBooks;
import ecpay.domain.refund.usecase.RequestRefund;
import ecpay.domain.refund.usecase.WalkDocuments;
import ecpay.domain.refund.usecase.WalkMoney;
import ecpay.domain.refund.usecase.WalkRefund;
import ecpay.domain.track.TrackGateway;
import ecpay.domain.track.Tracks;
import ecpay.domain.track.usecase.WatchTracks;
import ecpay.domain.transaction.Transactions;
import ecpay.domain.world.ecpay.ScriptedAllowances;
import ecpay.domain.world.ecpay.ScriptedCards;
import ecpay.domain.world.ecpay.ScriptedCharges;
import ecpay.domain.world.ecpay.ScriptedChecks;
import ecpay.domain.world.ecpay.ScriptedContracts;
import ecpay.domain.world.ecpay.ScriptedDelays;
import ecpay.domain.world.ecpay.ScriptedInvoices;
import ecpay.domain.world.ecpay.ScriptedPayments;
import ecpay.domain.world.ecpay.ScriptedReaders;
import ecpay.domain.world.ecpay.ScriptedTracks;
import ecpay.domain.world.ecpay.Wire;
import java.util.List;

/** All use cases of one shop, wired together; every port can be interrupted. */
public final class World {
  public final MovableClock clock = new MovableClock(Samples.NOW);
  public final InMemoryBooks books = new InMemoryBooks();
  public final Interruptions interruptions = new Interruptions();
  public final Wire wire = new Wire(books.transactions());
  public final ScriptedPayments ecpayPayments = new ScriptedPayments(wire, clock);
  public final ScriptedSafe safe = new ScriptedSafe();
  public final ScriptedCards ecpayCards = new ScriptedCards(wire, clock, ecpayPayments);
  public final ScriptedContracts ecpayContracts = new ScriptedContracts(wire, clock);
  public final ScriptedCharges ecpayCharges = new ScriptedCharges(wire, clock);
  public final ScriptedAllowances ecpayAllowances = new ScriptedAllowances(wire, clock);
  public final ScriptedInvoices ecpayInvoices =
      new ScriptedInvoices(wire, clock, ecpayAllowances::held);
  public final ScriptedDelays ecpayDelays = new ScriptedDelays(wire, ecpayInvoices);
  public final ScriptedChecks ecpayChecks = new ScriptedChecks(wire);
  public final ScriptedTracks ecpayTracks = new ScriptedTracks(wire);
  public final ScriptedReaders readers = new ScriptedReaders();

  private final OnlyMerchant only;

  public final PlaceOrder placeOrder;
  public final StartPayment startPayment;
  public final SubmitPayment submitPayment;
  public final SettlePayment settlePayment;
  public final PayOrder payOrder;
  public final RecordPaymentNotice recordPaymentNotice;
  public final ContractWorld contracts;
  public final CardWorld cards;
  public final RequestInvoice requestInvoice;
  public final SettleInvoice settleInvoice;
  public final ChangeScheduledInvoice changeScheduled;
  public final ChangeIssuedInvoice changeIssued;
  public final RetryInvoice retryInvoice;
  public final WatchInvoice watchInvoice;
  public final WatchTracks watchTracks;
  public final NotifyBuyer notifyBuyer;
  public final ResendNotice resendNotice;
  public final RequestAllowance requestAllowance;
  public final SettleAllowance settleAllowance;
  public final WithdrawAllowance withdrawAllowance;
  public final SettleByHand settleByHand;
  public final RecordConsent recordConsent;
  public final StatementWorld statements;
  public final CapturePayment capturePayment;
  public final WatchAuthorization watchAuthorization;
  public final WalkRefund walkRefund;
  public final RequestRefund requestRefund;
  public final ChangeRefund changeRefund;

  public World() {
    this(Samples.merchant());
  }

  /** Its settings are changed, and the platform restarted. */
  public void merchant(Merchant changed) {
    only.becomes(changed);
  }

  /** The shop of this merchant alone. */
  public World(Merchant merchant) {
    only = new OnlyMerchant(merchant);
    ecpayAllowances.remainingFrom(ecpayInvoices::remaining);
    ecpayChecks.answerOthers(new Finding.Exists(""));
    Patience patience = Patience.DEFAULT;
    Transactions transactions = interruptions.around(Transactions.class, books.transactions());
    Orders orders = interruptions.around(Orders.class, books.orders());
    Payments payments = interruptions.around(Payments.class, books.payments());
    Invoices invoices = interruptions.around(Invoices.class, books.invoices());
    Allowances allowances = interruptions.around(Allowances.class, books.allowances());
    Refunds refunds = interruptions.around(Refunds.class, books.refunds());
    CardGateway charges = interruptions.around(CardGateway.class, ecpayCharges);
    Notifications notices = interruptions.around(Notifications.class, books.notifications());
    EventLog events = interruptions.around(EventLog.class, books.eventLog());
    Inbox inbox = interruptions.around(Inbox.class, books.inbox());
    CallJournal journal = interruptions.around(CallJournal.class, books.callJournal());
    FollowUps followUps = interruptions.around(FollowUps.class, books.followUps());
    Identities identities = interruptions.around(Identities.class, new CountingIdentities());
    Merchants merchants = interruptions.around(Merchants.class, only);
    PaymentGateway paying = interruptions.around(PaymentGateway.class, ecpayPayments);
    InvoiceGateway invoicing = interruptions.around(InvoiceGateway.class, ecpayInvoices);
    AllowanceGateway allowing = interruptions.around(AllowanceGateway.class, ecpayAllowances);
    NotificationGateway notifying =
        interruptions.around(
            NotificationGateway.class,
            (_, _) ->
                wire.call(
                    "InvoiceNotify", () -> new Answer.Accepted<>(new NotificationGateway.Sent())));

    PaymentBooks paymentBooks = new PaymentBooks(orders, payments, events, followUps);
    placeOrder = new PlaceOrder(transactions, merchants, orders, events, identities, clock);
    startPayment =
        new StartPayment(
            transactions,
            merchants,
            orders,
            payments,
            paying,
            journal,
            events,
            followUps,
            identities,
            clock);
    TakeReply takeReply = new TakeReply(orders, payments, journal, events, followUps, clock);
    settlePayment =
        new SettlePayment(
            transactions, merchants, payments, paying, paymentBooks, events, patience, clock);
    EarlierAttempts earlierAttempts = new EarlierAttempts(payments, settlePayment, events, clock);
    submitPayment =
        new SubmitPayment(
            transactions,
            merchants,
            orders,
            payments,
            paying,
            earlierAttempts,
            takeReply,
            journal,
            events,
            followUps,
            patience,
            clock);
    payOrder = new PayOrder(payments, earlierAttempts, startPayment, clock);
    recordPaymentNotice =
        new RecordPaymentNotice(
            interruptions.around(PaymentNoticeReader.class, readers.payments()),
            transactions,
            inbox,
            payments,
            paymentBooks,
            events,
            clock);
    contracts =
        new ContractWorld(
            new ContractWorld.Ports(
                transactions,
                merchants,
                orders,
                payments,
                interruptions.around(Contracts.class, books.contracts()),
                events,
                inbox,
                journal,
                followUps,
                identities,
                interruptions.around(ContractGateway.class, ecpayContracts),
                interruptions.around(ContractNoticeReader.class, readers.contracts())),
            paymentBooks,
            clock);
    cards =
        new CardWorld(
            new CardWorld.Ports(
                transactions,
                merchants,
                orders,
                payments,
                interruptions.around(BoundCards.class, books.boundCards()),
                interruptions.around(CardSafe.class, safe),
                events,
                journal,
                followUps,
                identities,
                interruptions.around(BoundCardGateway.class, ecpayCards),
                interruptions.around(BindResultReader.class, ecpayCards.reader())),
            earlierAttempts,
            takeReply,
            clock);
    Tracks tracks = interruptions.around(Tracks.class, books.tracks());
    Checks checks = interruptions.around(Checks.class, books.checks());
    DelayGateway delaying = interruptions.around(DelayGateway.class, ecpayDelays);
    InvoiceBooks invoiceBooks = new InvoiceBooks(orders, invoices, events, followUps);
    RecordedCall calls =
        new RecordedCall(transactions, journal, new LostCalls(journal, events, patience), clock);
    InvoiceCall invoiceCall = new InvoiceCall(calls, invoiceBooks);
    CheckBuyer checkBuyer =
        new CheckBuyer(
            transactions, interruptions.around(CheckGateway.class, ecpayChecks), checks, clock);
    ChangeCall changeCall =
        new ChangeCall(transactions, checkBuyer, invoiceCall, invoiceBooks, patience, clock);
    AskAboutInvoice ask = new AskAboutInvoice(transactions, invoicing, invoiceBooks, clock);
    settleInvoice =
        new SettleInvoice(
            merchants,
            invoices,
            new SendInvoice(
                transactions,
                checkBuyer,
                invoicing,
                delaying,
                invoiceCall,
                invoiceBooks,
                patience,
                clock),
            ask,
            new SettleScheduled(ask, delaying, changeCall, invoiceBooks),
            new SettleIssued(ask, invoicing, changeCall, invoiceBooks, followUps),
            patience,
            clock);
    requestInvoice =
        new RequestInvoice(
            transactions,
            orders,
            invoices,
            refunds,
            settleInvoice,
            events,
            followUps,
            identities,
            patience,
            clock);
    RecordWish wishes =
        new RecordWish(
            transactions, invoices, invoiceBooks, settleInvoice, followUps, patience, clock);
    changeScheduled = new ChangeScheduledInvoice(wishes);
    changeIssued = new ChangeIssuedInvoice(wishes, allowances);
    retryInvoice = new RetryInvoice(wishes, orders, invoices, refunds, events);
    watchInvoice = new WatchInvoice(transactions, merchants, invoices, ask, invoiceBooks, clock);
    watchTracks =
        new WatchTracks(
            transactions,
            merchants,
            interruptions.around(TrackGateway.class, ecpayTracks),
            tracks,
            journal,
            events,
            new WakeBlockedInvoices(transactions, invoices, invoiceBooks, followUps, clock),
            clock);
    SendNotice sendNotice =
        new SendNotice(
            transactions, orders, notices, notifying, journal, events, identities, clock);
    notifyBuyer =
        new NotifyBuyer(
            merchants, notices, new DueNotices(invoices, allowances), sendNotice, patience, clock);
    resendNotice = new ResendNotice(sendNotice);
    AllowanceBooks allowanceBooks = new AllowanceBooks(orders, allowances, events, followUps);
    settleAllowance =
        new SettleAllowance(
            merchants,
            allowances,
            new SendAllowance(calls, allowing, allowanceBooks, patience),
            new InvestigateAllowance(
                transactions,
                invoices,
                allowing,
                invoicing,
                new JudgeAllowance(allowanceBooks, clock)),
            new SendWithdrawal(calls, transactions, allowing, allowanceBooks, patience, clock),
            patience,
            clock);
    requestAllowance =
        new RequestAllowance(
            transactions,
            merchants,
            orders,
            invoices,
            allowances,
            settleAllowance,
            events,
            followUps,
            identities,
            patience,
            clock);
    withdrawAllowance =
        new WithdrawAllowance(
            transactions,
            allowances,
            refunds,
            allowanceBooks,
            settleAllowance,
            followUps,
            patience,
            clock);
    AskAboutCard askAboutCard = new AskAboutCard(merchants, payments, charges);
    capturePayment =
        new CapturePayment(
            transactions,
            merchants,
            askAboutCard,
            charges,
            calls,
            events,
            followUps,
            patience,
            clock);
    watchAuthorization =
        new WatchAuthorization(transactions, merchants, askAboutCard, events, clock);
    WithholdInvoices withhold = new WithholdInvoices(invoices, invoiceBooks, followUps);
    RefundBooks refundBooks =
        new RefundBooks(transactions, orders, refunds, withhold, followUps, events, clock);
    walkRefund =
        new WalkRefund(
            refunds,
            new WalkDocuments(
                changeIssued,
                changeScheduled,
                requestAllowance,
                withdrawAllowance,
                allowances,
                refundBooks),
            new WalkMoney(calls, merchants, askAboutCard, charges, refundBooks, patience),
            refundBooks);
    requestRefund =
        new RequestRefund(
            transactions,
            merchants,
            orders,
            payments,
            invoices,
            allowances,
            refunds,
            askAboutCard,
            withhold,
            walkRefund,
            events,
            followUps,
            identities,
            patience,
            clock);
    changeRefund =
        new ChangeRefund(
            transactions,
            orders,
            refunds,
            askAboutCard,
            requestRefund,
            walkRefund,
            refundBooks,
            followUps,
            patience);
    settleByHand =
        new SettleByHand(transactions, allowances, allowing, allowanceBooks, patience, clock);
    recordConsent =
        new RecordConsent(
            interruptions.around(AllowanceNoticeReader.class, readers.consents()),
            transactions,
            inbox,
            allowances,
            allowanceBooks,
            events,
            followUps,
            clock);
    statements =
        new StatementWorld(
            this, transactions, merchants, orders, payments, events, followUps, identities);
  }

  /** Events that belong to no order, oldest first. */
  public List<DomainEvent> orderlessEvents() {
    return books.orderlessEvents();
  }
}
