package ecpay.domain.reconciliation;

import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.StatementLine.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Lines of statement files. */
public final class Statements {
  private Statements() {}

  /** A payment as the file tells it when both sides agree. */
  public static StatementLine of(Payment.Paid paid) {
    return of(paid.tradeNo().value(), paid.attempt().amount().twd())
        .withFee(KnownPayment.expectedFee(paid))
        .withEcpayNo(paid.trade().ecpayTradeNo())
        .line();
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
      return new StatementLine(
          2,
          tradeNo,
          ecpayNo,
          authorization,
          amount,
          status,
          "Credit_CreditCard",
          Optional.empty(),
          Optional.of(Instant.parse("2026-11-21T04:07:00Z")),
          settledOn,
          fee,
          Optional.empty(),
          Optional.empty());
    }
  }
}
