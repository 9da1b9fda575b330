package ecpay.sandbox.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * An invoice as it stands: a new one takes its place when it is voided or issued anew.
 *
 * @param number two capital letters and eight digits
 * @param issuedAt wall time in Taipei; issuing anew keeps it (R-INV-27)
 * @param randomNumber the four digits printed beside the number
 * @param draft what it says
 * @param upload its way to the tax authority
 * @param voiding when and why it was voided, if it was
 * @param reissued whether it was annulled and issued anew, which happens once
 */
public record IssuedInvoice(
    String merchantId,
    String number,
    LocalDateTime issuedAt,
    String randomNumber,
    InvoiceDraft draft,
    Upload upload,
    Optional<Voiding> voiding,
    boolean reissued) {
  /** The company id of every merchant of this sandbox. */
  public static final String SELLER_IDENTIFIER = "12345675";

  /**
   * The end of an invoice.
   *
   * @param upload the void's own way to the tax authority
   */
  public record Voiding(LocalDateTime at, String reason, Upload upload) {}

  /** A new invoice. */
  static IssuedInvoice issued(
      String merchantId,
      String number,
      LocalDateTime at,
      String randomNumber,
      InvoiceDraft draft,
      Upload upload) {
    return new IssuedInvoice(
        merchantId, number, at, randomNumber, draft, upload, Optional.empty(), false);
  }

  IssuedInvoice voided(Voiding end) {
    return new IssuedInvoice(
        merchantId, number, issuedAt, randomNumber, draft, upload, Optional.of(end), reissued);
  }

  IssuedInvoice anew(InvoiceDraft next, String nextRandomNumber, Upload nextUpload) {
    return new IssuedInvoice(
        merchantId, number, issuedAt, nextRandomNumber, next, nextUpload, voiding, true);
  }

  public boolean isVoid() {
    return voiding.isPresent();
  }

  public String relateNumber() {
    return draft.relateNumber();
  }

  /** Whole TWD, tax included. */
  public long amount() {
    return draft.amount();
  }

  public String taxType() {
    return draft.taxType();
  }

  public Set<String> taxKinds() {
    return draft.taxKinds();
  }

  public boolean vatIncluded() {
    return draft.vatIncluded();
  }

  /** The Items of the Data it was issued from. */
  public JsonNode items() {
    return draft.sent().items();
  }

  /** A field of the Data it was issued from, empty when it was not sent. */
  public String sent(String field) {
    return draft.sent().text(field);
  }
}
