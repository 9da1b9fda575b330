package ecpay.adapter.http.hosted;

import ecpay.adapter.http.aio.AioApi.Form;
import ecpay.adapter.http.aio.AioApi.Operation;
import ecpay.adapter.http.aio.AioApi.Signature;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.PaymentReport;
import java.util.Optional;

/** Asks which code a buyer was given on ECPay's page. */
record QueryPaymentInfo(MerchantTradeNo tradeNo) implements Operation<Optional<PaymentReport>> {
  @Override
  public String path() {
    return "/Cashier/QueryPaymentInfo";
  }

  @Override
  public boolean isTimed() {
    return true;
  }

  @Override
  public Signature signature() {
    return Signature.REQUIRED;
  }

  @Override
  public void write(Form form) {
    form.put("MerchantTradeNo", tradeNo.value());
  }

  @Override
  public Answer<Optional<PaymentReport>> read(Fields answer) {
    answer.demandSame("MerchantTradeNo", tradeNo.value());
    return switch (answer.rtnCode()) {
      case "10200047" -> new Answer.Accepted<>(Optional.empty()); // D-31
      case "2", "10100073" ->
          new Answer.Accepted<>(
              Optional.of(
                  Notices.report(answer.text("MerchantID"), answer, Notices.issued(answer))));
      default -> answer.refusal();
    };
  }
}
