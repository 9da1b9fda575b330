package ecpay.domain.money;

/** How one line is taxed: ECPay's ItemTaxType (seed 004, D-14). */
public enum TaxKind {
  TAXABLE(1),
  ZERO_RATED(2),
  EXEMPT(3);

  private final int code;

  TaxKind(int code) {
    this.code = code;
  }

  /** The digit that ECPay uses. */
  public int code() {
    return code;
  }
}
