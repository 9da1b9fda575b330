package ecpay.adapter.persistence.document;

import ecpay.domain.money.Money;
import ecpay.domain.payment.CardDetails;
import ecpay.domain.payment.TradeDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

record TradeDetailsJson(
    String ecpayTradeNo,
    long amount,
    String paymentType,
    @Nullable String paidAt,
    BigDecimal chargeFee,
    BigDecimal processFee,
    @Nullable CardJson card) {

  static TradeDetailsJson of(TradeDetails trade) {
    return new TradeDetailsJson(
        trade.ecpayTradeNo(),
        trade.amount().twd(),
        trade.paymentType(),
        trade.paidAt().map(Instant::toString).orElse(null),
        trade.chargeFee(),
        trade.processFee(),
        trade.card().map(CardJson::of).orElse(null));
  }

  TradeDetails trade() {
    return new TradeDetails(
        ecpayTradeNo,
        Money.of(amount),
        paymentType,
        Optional.ofNullable(paidAt).map(Instant::parse),
        chargeFee,
        processFee,
        Optional.ofNullable(card).map(CardJson::card));
  }

  record CardJson(
      String firstSix,
      String lastFour,
      String authCode,
      long authorizationId,
      String eci,
      int instalments,
      String issuingBank) {
    static CardJson of(CardDetails card) {
      return new CardJson(
          card.firstSix(),
          card.lastFour(),
          card.authCode(),
          card.authorizationId(),
          card.eci(),
          card.instalments(),
          card.issuingBank());
    }

    CardDetails card() {
      return new CardDetails(
          firstSix, lastFour, authCode, authorizationId, eci, instalments, issuingBank);
    }
  }
}
