package ecpay.domain.world;

import ecpay.domain.Samples;
import ecpay.domain.allowance.usecase.RecordConsent;
import ecpay.domain.allowance.usecase.RequestAllowance;
import ecpay.domain.allowance.usecase.SettleAllowance;
import ecpay.domain.allowance.usecase.SettleByHand;
import ecpay.domain.allowance.usecase.WithdrawAllowance;
import ecpay.domain.card.usecase.CapturePayment;
import ecpay.domain.card.usecase.WatchAuthorization;
import ecpay.domain.check.Finding;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.inmemory.InMemoryBooks;
import ecpay.domain.inmemory.OnlyMerchant;
import ecpay.domain.invoice.usecase.ChangeIssuedInvoice;
import ecpay.domain.invoice.usecase.ChangeScheduledInvoice;
import ecpay.domain.invoice.usecase.RequestInvoice;
import ecpay.domain.invoice.usecase.RetryInvoice;
import ecpay.domain.invoice.usecase.settle.SettleInvoice;
import ecpay.domain.invoice.usecase.settle.WatchInvoice;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.notification.usecase.NotifyBuyer;
import ecpay.domain.notification.usecase.ResendNotice;
import ecpay.domain.order.usecase.PlaceOrder;
import ecpay.domain.payment.usecase.PayOrder;
import ecpay.domain.payment.usecase.RecordPaymentNotice;
import ecpay.domain.payment.usecase.SettlePayment;
import ecpay.domain.payment.usecase.StartPayment;
import ecpay.domain.payment.usecase.SubmitPayment;
import ecpay.domain.refund.usecase.ChangeRefund;
import ecpay.domain.refund.usecase.RequestRefund;
import ecpay.domain.refund.usecase.WalkRefund;
import ecpay.domain.track.usecase.WatchTracks;
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

  /** The shop of this merchant alone. */
  public World(Merchant merchant) {
    only = new OnlyMerchant(merchant);
    ecpayAllowances.remainingFrom(ecpayInvoices::remaining);
    ecpayChecks.answerOthers(new Finding.Exists(""));
    Ports ports = new Ports(this, only);
    PaymentWorld paying = new PaymentWorld(ports, clock);
    placeOrder = paying.placeOrder;
    startPayment = paying.startPayment;
    submitPayment = paying.submitPayment;
    settlePayment = paying.settlePayment;
    payOrder = paying.payOrder;
    recordPaymentNotice = paying.recordPaymentNotice;
    InvoiceWorld invoicing = new InvoiceWorld(ports, clock);
    requestInvoice = invoicing.requestInvoice;
    settleInvoice = invoicing.settleInvoice;
    changeScheduled = invoicing.changeScheduled;
    changeIssued = invoicing.changeIssued;
    retryInvoice = invoicing.retryInvoice;
    watchInvoice = invoicing.watchInvoice;
    watchTracks = invoicing.watchTracks;
    notifyBuyer = invoicing.notifyBuyer;
    resendNotice = invoicing.resendNotice;
    AllowanceWorld allowing = new AllowanceWorld(ports, clock);
    requestAllowance = allowing.requestAllowance;
    settleAllowance = allowing.settleAllowance;
    withdrawAllowance = allowing.withdrawAllowance;
    settleByHand = allowing.settleByHand;
    recordConsent = allowing.recordConsent;
    RefundWorld refunding = new RefundWorld(ports, invoicing, allowing, clock);
    capturePayment = refunding.capturePayment;
    watchAuthorization = refunding.watchAuthorization;
    walkRefund = refunding.walkRefund;
    requestRefund = refunding.requestRefund;
    changeRefund = refunding.changeRefund;
    contracts = new ContractWorld(ports, paying, clock);
    cards = new CardWorld(ports, paying, clock);
    statements = new StatementWorld(this, ports);
  }

  /** Its settings are changed, and the platform restarted. */
  public void merchant(Merchant changed) {
    only.becomes(changed);
  }

  /** Events that belong to no order, oldest first. */
  public List<DomainEvent> orderlessEvents() {
    return books.orderlessEvents();
  }
}
