package ecpay.adapter.http.payment;

import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.CardDetails;
import ecpay.domain.payment.CardDetails.Instalments;
import ecpay.domain.payment.PaymentReport;
import ecpay.domain.payment.PaymentReport.Verdict;
import ecpay.domain.payment.TradeDetails;
import ecpay.domain.rule.RuleViolationException;
import java.util.Optional;

/** OrderInfo and CardInfo, which answers, queries and notices share (seed 001). */
final class Trade {
  private Trade() {}

  static TradeDetails read(Fields data) {
    Fields order = data.part("OrderInfo");
    return new TradeDetails(
        order.text("TradeNo"),
        amount(order),
        order.text("PaymentType"),
        order.time("TradeDate"),
        order.time("PaymentDate"),
        order.decimal("ChargeFee"),
        order.decimal("ProcessFee"),
        card(data.part("CardInfo")),
        Optional.empty());
  }

  /** A report on the attempt that the data name. */
  static PaymentReport report(EcpayMerchantId merchant, Fields data, Verdict verdict) {
    return new PaymentReport(
        merchant,
        new MerchantTradeNo(data.part("OrderInfo").text("MerchantTradeNo")),
        verdict,
        read(data),
        isSimulated(data));
  }

  static boolean isSimulated(Fields data) {
    return data.text("SimulatePaid").equals("1")
        || data.part("OrderInfo").text("SimulatePaid").equals("1");
  }

  /**
   * Makes sure that an answer is about what was asked.
   *
   * @throws UnreadableException if it names another attempt
   */
  static void demandSame(MerchantTradeNo asked, Fields answer) {
    answer.part("OrderInfo").demandSame("MerchantTradeNo", asked.value());
  }

  /** What is missing or no amount counts as zero, which never equals an order's total. */
  private static Money amount(Fields order) {
    try {
      return Money.of(order.whole("TradeAmt").orElse(0));
    } catch (RuleViolationException _) {
      return Money.ZERO;
    }
  }

  private static Optional<CardDetails> card(Fields card) {
    if (!card.has("Card4No") && !card.has("AuthCode") && !card.has("Gwsr")) {
      return Optional.empty();
    }
    return Optional.of(
        new CardDetails(
            digits(card.text("Card6No"), 6),
            digits(card.text("Card4No"), 4),
            card.text("AuthCode"),
            card.whole("Gwsr").orElse(0),
            card.time("ProcessDate"),
            card.text("Eci"),
            instalments(card),
            Optional.empty(),
            Optional.empty(),
            card.text("IssuingBank"),
            card.text("IssuingBankCode")));
  }

  private static Optional<Instalments> instalments(Fields card) {
    long stage = card.whole("Stage").orElse(0);
    return stage < 2 || stage > 99
        ? Optional.empty()
        : Optional.of(
            new Instalments(
                (int) stage,
                Money.of(card.whole("Stast").orElse(0)),
                Money.of(card.whole("Staed").orElse(0))));
  }

  /** Exactly so many digits, or nothing: a longer number is never kept (R-PAY-14). */
  private static String digits(String text, int count) {
    return text.matches("[0-9]{" + count + "}") ? text : "";
  }
}
