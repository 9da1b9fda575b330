package ecpay.domain.invoice.document;

/** How a whole invoice is taxed: ECPay's TaxType (R-INV-16 to R-INV-20). */
public enum TaxType {
  TAXABLE(1),
  ZERO_RATED(2),
  EXEMPT(3),
  SPECIAL_RATE(4),
  MIXED(9);

  private final int code;

  TaxType(int code) {
    this.code = code;
  }

  /** The digit that ECPay uses. */
  public int code() {
    return code;
  }
}
