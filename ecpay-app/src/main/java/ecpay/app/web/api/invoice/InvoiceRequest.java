package ecpay.app.web.api.invoice;

import ecpay.app.web.json.JsonFields;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.document.InvoiceOfOrder.OrderedPart;
import ecpay.domain.invoice.usecase.RequestInvoice;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming;
import java.util.List;
import java.util.Optional;

/** What {@code POST /orders/{id}/invoices} asks for. */
final class InvoiceRequest {
  private static final InvoiceReference SOME_REFERENCE = new InvoiceReference("stand-in");

  private InvoiceRequest() {}

  /**
   * @param cards whether cards are offered as carriers (D-21)
   */
  static RequestInvoice.Request read(JsonFields request, boolean cards) {
    InvoiceReference reference =
        request.requiredText("reference", InvoiceReference::new, SOME_REFERENCE);
    List<OrderedPart> lines = request.objects("lines").stream().map(InvoiceRequest::part).toList();
    if (request.has("lines") && lines.isEmpty()) {
      request.refuse("lines", "name at least one line, or leave it out for all that is left");
    }
    Optional<InvoicePreference> delivery =
        request.object("invoice").map(invoice -> PreferenceRequest.readWhole(invoice, cards));
    Optional<InvoiceTiming.Delayed> delay = request.object("delay").flatMap(Timing::readDelay);
    return new RequestInvoice.Request(reference, lines, delivery, delay);
  }

  private static OrderedPart part(JsonFields part) {
    int line = part.requiredWhole("line", given -> Math.clamp(given, -1, 1000), 1);
    Optional<Quantity> quantity = part.decimal("quantity", Quantity::new, Quantity.of(1));
    Optional<Money> amount = part.whole("amount", Money::new, Money.of(1));
    part.end();
    return new OrderedPart(line, quantity, amount);
  }
}
