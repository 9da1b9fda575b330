package ecpay.domain.payment;

/** A way to pay that the buyer's form may offer (GetTokenbyTrade, ChoosePaymentList). */
public enum PaymentMethod {
  CARD,
  UNION_PAY,
  ATM,
  CVS_CODE,
  CVS_BARCODE
}
