package ecpay.adapter.http.contract;

import ecpay.adapter.http.json.Fields;
import ecpay.domain.contract.ChargeReport;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.TradeDetails;
import ecpay.domain.rule.RuleViolationException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** How AIO names the fields of a charge: one way in a notice, another in a list. */
enum ChargeFields {
  TOLD("Amount", "Gwsr", "ProcessDate", "AuthCode"),
  LOGGED("amount", "gwsr", "process_date", "auth_code");

  private static final String CARD = "Credit_CreditCard";

  private final String amount;
  private final String authorization;
  private final String time;
  private final String authCode;

  ChargeFields(String amount, String authorization, String time, String authCode) {
    this.amount = amount;
    this.authorization = authorization;
    this.time = time;
    this.authCode = authCode;
  }

  /** TotalSuccessTimes; 0 where there is none or it makes no sense. */
  static int successes(Fields fields) {
    return Math.clamp(fields.whole("TotalSuccessTimes").orElse(0), 0, 1_000);
  }

  ChargeReport report(
      EcpayMerchantId merchant, MerchantTradeNo tradeNo, Fields charge, int successes) {
    return new ChargeReport(
        merchant,
        tradeNo,
        charge.isSuccess()
            ? Optional.empty()
            : Optional.of(new PaymentFailure(charge.rtnCode(), charge.rtnMsg())),
        successes,
        trade(charge),
        charge.text("SimulatePaid").strip().equals("1"));
  }

  private TradeDetails trade(Fields charge) {
    Optional<Instant> at = charge.time(time);
    return new TradeDetails(
        charge.text("TradeNo"),
        amount(charge),
        CARD,
        at,
        charge.isSuccess() ? at : Optional.empty(),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Optional.of(card(charge, at)),
        Optional.empty());
  }

  private CardDetails card(Fields charge, Optional<Instant> at) {
    return new CardDetails(
        "",
        "",
        charge.text(authCode),
        Math.max(0, charge.whole(authorization).orElse(0)),
        at,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        "");
  }

  /** What is missing or no amount counts as zero, which never equals a contract's. */
  private Money amount(Fields charge) {
    try {
      return Money.of(charge.whole(amount).orElse(0));
    } catch (RuleViolationException _) {
      return Money.ZERO;
    }
  }
}
