package ecpay.sandbox.ledger.trade;

import java.util.Optional;

/** The ways to pay that the embedded form offers, with ECPay's number in ChoosePaymentList. */
public enum PayMethod {
  CARD("1", "Credit"),
  INSTALMENT("2", "Credit"),
  /** Bank SinoPac's flexible instalments, 30 of them. */
  FLEXIBLE("8", "Flexible_Installment"),
  /** The first charge of a contract: PaymentUIType 0, in no list. */
  PERIODIC("", "Credit"),
  ATM("3", "ATM_TAISHIN"),
  CVS("4", "CVS_CVS"),
  BARCODE("5", "BARCODE_BARCODE"),
  UNIONPAY("6", "UnionPay"),
  APPLE_PAY("7", "ApplePay");

  private final String number;
  private final String paymentType;

  PayMethod(String number, String paymentType) {
    this.number = number;
    this.paymentType = paymentType;
  }

  /** ECPay's number, empty when it is in no list. */
  public String number() {
    return number;
  }

  /** Whether the form asks for a card. */
  public boolean asksForCard() {
    return switch (this) {
      case CARD, INSTALMENT, FLEXIBLE, PERIODIC -> true;
      case ATM, CVS, BARCODE, UNIONPAY, APPLE_PAY -> false;
    };
  }

  /** Whether it is paid later, by an account, a code or a barcode. */
  public boolean isCode() {
    return switch (this) {
      case ATM, CVS, BARCODE -> true;
      case CARD, INSTALMENT, FLEXIBLE, PERIODIC, UNIONPAY, APPLE_PAY -> false;
    };
  }

  /** PaymentType in answers and notices (D-36). */
  public String paymentType() {
    return paymentType;
  }

  /** The method of this name, as the embedded form sends it. */
  public static Optional<PayMethod> named(String name) {
    for (var method : values()) {
      if (method.name().equals(name)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
