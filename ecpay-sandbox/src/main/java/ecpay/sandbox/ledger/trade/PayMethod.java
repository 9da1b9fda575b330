package ecpay.sandbox.ledger.trade;

import java.util.Optional;

/** The ways to pay that the embedded form offers, with ECPay's number in ChoosePaymentList. */
public enum PayMethod {
  CARD("1", "Credit"),
  ATM("3", "ATM_TAISHIN"),
  CVS("4", "CVS_CVS"),
  BARCODE("5", "BARCODE_BARCODE"),
  UNIONPAY("6", "UnionPay");

  private final String number;
  private final String paymentType;

  PayMethod(String number, String paymentType) {
    this.number = number;
    this.paymentType = paymentType;
  }

  public String number() {
    return number;
  }

  /** Whether a bank authorizes it. */
  public boolean isCard() {
    return this == CARD || this == UNIONPAY;
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
