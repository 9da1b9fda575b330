package ecpay.adapter.http.contract;

import ecpay.adapter.http.json.Fields;
import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractReport.Standing;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.TradeDetails;
import ecpay.domain.rule.RuleViolationException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the fields of a charge are named: AIO in a notice and in its ExecLog, ECPG in its ExecLog.
 */
enum ChargeFields {
  TOLD("Credit_CreditCard", "Amount", "Gwsr", "ProcessDate", "AuthCode"),
  LOGGED("Credit_CreditCard", "amount", "gwsr", "process_date", "auth_code"),
  LOGGED_BY_ECPG("Credit", "Amount", "Gwsr", "ProcessDate", "AuthCode");

  private final String paymentType;
  private final String amount;
  private final String authorization;
  private final String time;
  private final String authCode;

  ChargeFields(
      String paymentType, String amount, String authorization, String time, String authCode) {
    this.paymentType = paymentType;
    this.amount = amount;
    this.authorization = authorization;
    this.time = time;
    this.authCode = authCode;
  }

  /** TotalSuccessTimes; 0 where there is none or it makes no sense. */
  static int successes(Fields fields) {
    return Math.clamp(fields.whole("TotalSuccessTimes").orElse(0), 0, 1_000);
  }

  /** ExecStatus, seen so on stage; any other text says nothing. */
  static Standing standing(Fields answer) {
    return switch (answer.text("ExecStatus").strip()) {
      case "0" -> Standing.STOPPED;
      case "1" -> Standing.RUNNING;
      case "2" -> Standing.FINISHED;
      default -> Standing.UNTOLD;
    };
  }

  /**
   * The charges in an ExecLog, oldest first. It may hold the first charge or not, so its successes
   * are counted from the last one back.
   *
   * @param successes TotalSuccessTimes of the contract
   */
  List<ChargeReport> log(
      EcpayMerchantId merchant, MerchantTradeNo tradeNo, Fields answer, int successes) {
    List<Fields> log =
        answer.list("ExecLog").stream()
            .sorted(Comparator.comparing(line -> line.time(time).orElse(Instant.EPOCH)))
            .toList();
    int number = successes - (int) log.stream().filter(Fields::isSuccess).count();
    List<ChargeReport> charges = new ArrayList<>();
    for (Fields line : log) {
      number += line.isSuccess() ? 1 : 0;
      charges.add(report(merchant, tradeNo, line, number));
    }
    return charges;
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
        paymentType,
        at,
        charge.isSuccess() ? at : Optional.empty(),
        charge.decimal("ChargeFee"),
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
