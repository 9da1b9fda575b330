package ecpay.adapter.http.hosted;

import ecpay.adapter.http.aio.AioApi.Form;
import ecpay.adapter.http.aio.AioApi.Operation;
import ecpay.adapter.http.aio.AioApi.Signature;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import java.util.Optional;

/** Asks what became of a hosted attempt. */
record QueryTradeInfo(EcpayMerchantId merchant, MerchantTradeNo tradeNo)
    implements Operation<Optional<PaymentReport>> {
  private static final String NOT_FOUND = "10200047"; // D-31

  @Override
  public String path() {
    return "/Cashier/QueryTradeInfo/V5";
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

  /**
   * @throws UnreadableException for a status that no source explains: it neither proves money nor
   *     its absence
   */
  @Override
  public Answer<Optional<PaymentReport>> read(Fields answer) {
    answer.demandSame("MerchantTradeNo", tradeNo.value());
    String status = answer.text("TradeStatus").strip();
    return switch (status) {
      case NOT_FOUND -> new Answer.Accepted<>(Optional.empty());
      case "1" -> known(answer, new Verdict.Paid());
      case "0" -> known(answer, new Verdict.Pending());
      // D-32, and a refused BNPL application.
      case "10200095", "10200163" ->
          known(answer, new Verdict.Declined(new PaymentFailure(status, "TradeStatus " + status)));
      case "" -> throw new UnreadableException("no TradeStatus");
      // Refusals of the question itself: wrong CheckMacValue, bad field, forbidden word.
      case "10200073", "10200050", "10400011" ->
          new Answer.Refused<>(status, "TradeStatus " + status);
      default -> throw new UnreadableException("an unknown TradeStatus");
    };
  }

  private Answer<Optional<PaymentReport>> known(Fields answer, Verdict verdict) {
    String merchantId = answer.has("MerchantID") ? answer.text("MerchantID") : merchant.value();
    return new Answer.Accepted<>(Optional.of(Notices.report(merchantId, answer, verdict)));
  }
}
