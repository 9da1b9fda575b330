package ecpay.adapter.http.card;

import ecpay.adapter.http.aio.AioApi.Form;
import ecpay.adapter.http.aio.AioApi.Operation;
import ecpay.adapter.http.aio.AioApi.Signature;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardTrade;
import ecpay.domain.money.Money;

/**
 * CreditDetail/QueryTrade/V2 of AIO: how the card of a payment stands (R-CAP-01).
 *
 * @param gwsr the authorisation's number, sent as CreditRefundId
 * @param checkCode the merchant's checksum, sent as CreditCheckCode
 */
record CreditDetailQueryTradeV2(long gwsr, Money amount, String checkCode)
    implements Operation<CardTrade> {
  @Override
  public String name() {
    return "CreditDetail/QueryTrade";
  }

  @Override
  public String path() {
    return "/CreditDetail/QueryTrade/V2";
  }

  @Override
  public Signature signature() {
    return Signature.OPTIONAL;
  }

  @Override
  public void write(Form form) {
    form.put("CreditRefundId", gwsr)
        .put("CreditAmount", amount.twd())
        .put("CreditCheckCode", checkCode);
  }

  /** RtnMsg is empty when all is well, and else says what is not (errors.md section 3). */
  @Override
  public Answer<CardTrade> read(Fields answer) {
    String message = answer.rtnMsg().strip();
    if (!message.isEmpty()) {
      return new Answer.Refused<>(message, "CreditDetail/QueryTrade/V2 answered " + message);
    }
    return new Answer.Accepted<>(CardDetail.read(answer));
  }

  /** Never the check code. */
  @Override
  public String toString() {
    return "CreditDetailQueryTradeV2[" + gwsr + "]";
  }
}
