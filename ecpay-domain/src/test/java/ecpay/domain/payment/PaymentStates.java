package ecpay.domain.payment;

import ecpay.domain.Samples;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentInstructions;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The sample attempt in every state. */
public final class PaymentStates {
  public static final Payment.Opening OPENING = Payment.begin(Samples.attempt());
  public static final Payment.Open OPEN =
      OPENING.opened(Samples.checkoutToken(), Samples.NOW, Samples.NOW.plus(Payment.TOKEN_LIFE));
  public static final Payment.HandedOver HANDED_OVER =
      new Payment.HandedOver(Samples.attempt(), Samples.NOW);
  public static final Payment.Submitted SUBMITTED = OPEN.submit(Samples.NOW);
  public static final URI BANK = URI.create("https://bank.example/3ds");
  public static final PaymentInstructions ATM =
      new PaymentInstructions.Atm("007", "9990001234567890", LocalDate.of(2026, 11, 24));
  public static final Payment.AwaitingBuyer AWAITING_BUYER =
      new Payment.AwaitingBuyer(Samples.attempt(), BANK, Samples.NOW);
  public static final Payment.AwaitingMoney AWAITING_MONEY =
      new Payment.AwaitingMoney(Samples.attempt(), Samples.tradeDetails(), ATM);
  public static final Payment.Paid PAID =
      new Payment.Paid(Samples.attempt(), Samples.tradeDetails());
  public static final Payment.Failed FAILED =
      new Payment.Failed(Samples.attempt(), new PaymentFailure("10100058", "declined"));
  public static final Payment.Expired EXPIRED =
      new Payment.Expired(Samples.attempt(), Instant.parse("2026-11-25T00:00:00Z"));

  public static final List<Payment> LIVE =
      List.of(OPENING, OPEN, HANDED_OVER, SUBMITTED, AWAITING_BUYER, AWAITING_MONEY);
  public static final List<Payment> CLOSED = List.of(PAID, FAILED, EXPIRED);

  private PaymentStates() {}

  public static List<Payment> live() {
    return LIVE;
  }

  public static List<Payment> all() {
    return Stream.concat(LIVE.stream(), CLOSED.stream()).toList();
  }
}
