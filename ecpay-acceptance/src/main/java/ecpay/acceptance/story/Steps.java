package ecpay.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** What happens in more than one story. */
final class Steps {
  private final Cast cast;

  Steps(Cast cast) {
    this.cast = cast;
  }

  /** Places the usual order; gives the platform's id of it. */
  String placeAnOrder(String reference) {
    return cast.shop().placesAnOrder(Orders.tea(reference)).path("id").asText();
  }

  /** Opens a form and fills in a card; gives the page to which the browser is sent. */
  URI enterACard(String order, String card) {
    return enterACard(cast.shop().opensAPayment(order), card);
  }

  URI enterACard(JsonNode payment, String card) {
    URI page = URI.create(payment.path("payUrl").asText());
    String token = cast.buyer().opens(page);
    return cast.buyer().paysByCard(page, token, card);
  }

  /** Waits until the order is paid and its invoice issued and told; gives the order. */
  JsonNode awaitTheInvoice(String order) {
    return cast.shop()
        .awaits(
            order,
            "the buyer is notified of the invoice",
            it -> it.path("notifications").path(0).path("outcome").asText().equals("sent"));
  }

  /** Waits until the newest allowance of the order is in that state. */
  void awaitAllowance(String order, String state) {
    cast.shop()
        .awaits(
            order,
            "the allowance is " + state,
            it -> {
              JsonNode allowances = it.path("allowances");
              return allowances.path(allowances.size() - 1).path("state").asText().equals(state);
            });
  }
}
