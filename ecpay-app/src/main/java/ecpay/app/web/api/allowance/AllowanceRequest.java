package ecpay.app.web.api.allowance;

import ecpay.app.web.json.JsonFields;
import ecpay.domain.allowance.AllowanceReference;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.usecase.RequestAllowance;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.merchant.CallbackUrl;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What {@code POST /orders/{id}/allowances} asks for. */
public final class AllowanceRequest {
  private static final AllowanceReference SOME_REFERENCE = new AllowanceReference("stand-in");

  private AllowanceRequest() {}

  /**
   * @param buyersEmail where an online request goes unless it says otherwise
   * @param consentReturn where ECPay reports the consent
   * @param now nothing was signed later
   */
  static RequestAllowance.Request read(
      JsonFields request,
      Optional<EmailAddress> buyersEmail,
      CallbackUrl consentReturn,
      Instant now) {
    AllowanceReference reference =
        request.requiredText("reference", AllowanceReference::new, SOME_REFERENCE);
    Optional<InvoiceId> invoice = request.text("invoice", InvoiceId::new, new InvoiceId("STANDIN"));
    Consent consent =
        ConsentRequest.read(request, buyersEmail, consentReturn, now)
            .orElse(ConsentRequest.SOME_CONSENT);
    if (!request.has("consent")) {
      request.refuse("consent", "is required");
    }
    Optional<String> customerName = request.text("customerName");
    if (!request.has("lines")) {
      request.refuse("lines", "is required");
    }
    List<ReturnedLine> lines =
        request.objects("lines").stream().map(AllowanceRequest::line).toList();
    request.has("signature");
    return new RequestAllowance.Request(reference, invoice, consent, customerName, lines);
  }

  /** What goes back of one line. */
  public static ReturnedLine line(JsonFields line) {
    int sequence = line.requiredWhole("line", given -> Math.clamp(given, -1, 1000), 1);
    Optional<Quantity> quantity = line.decimal("quantity", Quantity::new, Quantity.of(1));
    Optional<Money> amount = line.whole("amount", Money::new, Money.of(1));
    line.end();
    return new ReturnedLine(sequence, quantity, amount);
  }
}
