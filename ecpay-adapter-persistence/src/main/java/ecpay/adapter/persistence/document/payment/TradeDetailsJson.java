package ecpay.adapter.persistence.document.payment;

import ecpay.adapter.persistence.document.json.Json;
import ecpay.domain.money.Money;
import ecpay.domain.payment.report.Payer;
import ecpay.domain.payment.report.TradeDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

record TradeDetailsJson(
    String ecpayTradeNo,
    long amount,
    String paymentType,
    @Nullable String createdAt,
    @Nullable String paidAt,
    BigDecimal chargeFee,
    BigDecimal processFee,
    @Nullable CardJson card,
    @Nullable PayerJson payer,
    @Nullable List<String> customFields) {

  static TradeDetailsJson of(TradeDetails trade) {
    return new TradeDetailsJson(
        trade.ecpayTradeNo(),
        trade.amount().twd(),
        trade.paymentType(),
        trade.createdAt().map(Instant::toString).orElse(null),
        trade.paidAt().map(Instant::toString).orElse(null),
        trade.chargeFee(),
        trade.processFee(),
        trade.card().map(CardJson::of).orElse(null),
        trade.payer().map(PayerJson::of).orElse(null),
        trade.customFields());
  }

  TradeDetails trade() {
    return new TradeDetails(
        ecpayTradeNo,
        Money.of(amount),
        paymentType,
        Optional.ofNullable(createdAt).map(Instant::parse),
        Optional.ofNullable(paidAt).map(Instant::parse),
        chargeFee,
        processFee,
        Optional.ofNullable(card).map(CardJson::card),
        Optional.ofNullable(payer).map(PayerJson::payer),
        customFields == null ? List.of() : customFields);
  }

  record PayerJson(String kind, String place, String detail) {
    static PayerJson of(Payer payer) {
      return switch (payer) {
        case Payer.Account(String bank, String tail) -> new PayerJson("ACCOUNT", bank, tail);
        case Payer.Counter(String chain, String store) -> new PayerJson("COUNTER", chain, store);
      };
    }

    Payer payer() {
      return switch (kind) {
        case "ACCOUNT" -> new Payer.Account(place, detail);
        case "COUNTER" -> new Payer.Counter(place, detail);
        default -> throw Json.unknownKind("payer", kind);
      };
    }
  }
}
