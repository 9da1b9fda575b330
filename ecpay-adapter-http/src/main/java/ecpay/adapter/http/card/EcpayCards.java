package ecpay.adapter.http.card;

import ecpay.adapter.http.aio.AioApi;
import ecpay.adapter.http.call.EcpayApi;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardAction;
import ecpay.domain.card.CardGateway;
import ecpay.domain.card.CardTrade;
import ecpay.domain.merchant.CardTerms.CheckCode;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.report.CardDetails;
import java.util.Optional;

/** The table of the card operations: those of ECPG, or of AIO for what was paid on ECPay's page. */
public final class EcpayCards implements CardGateway {
  private final EcpayApi api;
  private final AioApi aio;

  public EcpayCards(EcpayApi api, AioApi aio) {
    this.api = api;
    this.aio = aio;
  }

  @Override
  public Answer<CardTrade> queryCard(Merchant merchant, Payment.Paid payment) {
    String tradeNo = payment.trade().ecpayTradeNo();
    return switch (payment.attempt().channel()) {
      case EMBEDDED ->
          tradeNo.isBlank()
              ? untold()
              : api.call(
                  merchant.payments(), new CreditDetailQueryTrade(payment.tradeNo(), tradeNo));
      case HOSTED -> queryHosted(merchant, payment);
    };
  }

  private Answer<CardTrade> queryHosted(Merchant merchant, Payment.Paid payment) {
    Optional<CheckCode> checkCode = merchant.cards().checkCode();
    Optional<Long> gwsr =
        payment.trade().card().map(CardDetails::authorizationId).filter(id -> id > 0);
    if (checkCode.isEmpty() || gwsr.isEmpty()) {
      return new Answer.NotSent<>(
          checkCode.isEmpty()
              ? "the merchant's check code is not set (payment.card-check-code)"
              : "ECPay has not told the authorisation's number (gwsr)");
    }
    return aio.call(
        merchant.payments(),
        new CreditDetailQueryTradeV2(
            gwsr.get(), payment.attempt().amount(), checkCode.get().value()));
  }

  @Override
  public Answer<Acted> doAction(
      Merchant merchant, Payment.Paid payment, CardAction action, Money amount) {
    String tradeNo = payment.trade().ecpayTradeNo();
    if (tradeNo.isBlank()) {
      return untold();
    }
    return switch (payment.attempt().channel()) {
      case EMBEDDED ->
          api.call(merchant.payments(), new DoAction(payment.tradeNo(), tradeNo, action, amount));
      case HOSTED ->
          aio.call(
              merchant.payments(), new AioDoAction(payment.tradeNo(), tradeNo, action, amount));
    };
  }

  /** Without it, a MerchantTradeNo names the first charge of a contract, whichever was meant. */
  private static <T> Answer<T> untold() {
    return new Answer.NotSent<>("ECPay has not told the TradeNo of this charge yet");
  }
}
