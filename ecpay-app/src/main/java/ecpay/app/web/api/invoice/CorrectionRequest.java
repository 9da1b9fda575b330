package ecpay.app.web.api.invoice;

import ecpay.app.web.json.JsonFields;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.order.InvoicePreference;
import java.util.Optional;

/** What shall be different about an invoice: schema {@code Correction} of the contract. */
final class CorrectionRequest {
  private static final EmailAddress SOME_EMAIL = new EmailAddress("stand.in@example.com");
  private static final PhoneNumber SOME_PHONE = new PhoneNumber("0900000000");

  private CorrectionRequest() {}

  /**
   * @param cards whether cards are offered as carriers (D-21)
   */
  static Correction read(JsonFields request, boolean cards) {
    Optional<InvoicePreference> delivery =
        request.object("invoice").map(invoice -> PreferenceRequest.readWhole(invoice, cards));
    Optional<JsonFields> buyer = request.object("buyer");
    Correction correction =
        new Correction(
            delivery,
            buyer.flatMap(fields -> fields.text("name")),
            buyer.flatMap(fields -> fields.text("email", EmailAddress::new, SOME_EMAIL)),
            buyer.flatMap(fields -> fields.text("phone", PhoneNumber::new, SOME_PHONE)));
    buyer.ifPresent(JsonFields::end);
    return correction;
  }
}
