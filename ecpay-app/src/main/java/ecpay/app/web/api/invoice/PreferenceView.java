package ecpay.app.web.api.invoice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Words;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;

/**
 * How an invoice reaches its buyer, in the words of {@link PreferenceRequest}; a card's inner
 * number is never shown again.
 */
final class PreferenceView {
  private PreferenceView() {}

  static ObjectNode of(InvoicePreference preference) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    carrier(view, preference.carrier());
    preference
        .company()
        .ifPresent(company ->
            view.putObject("company")
                .put("number", company.number().value())
                .put("name", company.name()));
    preference.printAddress().ifPresent(address -> view.putObject("print").put("address", address));
    preference.donation().ifPresent(charity -> view.put("donate", charity.value()));
    preference
        .zeroRating()
        .ifPresent(rating ->
            view.putObject("zeroRating")
                .put("throughCustoms", rating.throughCustoms())
                .put("reason", rating.reason()));
    return view;
  }

  private static void carrier(ObjectNode view, Carrier carrier) {
    switch (carrier) {
      case Carrier.None() -> view.put("carrier", "none");
      case Carrier.Ecpay() -> view.put("carrier", "ecpay");
      case Carrier.CitizenCertificate(String number) ->
          view.put("carrier", "citizen_certificate").put("carrierNumber", number);
      case Carrier.MobileBarcode(String code) ->
          view.put("carrier", "mobile_barcode").put("carrierNumber", code);
      case Carrier.PhysicalCard card ->
          view.put("carrier", "card_" + Words.of(card.kind()))
              .put("visibleNumber", card.visibleId());
    }
  }
}
