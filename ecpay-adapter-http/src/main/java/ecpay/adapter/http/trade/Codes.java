package ecpay.adapter.http.trade;

import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.PaymentInstructions.Application;
import ecpay.domain.payment.report.PaymentInstructions.Atm;
import ecpay.domain.payment.report.PaymentInstructions.CvsBarcode;
import ecpay.domain.payment.report.PaymentInstructions.CvsCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;

/** What a buyer pays with at a bank or a shop counter (R-PAY-06), or has applied for (R-PAY-07). */
final class Codes {
  private Codes() {}

  /**
   * @param atm what tells of an ATM account; likewise the others. AIO has all of them in one form
   * @throws UnreadableException if a code lacks its deadline
   */
  static Optional<PaymentInstructions> read(Fields atm, Fields cvs, Fields barcode) {
    if (atm.has("vAccount")) {
      return Optional.of(
          new Atm(
              atm.digits("BankCode", 3),
              atm.text("vAccount"),
              WireTime.readDay(atm.text("ExpireDate"))
                  .orElseThrow(() -> new UnreadableException("no day in ATMInfo.ExpireDate"))));
    }
    if (barcode.has("Barcode1")) {
      return Optional.of(
          new CvsBarcode(
              barcode.text("Barcode1"),
              barcode.text("Barcode2"),
              barcode.text("Barcode3"),
              deadline(barcode)));
    }
    if (cvs.has("PaymentNo") && cvs.has("ExpireDate")) {
      return Optional.of(
          new CvsCode(cvs.text("PaymentNo"), deadline(cvs), page(cvs.text("PaymentURL"))));
    }
    return Optional.empty();
  }

  /** A BNPL application is told with the time of its trade and without a deadline (R-PAY-07). */
  static Optional<PaymentInstructions> application(Fields form) {
    return form.has("BNPLTradeNo")
        ? form.time("TradeDate")
            .map(at ->
                new Application(
                    form.message("BNPLTradeNo"),
                    form.message("BNPLInstallment"),
                    at.plus(Application.LIFE)))
        : Optional.empty();
  }

  private static Instant deadline(Fields code) {
    return WireTime.readDeadline(code.text("ExpireDate"))
        .orElseThrow(() -> new UnreadableException("no time in ExpireDate"));
  }

  /** A page for the buyer's browser: nothing but the web. */
  static Optional<URI> page(String url) {
    if (url.isBlank()) {
      return Optional.empty();
    }
    try {
      URI page = new URI(url.strip());
      if (page.getHost() != null
          && ("https".equalsIgnoreCase(page.getScheme())
              || "http".equalsIgnoreCase(page.getScheme()))) {
        return Optional.of(page);
      }
    } catch (URISyntaxException _) {
      throw new UnreadableException("a page that is no web address");
    }
    throw new UnreadableException("a page that is no web address");
  }
}
