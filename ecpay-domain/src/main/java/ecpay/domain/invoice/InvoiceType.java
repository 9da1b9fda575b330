package ecpay.domain.invoice;

import java.util.Set;

/** ECPay's InvType, and the tax types that it allows (R-INV-16). */
public enum InvoiceType {
  GENERAL("07", Set.of(TaxType.TAXABLE, TaxType.ZERO_RATED, TaxType.EXEMPT, TaxType.MIXED)),
  SPECIAL("08", Set.of(TaxType.EXEMPT, TaxType.SPECIAL_RATE));

  private final String code;
  private final Set<TaxType> allowed;

  InvoiceType(String code, Set<TaxType> allowed) {
    this.code = code;
    this.allowed = allowed;
  }

  /** The two digits that ECPay uses. */
  public String code() {
    return code;
  }

  boolean allows(TaxType tax) {
    return allowed.contains(tax);
  }
}
