package ecpay.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.actor.StoryFailure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole life of an order: placed, paid by card, invoiced, notified, partly taken back with the
 * buyer's consent; and a second one whose Issue answer is lost.
 */
public final class FirstLight implements Story {
  private final Cast cast;
  private final String reference;
  private String order = "";
  private String secondOrder = "";

  /**
   * @param reference the shop's number of the first order; the second one gets {@code -2} behind it
   */
  public FirstLight(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public Optional<String> whyNotOnStage() {
    return Optional.of(
        "ECPay's card form needs its own script in a browser, stage sends no consent mail, and"
            + " ECPay cannot be told to lose an answer");
  }

  @Override
  public List<Fact> play() {
    placeAnOrder();
    JsonNode payment = openAPayment(order, "2. A payment form is opened");
    payByCard(payment, "3. The buyer pays by card, through 3-D Secure");
    receiveTheInvoice();
    takeOneLineBack();
    loseAnAnswer();
    return facts();
  }

  /** The platform's id of the first order. */
  public String order() {
    return order;
  }

  /** The platform's id of the order whose Issue answer was lost. */
  public String secondOrder() {
    return secondOrder;
  }

  private void placeAnOrder() {
    cast.narrator().chapter("1. An order of three lines is placed");
    order = cast.shop().placesAnOrder(Orders.tea(reference)).path("id").asText();
    cast.shop().placesAnOrder(Orders.tea(reference));
    says("The shop sent it twice, as shops do: it is one order, " + order + ".");
  }

  private JsonNode openAPayment(String of, String chapter) {
    cast.narrator().chapter(chapter);
    JsonNode payment = cast.shop().opensAPayment(of);
    cast.tellTheWire();
    return payment;
  }

  private void payByCard(JsonNode payment, String chapter) {
    cast.narrator().chapter(chapter);
    cast.ecpay().reportsEachFact(2);
    URI page = URI.create(payment.path("payUrl").asText());
    String token = cast.buyer().opens(page);
    URI bank = cast.buyer().paysByCard(page, token, Buyer.GOOD_CARD);
    cast.buyer().confirmsAtTheBank(bank);
    says("ECPay reports the payment twice; the browser came back by OrderResultURL.");
    cast.tellTheWire();
  }

  private void receiveTheInvoice() {
    cast.narrator().chapter("4. The order is paid, once; invoice and notice follow by themselves");
    JsonNode done =
        cast.shop()
            .awaits(
                order,
                "the buyer is notified of the invoice",
                it -> it.path("notifications").path(0).path("outcome").asText().equals("sent"));
    cast.tellTheWire();
    says("The order is paid; invoice " + done.path("invoice").path("number").asText() + ".");
  }

  private void takeOneLineBack() {
    cast.narrator().chapter("5. One cup goes back: an allowance, with the buyer's consent");
    JsonNode allowance = cast.shop().takesBack(order, "return-1", 2, 1);
    cast.tellTheWire();
    says("It is " + allowance.path("state").asText() + "; ECPay has mailed the link.");
    JsonNode mail =
        cast.ecpay().mails().stream()
            .filter(it -> it.path("link").asText().contains("/sandbox/consent/"))
            .reduce((earlier, later) -> later)
            .orElseThrow(() -> new StoryFailure("no mail asks for consent", null));
    cast.buyer().agreesTo(URI.create(mail.path("link").asText()));
    cast.shop()
        .awaits(
            order,
            "the allowance is issued",
            it -> it.path("allowances").path(0).path("state").asText().equals("issued"));
    cast.tellTheWire();
    says("The buyer has clicked; the allowance is issued.");
  }

  private void loseAnAnswer() {
    cast.narrator().chapter("6. A second order; ECPay's answer to Issue gets lost");
    secondOrder = cast.shop().placesAnOrder(Orders.tea(reference + "-2")).path("id").asText();
    JsonNode payment = openAPayment(secondOrder, "   The buyer pays it as before");
    cast.ecpay().losesItsNextAnswerTo("Issue");
    payByCard(payment, "   ... and ECPay issues the invoice, but its answer never arrives");
    cast.shop()
        .awaits(
            secondOrder,
            "the lost invoice is found",
            it -> it.path("notifications").path(0).path("outcome").asText().equals("sent"));
    cast.tellTheWire();
    says("The platform asked by RelateNumber and found it: nothing was doubled.");
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    FinalFacts first = new FinalFacts(cast, order);
    facts.addAll(first.ofAPaidAndInvoicedOrder());
    facts.addAll(first.ofAnAllowanceOf(240));
    FinalFacts second = new FinalFacts(cast, secondOrder);
    facts.addAll(second.ofAPaidAndInvoicedOrder());
    facts.addAll(second.ofALostAndFoundInvoice());
    return List.copyOf(facts);
  }

  private void says(String sentence) {
    cast.narrator().says(sentence);
  }
}
