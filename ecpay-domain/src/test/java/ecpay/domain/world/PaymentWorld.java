package ecpay.domain.world;

import ecpay.domain.followup.Patience;
import ecpay.domain.order.usecase.PlaceOrder;
import ecpay.domain.payment.usecase.EarlierAttempts;
import ecpay.domain.payment.usecase.PayOrder;
import ecpay.domain.payment.usecase.PaymentBooks;
import ecpay.domain.payment.usecase.RecordPaymentNotice;
import ecpay.domain.payment.usecase.SettlePayment;
import ecpay.domain.payment.usecase.StartPayment;
import ecpay.domain.payment.usecase.SubmitPayment;
import ecpay.domain.payment.usecase.TakeReply;
import java.time.Clock;

/** What a shop does with orders and the attempts to pay them. */
final class PaymentWorld {
  final PaymentBooks paymentBooks;
  final PlaceOrder placeOrder;
  final StartPayment startPayment;
  final TakeReply takeReply;
  final SettlePayment settlePayment;
  final EarlierAttempts earlierAttempts;
  final SubmitPayment submitPayment;
  final PayOrder payOrder;
  final RecordPaymentNotice recordPaymentNotice;

  PaymentWorld(Ports ports, Clock clock) {
    Patience patience = Patience.DEFAULT;
    paymentBooks = new PaymentBooks(ports.orders, ports.payments, ports.events, ports.followUps);
    placeOrder =
        new PlaceOrder(
            ports.transactions,
            ports.merchants,
            ports.orders,
            ports.events,
            ports.identities,
            clock);
    startPayment =
        new StartPayment(
            ports.transactions,
            ports.merchants,
            ports.orders,
            ports.payments,
            ports.paying,
            ports.journal,
            ports.events,
            ports.followUps,
            ports.identities,
            clock);
    takeReply =
        new TakeReply(
            ports.orders, ports.payments, ports.journal, ports.events, ports.followUps, clock);
    settlePayment =
        new SettlePayment(
            ports.transactions,
            ports.merchants,
            ports.payments,
            ports.paying,
            paymentBooks,
            ports.events,
            patience,
            clock);
    earlierAttempts = new EarlierAttempts(ports.payments, settlePayment, ports.events, clock);
    submitPayment =
        new SubmitPayment(
            ports.transactions,
            ports.merchants,
            ports.orders,
            ports.payments,
            ports.paying,
            earlierAttempts,
            takeReply,
            ports.journal,
            ports.events,
            ports.followUps,
            patience,
            clock);
    payOrder = new PayOrder(ports.payments, earlierAttempts, startPayment, clock);
    recordPaymentNotice =
        new RecordPaymentNotice(
            ports.paymentNotices,
            ports.transactions,
            ports.inbox,
            ports.payments,
            paymentBooks,
            ports.events,
            clock);
  }
}
