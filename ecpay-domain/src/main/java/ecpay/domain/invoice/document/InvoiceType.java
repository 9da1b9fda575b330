package ecpay.domain.invoice.document;

/** ECPay's InvType. */
public enum InvoiceType {
  GENERAL("07"),
  SPECIAL("08");

  private final String code;

  InvoiceType(String code) {
    this.code = code;
  }

  /** The two digits that ECPay uses. */
  public String code() {
    return code;
  }

  /** Whether invoices of this type may be taxed like that (R-INV-16). */
  boolean allows(TaxType tax) {
    return switch (tax) {
      case TAXABLE, ZERO_RATED, MIXED -> this == GENERAL;
      case EXEMPT -> true;
      case SPECIAL_RATE -> this == SPECIAL;
    };
  }
}
