package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.period.Contract;
import ecpay.sandbox.ledger.trade.PayChoice;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.wire.Json;
import java.util.Optional;

/** CardInfo of answers, notices and queries (payments-ecpg.md section 4, seed 001). */
final class CardLayout {
  private static final int POINTS_PER_DOLLAR = 10;
  private static final int POINTS_LEFT = 500;

  private CardLayout() {}

  /** CardInfo of a charge; everything is empty or zero when there was none. */
  static ObjectNode of(Trade trade, Optional<Authorization> charged) {
    var choice = trade.choice().orElseThrow();
    var amount = trade.amount();
    var later = choice.instalments() == 0 ? 0 : amount / choice.instalments();
    var first = choice.instalments() == 0 ? 0 : amount - later * (choice.instalments() - 1);
    var info =
        Json.object()
            .put("AuthCode", charged.map(Authorization::authCode).orElse(""))
            .put("Gwsr", charged.map(Authorization::gwsr).orElse(0L))
            .put("ProcessDate", charged.map(CardLayout::time).orElse(""))
            .put("Amount", charged.map(a -> a.charge().amount()).orElse(0L))
            .put("Stage", choice.instalments())
            .put("Stast", first)
            .put("Staed", later)
            .put("Eci", charged.isPresent() ? eci(choice) : 0)
            .put("Card6No", choice.card6())
            .put("Card4No", choice.card4());
    if (choice.bonus()) {
      bonus(info, amount, charged.isPresent());
    }
    trade.contract().ifPresent(contract -> period(info, contract));
    return info.put("IssuingBank", "沙盒銀行").put("IssuingBankCode", "822");
  }

  private static String time(Authorization authorization) {
    return authorization.authorizedAt().format(Formats.PAYMENT_TIME);
  }

  /** 5 says that 3-D Secure was done. */
  private static int eci(PayChoice choice) {
    return switch (choice.outcome()) {
      case APPROVED, REFUSED, AUTHENTICATION_FAILED, TIMED_OUT -> 5;
      case APPROVED_WITHOUT_3D, APPROVED_LATE -> 0;
    };
  }

  /** Points pay a tenth of the amount. */
  private static void bonus(ObjectNode info, long amount, boolean paid) {
    var byPoints = paid ? amount / 10 : 0;
    info.put("RedDan", byPoints * POINTS_PER_DOLLAR)
        .put("RedDeAmt", byPoints)
        .put("RedOkAmt", paid ? amount - byPoints : 0)
        .put("RedYet", POINTS_LEFT);
  }

  private static void period(ObjectNode info, Contract contract) {
    var terms = contract.terms();
    info.put("PeriodType", terms.type().name())
        .put("Frequency", terms.frequency())
        .put("ExecTimes", terms.execTimes())
        .put("PeriodAmount", terms.amount())
        .put("TotalSuccessTimes", contract.successTimes())
        .put("TotalSuccessAmount", contract.successAmount());
  }
}
