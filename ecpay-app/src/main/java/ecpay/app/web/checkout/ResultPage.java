package ecpay.app.web.checkout;

import ecpay.app.reading.Times;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentInstructions;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an attempt to pay stands, by the books alone (R-PAY-08).
 *
 * @param bankPage where 3-D Secure goes on, while it does
 * @param howTo what to do with a code, while an application is examined, or what follows the money;
 *     else none
 * @param codePage ECPay's page that shows a code on a phone, if there is one
 * @param deadline of a code, in Taipei; else empty
 * @param mayPayAgain whether another attempt is offered (U-12)
 */
public record ResultPage(
    Summary summary,
    String paymentId,
    Outcome outcome,
    Optional<String> bankPage,
    Optional<HowTo> howTo,
    List<Step> instructions,
    Optional<String> codePage,
    String deadline,
    boolean mayPayAgain) {
  public ResultPage {
    instructions = List.copyOf(instructions);
  }

  /** What the buyer is told. */
  public enum Outcome {
    PAID,
    CONFIRMING,
    /** ECPay's page was open, and ECPay has told nothing yet. */
    UNHEARD,
    WAITING_FOR_MONEY,
    /** A lender examines whether the buyer may pay later. */
    EXAMINED,
    OPEN,
    NOT_PAID,
    /** Money that was paid with a code in time may still be told. */
    TOO_LATE
  }

  /** What is to be done, or what happens by itself. */
  public record HowTo(String chinese, String english) {}

  /** Something to write down, or to hold under a scanner. */
  public record Step(String label, String english, String value, Optional<Code39> bars) {}

  /**
   * @param left whether the buyer came back from ECPay's page by its link, which says nothing of
   *     the money
   */
  static ResultPage of(Summary summary, Order order, Payment payment, boolean left, Instant now) {
    if (order.isPaid()) {
      return paid(summary, order, payment);
    }
    return switch (payment) {
      case Payment.Open open when open.isUsableAt(now) ->
          plain(summary, payment, Outcome.OPEN, false);
      case Payment.Expired _ -> plain(summary, payment, afterTheEnd(payment), true);
      case Payment.Opening _, Payment.Open _, Payment.Failed _ ->
          plain(summary, payment, Outcome.NOT_PAID, true);
      case Payment.Submitted _, Payment.Paid _ ->
          plain(summary, payment, Outcome.CONFIRMING, false);
      case Payment.HandedOver handed
          when left || now.isAfter(handed.since().plus(Payment.TOKEN_LIFE)) ->
          plain(summary, payment, Outcome.UNHEARD, true);
      case Payment.HandedOver _ -> plain(summary, payment, Outcome.CONFIRMING, false);
      case Payment.AwaitingBuyer waiting ->
          new ResultPage(
              summary,
              payment.id().value(),
              Outcome.CONFIRMING,
              Optional.of(waiting.page()).filter(ResultPage::isWebPage).map(URI::toString),
              Optional.empty(),
              List.of(),
              Optional.empty(),
              "",
              now.isAfter(waiting.since().plus(Payment.TOKEN_LIFE)));
      case Payment.AwaitingMoney waiting -> waiting(summary, waiting);
    };
  }

  private static ResultPage waiting(Summary summary, Payment.AwaitingMoney waiting) {
    PaymentInstructions instructions = waiting.instructions();
    boolean examined = instructions instanceof PaymentInstructions.Application;
    return new ResultPage(
        summary,
        waiting.id().value(),
        examined ? Outcome.EXAMINED : Outcome.WAITING_FOR_MONEY,
        Optional.empty(),
        Optional.of(howTo(instructions)),
        steps(instructions),
        codePage(instructions),
        Times.clock(instructions.deadline()),
        examined); // it may have been refused: ECPay is asked before another attempt begins
  }

  private static ResultPage paid(Summary summary, Order order, Payment payment) {
    return new ResultPage(
        summary,
        payment.id().value(),
        Outcome.PAID,
        Optional.empty(),
        Optional.of(invoice(order.content().timing())),
        List.of(),
        Optional.empty(),
        "",
        false);
  }

  /** Nobody is promised an invoice that waits for the shop. */
  private static HowTo invoice(InvoiceTiming timing) {
    return switch (timing) {
      case InvoiceTiming.OnPayment _, InvoiceTiming.AfterDays _ ->
          new HowTo("電子發票將自動開立並通知您。", "Your e-invoice follows by itself.");
      case InvoiceTiming.OnTrigger _, InvoiceTiming.ByHand _ ->
          new HowTo("電子發票將由商店開立。", "The shop issues your e-invoice.");
    };
  }

  private static ResultPage plain(
      Summary summary, Payment payment, Outcome outcome, boolean mayPayAgain) {
    return new ResultPage(
        summary,
        payment.id().value(),
        outcome,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        "",
        mayPayAgain);
  }

  /** A barcode's money is told up to two days after it was paid (R-PAY-11). */
  private static Outcome afterTheEnd(Payment payment) {
    return payment.attempt().methods().stream().anyMatch(PaymentMethod::isPaidByCode)
        ? Outcome.TOO_LATE
        : Outcome.NOT_PAID;
  }

  private static HowTo howTo(PaymentInstructions instructions) {
    return switch (instructions) {
      case PaymentInstructions.Atm _ ->
          new HowTo(
              "請於期限內以 ATM 或網路銀行轉帳至下列帳號，金額須完全相符。",
              "Transfer exactly this amount to the account below, at an ATM or by online banking.");
      case PaymentInstructions.CvsCode _ ->
          new HowTo(
              "請於期限內至超商的多媒體機台輸入繳費代碼，列印繳費單後到櫃檯繳費。",
              "Enter the code at the kiosk of a convenience store, print the slip and pay it at the"
                  + " counter.");
      case PaymentInstructions.CvsBarcode _ ->
          new HowTo(
              "請於期限內列印本頁，或將手機螢幕亮度調高，到超商櫃檯刷三段條碼繳費。入帳通知約需兩天。",
              "Print this page, or turn up the light of your phone, and have all three barcodes"
                  + " scanned at the counter of a convenience store. We hear of it about two days"
                  + " later.");
      case PaymentInstructions.Application _ ->
          new HowTo(
              "核准後即完成付款，結果將顯示於本頁，請勿重複付款。",
              "Once it is approved your order is paid, and this page says so. Do not pay twice.");
    };
  }

  private static Optional<String> codePage(PaymentInstructions instructions) {
    return switch (instructions) {
      case PaymentInstructions.CvsCode code ->
          code.page().filter(ResultPage::isWebPage).map(URI::toString);
      case PaymentInstructions.Atm _,
          PaymentInstructions.CvsBarcode _,
          PaymentInstructions.Application _ ->
          Optional.empty();
    };
  }

  /** Whether a browser may be sent there. */
  static boolean isWebPage(URI page) {
    return "https".equals(page.getScheme()) || "http".equals(page.getScheme());
  }

  private static List<Step> steps(PaymentInstructions instructions) {
    return switch (instructions) {
      case PaymentInstructions.Atm atm ->
          List.of(
              step("銀行代碼", "Bank code", atm.bankCode()), step("虛擬帳號", "Account", atm.account()));
      case PaymentInstructions.CvsCode code ->
          List.of(step("繳費代碼", "Payment code", code.paymentNo()));
      case PaymentInstructions.CvsBarcode barcode ->
          List.of(
              stripe("條碼一", "Barcode 1", barcode.first()),
              stripe("條碼二", "Barcode 2", barcode.second()),
              stripe("條碼三", "Barcode 3", barcode.third()));
      case PaymentInstructions.Application application ->
          List.of(step("申請編號", "Application number", application.number()));
    };
  }

  private static Step step(String label, String english, String value) {
    return new Step(label, english, value, Optional.empty());
  }

  private static Step stripe(String label, String english, String value) {
    return new Step(label, english, value, Optional.of(Code39.of(value)));
  }
}
