package ecpay.domain.reconciliation;

import ecpay.domain.Samples;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.reconciliation.StatementLine.Status;
import ecpay.domain.refund.Goods;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.RefundId;
import ecpay.domain.refund.RefundReference;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.RefundWish;
import ecpay.domain.refund.StepState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lines of statement files. */
public final class Statements {
  private Statements() {}

  /** A payment as the file tells it when both sides agree. */
  public static StatementLine of(Payment.Paid paid) {
    return of(paid.tradeNo().value(), paid.attempt().amount().twd())
        .withFee(KnownPayment.expectedFee(paid).orElseThrow())
        .withEcpayNo(paid.trade().ecpayTradeNo())
        .line();
  }

  /** The same payment on ECPay's page. */
  public static Payment.Paid hosted(Payment.Paid paid) {
    Attempt attempt = paid.attempt();
    return new Payment.Paid(
        new Attempt(
            attempt.id(),
            attempt.merchant(),
            attempt.order(),
            attempt.tradeNo(),
            attempt.amount(),
            Offer.hosted(Set.of(PaymentMethod.CARD)),
            attempt.startedAt()),
        paid.trade());
  }

  /** So much that went back to the card at that time. */
  public static Refund refunded(Payment.Paid paid, long twd, Instant at) {
    RefundStep back =
        new RefundStep(
            1, new RefundAct.RefundCard(Money.of(twd)), new StepState.Done(at, Optional.empty()));
    return refund(paid, twd, List.of(back), at).done(at);
  }

  /** A refund of these steps, and no documents. */
  public static Refund refund(Payment.Paid paid, long twd, List<RefundStep> steps, Instant at) {
    return new Refund(
        new RefundId("REFUND1"),
        paid.merchant(),
        paid.order(),
        paid.id(),
        new RefundReference("r1"),
        new RefundWish(
            new Goods.Everything(),
            Optional.of(Samples.paperConsent()),
            Optional.empty(),
            new VoidReason("退貨")),
        true,
        twd == paid.attempt().amount().twd(),
        paid.attempt().amount(),
        Money.ZERO,
        Money.of(twd),
        steps,
        new Refund.Status.UnderWay(),
        at);
  }

  public static Making of(String tradeNo, long amount) {
    return new Making(tradeNo, amount, "", "", Status.PAID, Optional.empty(), Optional.empty());
  }

  /** A line in the making. */
  public record Making(
      String tradeNo,
      long amount,
      String ecpayNo,
      String authorization,
      Status status,
      Optional<BigDecimal> fee,
      Optional<LocalDate> settledOn) {

    public Making withFee(BigDecimal billed) {
      return new Making(
          tradeNo, amount, ecpayNo, authorization, status, Optional.of(billed), settledOn);
    }

    public Making withFee(String billed) {
      return withFee(new BigDecimal(billed));
    }

    public Making withEcpayNo(String number) {
      return new Making(tradeNo, amount, number, authorization, status, fee, settledOn);
    }

    public Making withAuthorization(long number) {
      return new Making(tradeNo, amount, ecpayNo, Long.toString(number), status, fee, settledOn);
    }

    public Making saying(Status other) {
      return new Making(tradeNo, amount, ecpayNo, authorization, other, fee, settledOn);
    }

    public Making settledOn(LocalDate day) {
      return new Making(tradeNo, amount, ecpayNo, authorization, status, fee, Optional.of(day));
    }

    public StatementLine line() {
      return line(Instant.parse("2026-11-21T04:07:00Z"));
    }

    public StatementLine line(Instant paidAt) {
      return new StatementLine(
          2,
          tradeNo,
          ecpayNo,
          authorization,
          amount,
          status,
          "Credit_CreditCard",
          Optional.empty(),
          Optional.of(paidAt),
          settledOn,
          fee,
          Optional.empty(),
          Optional.empty());
    }
  }
}
