package ecpay.adapter.http.contract;

import ecpay.adapter.http.aio.AioApi;
import ecpay.adapter.http.aio.AioApi.Form;
import ecpay.adapter.http.aio.AioApi.Signature;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.contract.ContractReport;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import java.util.Optional;

/** Asks AIO about a contract and all its charges. */
record QueryCreditCardPeriodInfo(EcpayMerchantId merchant, MerchantTradeNo tradeNo)
    implements AioApi.Operation<Optional<ContractReport>> {
  /** An unknown contract is numbers 0 and nulls. */
  private static final String NOTHING = "0";

  @Override
  public String path() {
    return "/Cashier/QueryCreditCardPeriodInfo";
  }

  @Override
  public boolean isTimed() {
    return true;
  }

  @Override
  public void write(Form form) {
    form.put("MerchantTradeNo", tradeNo.value());
  }

  @Override
  public Signature signature() {
    return Signature.OPTIONAL;
  }

  @Override
  public Answer<Optional<ContractReport>> read(Fields answer) {
    if (answer.rtnCode().equals(NOTHING) && !answer.has("MerchantTradeNo")) {
      return new Answer.Accepted<>(Optional.empty());
    }
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    answer.demandSame("MerchantTradeNo", tradeNo.value());
    EcpayMerchantId told =
        answer.has("MerchantID") ? new EcpayMerchantId(answer.text("MerchantID")) : merchant;
    int successes = ChargeFields.successes(answer);
    return new Answer.Accepted<>(
        Optional.of(
            new ContractReport(
                told,
                tradeNo,
                ChargeFields.standing(answer),
                successes,
                ChargeFields.LOGGED.log(told, tradeNo, answer, successes))));
  }
}
