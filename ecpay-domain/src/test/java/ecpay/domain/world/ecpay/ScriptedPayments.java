package ecpay.domain.world.ecpay;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.CheckoutToken;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.payment.report.TradeDetails;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** ECPay's payment side, with books of its own. */
public final class ScriptedPayments implements PaymentGateway {
  /** How ECPay answers an accepted CreatePayment. */
  public enum Way {
    BANK_PAGE,
    CODE,
    CHARGED
  }

  private final Wire wire;
  private final Clock clock;
  private final Map<MerchantTradeNo, Money> tokens = new HashMap<>();
  private final Set<MerchantTradeNo> charged = new HashSet<>();
  private final Set<MerchantTradeNo> paid = new HashSet<>();
  private final Map<MerchantTradeNo, PaymentInstructions> codes = new HashMap<>();
  private Way way = Way.BANK_PAGE;
  private Optional<PaymentReport> foreignAnswer = Optional.empty();

  public ScriptedPayments(Wire wire, Clock clock) {
    this.wire = wire;
    this.clock = clock;
  }

  public void answerWith(Way next) {
    way = next;
  }

  /** Every query is answered with this report, whatever was asked. */
  public void answerQueriesWith(PaymentReport report) {
    foreignAnswer = Optional.of(report);
  }

  /** The buyer takes a code on ECPay's own page. */
  public void takesACode(Attempt attempt, PaymentInstructions code) {
    tokens.put(attempt.tradeNo(), attempt.amount());
    charged.add(attempt.tradeNo());
    codes.put(attempt.tradeNo(), code);
  }

  /** The buyer passes 3-D Secure, or pays at the counter. */
  public void moneyArrives(MerchantTradeNo tradeNo) {
    paid.add(tradeNo);
  }

  /** A card is about to be charged, kept by ECPay or entered on its page: the bank is asked. */
  public void chargeByCard(Attempt attempt) {
    tokens.put(attempt.tradeNo(), attempt.amount());
    charged.add(attempt.tradeNo());
  }

  /** The attempts that brought money. */
  public Set<MerchantTradeNo> paid() {
    return Set.copyOf(paid);
  }

  /** Whether ECPay knows of it, so that its buyer can pay. */
  public boolean knows(MerchantTradeNo tradeNo) {
    return charged.contains(tradeNo);
  }

  /** How many attempts were really charged or given a code. */
  public int created() {
    return charged.size();
  }

  /** What ECPay says of an attempt now. */
  public PaymentReport report(Merchant merchant, MerchantTradeNo tradeNo) {
    Verdict verdict = paid.contains(tradeNo) ? new Verdict.Paid() : new Verdict.Pending();
    return report(merchant.payments().merchantId(), tradeNo, verdict, amount(tradeNo), false);
  }

  /** Any report. */
  public static PaymentReport report(
      EcpayMerchantId merchant,
      MerchantTradeNo tradeNo,
      Verdict verdict,
      Money amount,
      boolean simulated) {
    TradeDetails trade =
        new TradeDetails(
            "EC" + tradeNo.value().substring(tradeNo.value().length() - 8),
            amount,
            "Credit_CreditCard",
            Optional.empty(),
            Optional.empty(),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Optional.empty(),
            Optional.empty());
    return new PaymentReport(merchant, tradeNo, verdict, trade, simulated);
  }

  @Override
  public Answer<Session> getTokenbyTrade(Merchant merchant, Order order, Attempt attempt) {
    return wire.call(
        "GetTokenbyTrade",
        () -> {
          tokens.put(attempt.tradeNo(), attempt.amount());
          return new Answer.Accepted<>(
              new Session(
                  new CheckoutToken("token-" + attempt.tradeNo()),
                  clock.instant().plus(Duration.ofMinutes(10))));
        });
  }

  @Override
  public Answer<PaymentReply> createPayment(
      Merchant merchant, MerchantTradeNo tradeNo, PayToken payToken) {
    return wire.call(
        "CreatePayment",
        () -> {
          if (!tokens.containsKey(tradeNo) || !charged.add(tradeNo)) {
            return new Answer.Refused<>("5100011", "no such Token, or used");
          }
          TradeDetails trade = report(merchant, tradeNo).trade();
          return new Answer.Accepted<>(
              switch (way) {
                case BANK_PAGE ->
                    new PaymentReply.BuyerMustConfirm(URI.create("https://bank.example/3ds"));
                case CODE -> {
                  PaymentInstructions code =
                      new PaymentInstructions.CvsCode(
                          "GW1234567890",
                          clock.instant().plus(Duration.ofDays(3)),
                          Optional.empty());
                  codes.put(tradeNo, code);
                  yield new PaymentReply.CodeIssued(trade, code);
                }
                case CHARGED -> {
                  paid.add(tradeNo);
                  yield new PaymentReply.Charged(trade);
                }
              });
        });
  }

  @Override
  public Answer<Optional<PaymentReport>> queryTrade(Merchant merchant, Attempt attempt) {
    MerchantTradeNo tradeNo = attempt.tradeNo();
    return wire.call(
        "QueryTrade",
        () ->
            new Answer.Accepted<>(
                foreignAnswer.or(() ->
                    charged.contains(tradeNo)
                        ? Optional.of(report(merchant, tradeNo))
                        : Optional.empty())));
  }

  @Override
  public Answer<Optional<PaymentReport>> queryPaymentInfo(Merchant merchant, Attempt attempt) {
    return wire.call(
        "QueryPaymentInfo",
        () ->
            new Answer.Accepted<>(
                Optional.ofNullable(codes.get(attempt.tradeNo()))
                    .map(code ->
                        report(
                            merchant.payments().merchantId(),
                            attempt.tradeNo(),
                            new Verdict.CodeIssued(code),
                            attempt.amount(),
                            false))));
  }

  private Money amount(MerchantTradeNo tradeNo) {
    return tokens.getOrDefault(tradeNo, Money.ZERO);
  }
}
