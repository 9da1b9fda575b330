package ecpay.acceptance.telling;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.actor.EcpayPage;
import java.net.URI;
import java.util.Map;

/** What happens in more than one story. */
public final class Steps {
  private final Cast cast;

  public Steps(Cast cast) {
    this.cast = cast;
  }

  /** Places the usual order; gives the platform's id of it. */
  public String placeAnOrder(String reference) {
    return cast.shop().placesAnOrder(Orders.tea(reference)).path("id").asText();
  }

  /** Places an order, and pays it by a card without 3-D Secure; gives the platform's id of it. */
  public String placeAndPay(String json) {
    String order = cast.shop().placesAnOrder(json).path("id").asText();
    enterACard(order, Buyer.CARD_WITHOUT_3D);
    cast.shop().awaits(order, "the order is paid", it -> it.path("paid").asBoolean());
    return order;
  }

  /**
   * Places an order whose card, one without 3-D Secure, is charged every month for a year, and
   * waits until the first charge is invoiced; gives the platform's id of it.
   */
  public String subscribe(String reference) {
    String order = placeAnOrder(reference);
    fillIn(
        order,
        "{\"methods\":[\"card\"],\"periodic\":{\"unit\":\"month\",\"times\":12}}",
        """
        "Method":"PERIODIC","CardNumber":"%s","CardExpiry":"12/49","CardCVV":"222"\
        """
            .formatted(Buyer.CARD_WITHOUT_3D));
    awaitTheInvoice(order);
    return order;
  }

  /**
   * Places an order whose card, one with 3-D Secure, is charged every week on ECPay's own page, and
   * waits until the first charge is invoiced; gives the platform's id of it.
   */
  public String subscribeAtEcpay(String reference) {
    String order = placeAnOrder(reference);
    goToEcpay(
            order,
            """
            {"channel":"hosted","methods":["card"],\
            "periodic":{"unit":"day","frequency":7,"times":20}}\
            """)
        .chooses(
            "Credit",
            Map.of("CardNumber", Buyer.GOOD_CARD, "CardExpiry", "12/49", "CardCVV", "222"))
        .confirms()
        .comesBack();
    awaitTheInvoice(order);
    return order;
  }

  /** Waits until the newest invoice of the order is in that state; gives it. */
  public JsonNode invoiceOf(String order, String state) {
    JsonNode seen =
        cast.shop()
            .awaits(
                order,
                "its newest invoice is " + state,
                it -> newest(it.path("invoices")).path("state").asText().equals(state));
    return newest(seen.path("invoices"));
  }

  /** Opens a form and fills in a card; gives the page to which the browser is sent. */
  public URI enterACard(String order, String card) {
    return enterACard(cast.shop().opensAPayment(order), card);
  }

  public URI enterACard(JsonNode payment, String card) {
    URI page = URI.create(payment.path("payUrl").asText());
    String token = cast.buyer().opens(page);
    return cast.buyer().paysByCard(page, token, card);
  }

  /** Waits until the order is paid and its invoice issued and told; gives the order. */
  public JsonNode awaitTheInvoice(String order) {
    return cast.shop()
        .awaits(
            order,
            "the buyer is notified of the invoice",
            it -> it.path("notifications").path(0).path("outcome").asText().equals("sent"));
  }

  /** Waits until so many notices were sent to the buyer of the order. */
  public void awaitNotices(String order, int number) {
    cast.shop()
        .awaits(
            order,
            number + " notices are sent",
            it ->
                it.path("notifications").size() == number
                    && newest(it.path("notifications")).path("outcome").asText().equals("sent"));
  }

  /** Waits until the newest allowance of the order is in that state; gives it. */
  public JsonNode awaitAllowance(String order, String state) {
    JsonNode seen =
        cast.shop()
            .awaits(
                order,
                "the allowance is " + state,
                it -> newest(it.path("allowances")).path("state").asText().equals(state));
    return newest(seen.path("allowances"));
  }

  /** Waits until the newest attempt to pay the order is in that state; gives it. */
  public JsonNode paymentOf(String order, String state) {
    JsonNode seen =
        cast.shop()
            .awaits(
                order,
                "its newest payment is " + state,
                it -> newest(it.path("payments")).path("state").asText().equals(state));
    return newest(seen.path("payments"));
  }

  /**
   * Opens ECPay's form with an offer, and fills it in; gives the page to which the browser is sent.
   *
   * @param offer as JSON
   * @param choice what the buyer chooses, as members of a JSON object
   */
  public URI fillIn(String order, String offer, String choice) {
    JsonNode payment = cast.shop().opensAPayment(order, offer);
    URI page = URI.create(payment.path("payUrl").asText());
    return cast.buyer().pays(page, cast.buyer().opens(page), choice);
  }

  /** Sends the buyer to ECPay's own page with an offer, in JSON. */
  public EcpayPage goToEcpay(String order, String offer) {
    JsonNode payment = cast.shop().opensAPayment(order, offer);
    return cast.buyer().goesToEcpay(URI.create(payment.path("payUrl").asText()));
  }

  private static JsonNode newest(JsonNode list) {
    return list.path(list.size() - 1);
  }
}
