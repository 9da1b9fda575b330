package ecpay.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.FinalFacts;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole life of an order: placed, paid by card, invoiced, notified, partly taken back with the
 * buyer's consent; and a second one whose Issue answer is lost.
 */
public final class FirstLight implements Story {
  private final Cast cast;
  private final Steps steps;
  private final String reference;
  private String order = "";
  private String secondOrder = "";

  /**
   * @param reference the shop's number of the first order; the second one gets {@code -2} behind it
   */
  public FirstLight(Cast cast, String reference) {
    this.cast = cast;
    this.steps = new Steps(cast);
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.BROWSER, StageLimit.CONSENT_MAIL, StageLimit.LOST_ANSWERS);
  }

  @Override
  public List<Fact> play() {
    placeAnOrder();
    payByCard();
    receiveTheInvoice();
    takeOneLineBack();
    loseAnAnswer();
    return facts();
  }

  /** The platform's id of the first order. */
  public String order() {
    return order;
  }

  private void placeAnOrder() {
    chapter("1. An order of three lines is placed");
    order = steps.placeAnOrder(reference);
    steps.placeAnOrder(reference);
    says("The shop sent it twice, as shops do: it is one order, " + order + ".");
  }

  private void payByCard() {
    chapter("2. A payment form is opened");
    JsonNode payment = cast.shop().opensAPayment(order);
    cast.tellTheWire();
    chapter("3. The buyer pays by card, through 3-D Secure; ECPay reports it twice");
    cast.ecpay().reportsEachFact(2);
    URI bank = steps.enterACard(payment, Buyer.GOOD_CARD);
    // The browser brings the result back first (CB-02), which changes nothing.
    cast.buyer().confirmsAtTheBank(bank);
    cast.tellTheWire();
    says("The browser came back by OrderResultURL, which proves nothing.");
  }

  private void receiveTheInvoice() {
    chapter("4. The order is paid, once; invoice and notice follow by themselves");
    JsonNode done = steps.awaitTheInvoice(order);
    cast.tellTheWire();
    says(
        "Invoice "
            + done.path("invoices").path(0).path("number").asText()
            + " is issued and told.");
  }

  private void takeOneLineBack() {
    chapter("5. One cup goes back: an allowance, with the buyer's consent");
    JsonNode allowance = cast.shop().takesBack(order, "return-1", 2, 1);
    cast.tellTheWire();
    says("It is " + allowance.path("state").asText() + "; ECPay has mailed the link.");
    cast.buyer().agreesTo(cast.ecpay().newestConsentLink());
    steps.awaitAllowance(order, "issued");
    cast.tellTheWire();
    says("The buyer has clicked; the allowance is issued.");
  }

  private void loseAnAnswer() {
    chapter("6. A second order is paid; ECPay issues its invoice, but the answer gets lost");
    secondOrder = steps.placeAnOrder(reference + "-2");
    cast.ecpay().losesItsNextAnswerTo("Issue");
    cast.buyer().confirmsAtTheBank(steps.enterACard(secondOrder, Buyer.GOOD_CARD));
    steps.awaitTheInvoice(secondOrder);
    cast.tellTheWire();
    says("The platform asked by RelateNumber and found it: nothing was doubled.");
  }

  private List<Fact> facts() {
    FinalFacts first = new FinalFacts(cast, order);
    FinalFacts second = new FinalFacts(cast, secondOrder);
    List<Fact> facts = new ArrayList<>();
    facts.addAll(first.ofAPaidAndInvoicedOrder());
    facts.addAll(first.ofOneAllowance(240));
    facts.addAll(first.withoutIncident());
    facts.addAll(second.ofAPaidAndInvoicedOrder());
    facts.addAll(second.told("InvoiceOutcomeUnknown", "InvoiceRequested"));
    facts.addAll(second.withoutIncident());
    return List.copyOf(facts);
  }

  private void chapter(String title) {
    cast.narrator().chapter(title);
  }

  private void says(String sentence) {
    cast.narrator().says(sentence);
  }
}
