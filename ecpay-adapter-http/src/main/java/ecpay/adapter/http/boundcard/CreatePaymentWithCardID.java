package ecpay.adapter.http.boundcard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.time.WireTime;
import ecpay.adapter.http.trade.Trade;
import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.merchant.CallbackUrls;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.offer.MemberId;
import java.net.URI;
import java.util.Optional;

/** Charges a bound card; answers as CreatePayment does for cards. */
record CreatePaymentWithCardID(
    Order order, Attempt attempt, MemberId member, BindCardId card, CallbackUrls callbacks)
    implements Operation<PaymentReply> {
  /** The bank did not answer ECPay in time: the buyer may be charged (errors.md, class C). */
  private static final String BANK_TIMED_OUT = "10200115";

  @Override
  public Host host() {
    return Host.ECPG;
  }

  @Override
  public String path() {
    return "/Merchant/CreatePaymentWithCardID";
  }

  @Override
  public void write(ObjectNode data) {
    data.put("BindCardID", card.value());
    data.putObject("OrderInfo")
        .put("MerchantTradeDate", WireTime.payment(attempt.startedAt()))
        .put("MerchantTradeNo", attempt.tradeNo().value())
        .put("TotalAmount", attempt.amount().twd())
        .put("ReturnURL", callbacks.paymentReturn().value())
        .put("TradeDesc", order.content().description())
        .put("ItemName", order.content().itemName());
    Consumer.write(data, member, order.content().buyer());
  }

  @Override
  public Answer<PaymentReply> read(Fields answer) {
    Trade.demandSame(attempt.tradeNo(), answer);
    Optional<URI> page = Trade.page(answer.part("ThreeDInfo").text("ThreeDURL"));
    if (page.isPresent()) {
      return new Answer.Accepted<>(new PaymentReply.BuyerMustConfirm(page.get()));
    }
    if (answer.rtnCode().equals(BANK_TIMED_OUT)) {
      return new Answer.Unknown<>(BANK_TIMED_OUT + ": " + answer.rtnMsg(), false);
    }
    return answer.isSuccess()
        ? new Answer.Accepted<>(new PaymentReply.Charged(Trade.nested(answer)))
        : answer.refusal();
  }
}
