package ecpay.domain.invoice.document;

import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.order.Company;
import ecpay.domain.order.InvoicePreference;
import java.util.Optional;

/**
 * What is to be different about an invoice: who it is for and how it reaches them. Lines and
 * amounts never change; what is empty stays as it is.
 *
 * @param customerName at most 60 characters; a company's invoice bears the company's name
 */
public record Correction(
    Optional<InvoicePreference> delivery,
    Optional<String> customerName,
    Optional<EmailAddress> email,
    Optional<PhoneNumber> phone) {

  /** Nothing is different. */
  public static final Correction NONE =
      new Correction(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * The document as it should be.
   *
   * @throws ecpay.domain.rule.RuleViolationException with everything that would be wrong with it
   */
  public InvoiceDocument applyTo(InvoiceDocument document) {
    InvoicePreference wanted =
        delivery
            .map(changed -> changed.with(document.delivery().zeroRating()))
            .orElse(document.delivery());
    return new InvoiceDocument(
        document.relateNumber(),
        wanted.company().map(Company::name).or(() -> customerName).orElse(document.customerName()),
        email.or(document::email),
        phone.or(document::phone),
        wanted,
        document.taxation(),
        document.items(),
        document.salesAmount());
  }
}
