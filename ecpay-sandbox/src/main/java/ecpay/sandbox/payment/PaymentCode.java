package ecpay.sandbox.payment;

import ecpay.sandbox.ledger.trade.Trade;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;

/**
 * The account, code or barcode a buyer pays by, derived from TradeNo so that it never changes.
 *
 * @param digits the 16 digits of TradeNo
 * @param expiry the last moment to pay, Taipei time
 */
record PaymentCode(String digits, long amount, LocalDateTime expiry) {
  static final String BANK = "812";

  static PaymentCode of(Trade trade) {
    var from = trade.tradeDate().orElseThrow();
    var terms = trade.terms();
    var expiry =
        switch (trade.choice().orElseThrow().method()) {
          case ATM -> endOf(from.toLocalDate().plusDays(terms.codes().atmDays()));
          case CVS -> from.plusMinutes(terms.codes().cvsMinutes());
          case BARCODE -> from.plusDays(terms.codes().barcodeDays());
          case CARD, INSTALMENT, FLEXIBLE, PERIODIC, UNIONPAY, APPLE_PAY ->
              throw new IllegalStateException("cards have no payment code");
        };
    return new PaymentCode(trade.tradeNo(), trade.amount(), expiry);
  }

  /** An ATM account lives until the end of its last day (R-PAY-12). */
  private static LocalDateTime endOf(LocalDate day) {
    return day.atTime(LocalTime.of(23, 59, 59));
  }

  /** Virtual account, 16 digits. */
  String account() {
    return digits;
  }

  /** Store code, 14 characters. */
  String storeCode() {
    return "LLL" + digits.substring(5);
  }

  /** 9 characters, digits only as the seed says (D-35). */
  String barcode1() {
    return digits.substring(0, 6) + "601";
  }

  /** 16 characters. */
  String barcode2() {
    return digits;
  }

  /** 15 characters, ending in the amount. */
  String barcode3() {
    return digits.substring(0, 6) + String.format(Locale.ROOT, "%09d", amount % 1_000_000_000);
  }
}
