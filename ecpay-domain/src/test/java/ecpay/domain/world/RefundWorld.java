package ecpay.domain.world;

import ecpay.domain.card.usecase.AskAboutCard;
import ecpay.domain.card.usecase.CapturePayment;
import ecpay.domain.card.usecase.WatchAuthorization;
import ecpay.domain.followup.Patience;
import ecpay.domain.refund.usecase.ChangeRefund;
import ecpay.domain.refund.usecase.RefundBooks;
import ecpay.domain.refund.usecase.RequestRefund;
import ecpay.domain.refund.usecase.WalkDocuments;
import ecpay.domain.refund.usecase.WalkMoney;
import ecpay.domain.refund.usecase.WalkRefund;
import java.time.Clock;

/** What a shop does with money that is held, captured or given back. */
final class RefundWorld {
  final CapturePayment capturePayment;
  final WatchAuthorization watchAuthorization;
  final WalkRefund walkRefund;
  final RequestRefund requestRefund;
  final ChangeRefund changeRefund;

  RefundWorld(Ports ports, InvoiceWorld invoices, AllowanceWorld allowances, Clock clock) {
    Patience patience = Patience.DEFAULT;
    AskAboutCard askAboutCard = new AskAboutCard(ports.merchants, ports.payments, ports.charges);
    capturePayment =
        new CapturePayment(
            ports.transactions,
            ports.merchants,
            ports.orders,
            askAboutCard,
            ports.charges,
            ports.calls,
            ports.events,
            ports.followUps,
            patience,
            clock);
    watchAuthorization =
        new WatchAuthorization(
            ports.transactions, ports.merchants, askAboutCard, ports.events, clock);
    RefundBooks refundBooks =
        new RefundBooks(
            ports.transactions,
            ports.orders,
            ports.refunds,
            invoices.withhold,
            ports.followUps,
            ports.events,
            clock);
    walkRefund =
        new WalkRefund(
            ports.refunds,
            new WalkDocuments(
                invoices.changeIssued,
                invoices.changeScheduled,
                allowances.requestAllowance,
                allowances.withdrawAllowance,
                ports.allowances,
                refundBooks),
            new WalkMoney(
                ports.calls, ports.merchants, askAboutCard, ports.charges, refundBooks, patience),
            refundBooks);
    requestRefund =
        new RequestRefund(
            ports.transactions,
            ports.merchants,
            ports.orders,
            ports.payments,
            ports.invoices,
            ports.allowances,
            ports.refunds,
            askAboutCard,
            invoices.withhold,
            walkRefund,
            ports.events,
            ports.followUps,
            ports.identities,
            patience,
            clock);
    changeRefund =
        new ChangeRefund(
            ports.transactions,
            ports.orders,
            ports.refunds,
            askAboutCard,
            requestRefund,
            walkRefund,
            refundBooks,
            ports.followUps,
            patience);
  }
}
