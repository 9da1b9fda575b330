package ecpay.adapter.http.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.trade.Trade;
import ecpay.domain.answer.Answer;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.PaymentReply;
import java.net.URI;
import java.util.Optional;

/** Charges with what the buyer entered (seed 001). */
record CreatePayment(MerchantTradeNo tradeNo, PayToken payToken)
    implements Operation<PaymentReply> {
  /** The bank did not answer ECPay in time: the buyer may be charged (errors.md, class C). */
  private static final String BANK_TIMED_OUT = "10200115";

  @Override
  public Host host() {
    return Host.ECPG;
  }

  @Override
  public String path() {
    return "/Merchant/CreatePayment";
  }

  @Override
  public void write(ObjectNode data) {
    data.put("PayToken", payToken.value()).put("MerchantTradeNo", tradeNo.value());
  }

  /** In the order of payments-ecpg.md section 2: the buyer's page before RtnCode (D-45). */
  @Override
  public Answer<PaymentReply> read(Fields answer) {
    Trade.demandSame(tradeNo, answer);
    Optional<URI> page =
        Trade.page(answer.part("ThreeDInfo").text("ThreeDURL"))
            .or(() -> Trade.page(answer.part("UnionPayInfo").text("UnionPayURL")));
    if (page.isPresent()) {
      return new Answer.Accepted<>(new PaymentReply.BuyerMustConfirm(page.get()));
    }
    if (answer.rtnCode().equals(BANK_TIMED_OUT)) {
      return new Answer.Unknown<>(BANK_TIMED_OUT + ": " + answer.rtnMsg(), false);
    }
    return answer.isSuccess() ? new Answer.Accepted<>(charged(answer)) : answer.refusal();
  }

  private static PaymentReply charged(Fields answer) {
    return Trade.nestedCode(answer)
        .<PaymentReply>map(code -> new PaymentReply.CodeIssued(Trade.nested(answer), code))
        .orElseGet(() -> new PaymentReply.Charged(Trade.nested(answer)));
  }
}
