package ecpay.app.web.checkout;

import ecpay.app.reading.Times;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.report.PaymentInstructions;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an attempt to pay stands, by the books alone (R-PAY-08).
 *
 * @param bankPage where 3-D Secure goes on, while it does
 * @param deadline of a code; else empty
 * @param mayPayAgain whether another attempt is offered (U-12)
 */
public record ResultPage(
    Summary summary,
    String paymentId,
    Outcome outcome,
    Optional<String> bankPage,
    List<Step> instructions,
    String deadline,
    boolean mayPayAgain) {
  public ResultPage {
    instructions = List.copyOf(instructions);
  }

  /** What the buyer is told. */
  public enum Outcome {
    PAID,
    CONFIRMING,
    WAITING_FOR_MONEY,
    OPEN,
    NOT_PAID
  }

  /** Something to write down, or to hold under a scanner. */
  public record Step(String label, String value, Optional<Code39> bars) {}

  /**
   * @param left whether the buyer came back from ECPay's page by its link, which says nothing of
   *     the money
   */
  static ResultPage of(Summary summary, Order order, Payment payment, boolean left, Instant now) {
    if (order.isPaid()) {
      return plain(summary, payment, Outcome.PAID, false);
    }
    return switch (payment) {
      case Payment.Open open when open.isUsableAt(now) ->
          plain(summary, payment, Outcome.OPEN, false);
      case Payment.Opening _, Payment.Open _, Payment.Failed _, Payment.Expired _ ->
          plain(summary, payment, Outcome.NOT_PAID, true);
      case Payment.Submitted _, Payment.Paid _ ->
          plain(summary, payment, Outcome.CONFIRMING, false);
      case Payment.HandedOver handed ->
          plain(
              summary,
              payment,
              Outcome.CONFIRMING,
              left || now.isAfter(handed.since().plus(Payment.TOKEN_LIFE)));
      case Payment.AwaitingBuyer waiting ->
          new ResultPage(
              summary,
              payment.id().value(),
              Outcome.CONFIRMING,
              Optional.of(waiting.page()).filter(ResultPage::isWebPage).map(URI::toString),
              List.of(),
              "",
              now.isAfter(waiting.since().plus(Payment.TOKEN_LIFE)));
      case Payment.AwaitingMoney waiting ->
          new ResultPage(
              summary,
              payment.id().value(),
              Outcome.WAITING_FOR_MONEY,
              Optional.empty(),
              steps(waiting.instructions()),
              Times.clock(waiting.instructions().deadline()),
              false);
    };
  }

  private static ResultPage plain(
      Summary summary, Payment payment, Outcome outcome, boolean mayPayAgain) {
    return new ResultPage(
        summary, payment.id().value(), outcome, Optional.empty(), List.of(), "", mayPayAgain);
  }

  /** Whether a browser may be sent there. */
  static boolean isWebPage(URI page) {
    return "https".equals(page.getScheme()) || "http".equals(page.getScheme());
  }

  private static List<Step> steps(PaymentInstructions instructions) {
    return switch (instructions) {
      case PaymentInstructions.Atm atm ->
          List.of(step("銀行代碼 Bank code", atm.bankCode()), step("虛擬帳號 Account", atm.account()));
      case PaymentInstructions.CvsCode code ->
          List.of(step("超商繳費代碼 Payment code", code.paymentNo()));
      case PaymentInstructions.CvsBarcode barcode ->
          List.of(
              stripe("條碼一 Barcode 1", barcode.first()),
              stripe("條碼二 Barcode 2", barcode.second()),
              stripe("條碼三 Barcode 3", barcode.third()));
    };
  }

  private static Step step(String label, String value) {
    return new Step(label, value, Optional.empty());
  }

  private static Step stripe(String label, String value) {
    return new Step(label, value, Optional.of(Code39.of(value)));
  }
}
