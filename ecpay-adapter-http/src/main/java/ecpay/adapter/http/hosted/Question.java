package ecpay.adapter.http.hosted;

import ecpay.adapter.http.aio.AioApi.Form;
import ecpay.adapter.http.aio.AioApi.Operation;
import ecpay.adapter.http.aio.AioApi.Signature;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import java.util.Optional;

/** A question about one hosted attempt: put, signed, and not answered, like any other. */
interface Question extends Operation<Optional<PaymentReport>> {
  /** Who asks, and whom an answer means that names nobody. */
  EcpayMerchantId merchant();

  MerchantTradeNo tradeNo();

  /** The number in which ECPay says how it stands. */
  String state(Fields answer);

  /** What that means of an attempt that ECPay knows, or that it refuses to say. */
  Answer<Verdict> verdict(String state, Fields answer);

  @Override
  default boolean isTimed() {
    return true;
  }

  @Override
  default Signature signature() {
    return Signature.REQUIRED;
  }

  @Override
  default void write(Form form) {
    form.put("MerchantTradeNo", tradeNo().value());
  }

  @Override
  default Answer<Optional<PaymentReport>> read(Fields answer) {
    answer.demandSame("MerchantTradeNo", tradeNo().value());
    String state = state(answer);
    if (state.equals("10200047")) { // D-31
      return new Answer.Accepted<>(Optional.empty());
    }
    String named = answer.has("MerchantID") ? answer.text("MerchantID") : merchant().value();
    return verdict(state, answer)
        .map(verdict -> Optional.of(Notices.report(named, answer, verdict)));
  }
}
