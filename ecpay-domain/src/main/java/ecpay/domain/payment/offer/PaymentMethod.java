package ecpay.domain.payment.offer;

/**
 * A way to pay that may be offered to a buyer: ChoosePaymentList of GetTokenbyTrade and
 * ChoosePayment of AioCheckOut.
 */
public enum PaymentMethod {
  /** A card, paid at once. */
  CARD(true),
  /** A card, paid in the instalments of the offer (3, 6, 12 ...). */
  INSTALMENTS(true),
  /** Bank SinoPac's 30 flexible instalments. */
  FLEXIBLE_INSTALMENTS(true),
  UNION_PAY(true),
  APPLE_PAY(true),
  ATM(true),
  CVS_CODE(true),
  CVS_BARCODE(true),
  WEB_ATM(false),
  /** Taiwan's common QR code. */
  TWQR(false),
  /** Buy now, pay later; from 3,000 TWD (R-ORD-05). */
  BNPL(false),
  WEIXIN(false),
  DIGITAL_PAYMENT(false);

  private final boolean embedded;

  PaymentMethod(boolean embedded) {
    this.embedded = embedded;
  }

  /** Whether ECPay offers it there; the hosted page has them all. */
  public boolean isOfferedOn(Channel channel) {
    return embedded || channel == Channel.HOSTED;
  }

  /** Whether ECPay's hosted page calls it Credit. */
  boolean isCardForm() {
    return switch (this) {
      case CARD, INSTALMENTS, FLEXIBLE_INSTALMENTS, UNION_PAY -> true;
      case APPLE_PAY, ATM, CVS_CODE, CVS_BARCODE, WEB_ATM, TWQR, BNPL, WEIXIN, DIGITAL_PAYMENT ->
          false;
    };
  }

  /** Whether a card is charged, so that capture and refund are ECPay's DoAction (R-CAP-09). */
  public boolean isCard() {
    return switch (this) {
      case CARD, INSTALMENTS, FLEXIBLE_INSTALMENTS, UNION_PAY, APPLE_PAY -> true;
      case ATM, CVS_CODE, CVS_BARCODE, WEB_ATM, TWQR, BNPL, WEIXIN, DIGITAL_PAYMENT -> false;
    };
  }

  /** Whether ECPay tells of a code, or of an application, before there is money (R-PAY-07). */
  public boolean isToldBefore() {
    return isPaidByCode() || this == BNPL;
  }

  /** Whether the buyer gets a code and pays with it later, up to its deadline (R-PAY-06). */
  public boolean isPaidByCode() {
    return switch (this) {
      case ATM, CVS_CODE, CVS_BARCODE -> true;
      case CARD,
          INSTALMENTS,
          FLEXIBLE_INSTALMENTS,
          UNION_PAY,
          APPLE_PAY,
          WEB_ATM,
          TWQR,
          BNPL,
          WEIXIN,
          DIGITAL_PAYMENT ->
          false;
    };
  }
}
