package ecpay.acceptance.story.wayback;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.actor.Cashier;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Incidents;
import ecpay.acceptance.telling.MoneyFacts;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Timeline;
import ecpay.acceptance.telling.Wire;
import java.net.URI;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What no card paid goes back by hand: an ATM order is a task until a person says that it was paid
 * back (R-CAP-09); a UnionPay card, captured at once, is refunded (R-CAP-11); and an order that is
 * paid twice keeps its invoice while the second payment goes back (R-ORD-03).
 */
public final class OtherWaysGoBack implements Story {
  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public OtherWaysGoBack(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.BROWSER);
  }

  @Override
  public List<Fact> play() {
    cast.timePassesUntil(cast.today().plusDays(1), LocalTime.of(9, 30));
    List<Fact> facts = new ArrayList<>();
    facts.addAll(byAtm());
    facts.addAll(byUnionPay());
    facts.addAll(twice());
    return facts;
  }

  private List<Fact> byAtm() {
    Cashier cashier = cast.cashier();
    Wire wire = new Wire(cast);
    String order = placed("-atm");
    JsonNode payment = choose(order, "atm", "ATM");
    cast.ecpay().isPaid(payment.path("tradeNo").asText());
    new Steps(cast).awaitTheInvoice(order);
    String refund = cashier.givesAllBack(order, "r1").path("id").asText();
    String asked = cashier.awaits(refund, "by_hand").path("state").asText();
    boolean task = cashier.tasks().toString().contains(refund);
    cashier.hasPaid(refund, "TX-2027-0001");
    JsonNode done = cashier.hasPaid(refund, "TX-2027-0001");
    return List.of(
        Fact.that("a person is asked", "by_hand", asked),
        Fact.that("it is a task", true, task),
        Fact.that("then it is done", "done", cashier.awaits(refund, "done").path("state").asText()),
        Fact.that("in these steps", "void_invoice pay_by_hand", MoneyFacts.steps(done)),
        Fact.that("who paid is kept", true, done.toString().contains("TX-2027-0001")),
        Fact.that("it is no task any more", false, cashier.tasks().toString().contains(refund)),
        Fact.that(
            "ECPay was not asked to act",
            0,
            wire.count("DoAction", payment.path("tradeNo").asText())),
        new Timeline(cast, order).told("PaidBackByHand", 1),
        Fact.that("a person was told", "PAY_BY_HAND", new Incidents(cast, order).kinds()));
  }

  private List<Fact> byUnionPay() {
    String order = placed("-union");
    JsonNode payment = cast.shop().opensAPayment(order, "{\"methods\":[\"union_pay\"]}");
    cast.buyer().confirmsAtTheBank(sentTo(payment, "UNIONPAY"));
    cast.shop().awaits(order, "the order is paid", it -> it.path("paid").asBoolean());
    new Steps(cast).awaitTheInvoice(order);
    JsonNode refund = cast.cashier().givesAllBackToTheEnd(order, "r1");
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.that("captured at once", "void_invoice refund_card", MoneyFacts.steps(refund)));
    facts.add(Fact.that("UnionPay is refunded", "done", refund.path("state").asText()));
    facts.addAll(new MoneyFacts(cast, order).left(0));
    return facts;
  }

  private List<Fact> twice() {
    Cashier cashier = cast.cashier();
    String order = placed("-twice");
    JsonNode code = choose(order, "atm", "ATM");
    String beside = "{\"methods\":[\"card\"],\"beside\":\"" + code.path("id").asText() + "\"}";
    new Steps(cast).enterACard(cast.shop().opensAPayment(order, beside), Buyer.CARD_WITHOUT_3D);
    cast.shop().awaits(order, "the order is paid", it -> it.path("paid").asBoolean());
    new Steps(cast).awaitTheInvoice(order);
    cast.ecpay().isPaid(code.path("tradeNo").asText());
    cast.shop()
        .awaits(
            order,
            "the second payment is told",
            it -> it.path("incidents").toString().contains("SECOND_PAYMENT"));
    String refund =
        cashier
            .givesPaymentBack(
                code.path("id").asText(), "{\"reference\":\"second\",\"everything\":true}")
            .path("id")
            .asText();
    cashier.awaits(refund, "by_hand");
    cashier.hasPaid(refund, "TX-2027-0002");
    JsonNode done = cashier.awaits(refund, "done");
    return List.of(
        Fact.that("the second payment goes back", "done", done.path("state").asText()),
        Fact.that("without documents", "pay_by_hand", MoneyFacts.steps(done)),
        Fact.that(
            "the invoice stays",
            "issued",
            cast.shop().order(order).path("invoices").path(0).path("state").asText()));
  }

  private String placed(String suffix) {
    return cast.shop().placesAnOrder(Orders.tea(reference + suffix)).path("id").asText();
  }

  private JsonNode choose(String order, String method, String choice) {
    JsonNode payment = cast.shop().opensAPayment(order, "{\"methods\":[\"" + method + "\"]}");
    sentTo(payment, choice);
    return payment;
  }

  private URI sentTo(JsonNode payment, String choice) {
    URI page = URI.create(payment.path("payUrl").asText());
    return cast.buyer().pays(page, cast.buyer().opens(page), "\"Method\":\"" + choice + "\"");
  }
}
