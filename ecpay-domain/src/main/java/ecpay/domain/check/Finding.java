package ecpay.domain.check;

/** What is known about a subject. */
public sealed interface Finding {

  /**
   * It exists.
   *
   * @param name the charity's OrganName or the CompanyName; empty for a barcode or if not told
   */
  record Exists(String name) implements Finding {}

  /** The tax authority says that there is no such thing. */
  record DoesNotExist() implements Finding {}

  /** The books have no entry, which does not prove it wrong: GetCompanyNameByTaxID, RtnCode 7. */
  record NothingKnown() implements Finding {}

  /**
   * The tax authority could not be asked (10000010, 9000001).
   *
   * @param message ECPay's words, for an operator
   */
  record Unavailable(String code, String message) implements Finding {}
}
