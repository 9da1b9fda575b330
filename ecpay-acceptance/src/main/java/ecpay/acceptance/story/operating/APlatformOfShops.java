package ecpay.acceptance.story.operating;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Refusal;
import ecpay.acceptance.actor.StoryFailure;
import ecpay.acceptance.telling.Caller;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.EcpayBooks;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.FinalFacts;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A platform's two shops sell under the same order number: paid, invoiced, and one line taken back,
 * with the platform's keys (R-TRN-09). A third shop is not bound, and is told so. An ordinary
 * merchant beside them calls as itself (R-TRN-10). Nobody sees another's books.
 */
public final class APlatformOfShops implements Story {
  private static final String REFERENCE = "mall-1";

  private final Cast tea;
  private final Cast books;
  private final Cast unbound;
  private final Cast ordinary;
  private final List<Fact> facts = new ArrayList<>();

  /**
   * @param tea a shop that is bound
   * @param books another
   * @param unbound a shop of the platform that ECPay has not bound to it
   * @param ordinary a merchant with contracts of its own
   */
  public APlatformOfShops(Cast tea, Cast books, Cast unbound, Cast ordinary) {
    this.tea = tea;
    this.books = books;
    this.unbound = unbound;
    this.ordinary = ordinary;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.PLATFORM);
  }

  @Override
  public List<Fact> play() {
    String teaOrder = sellsAndTakesBack(tea);
    String booksOrder = sellsAndTakesBack(books);
    String ordinaryOrder = sells(ordinary);
    nobodySeesAnothersBooks(teaOrder, booksOrder);
    eachIsTheMerchantOfItsOwn(tea, teaOrder, "3002607", "2000201");
    eachIsTheMerchantOfItsOwn(books, booksOrder, "3002608", "2000202");
    eachIsTheMerchantOfItsOwn(ordinary, ordinaryOrder, "3085779", "2000204");
    paysOnEcpaysPage(tea, "3002607");
    paysOnEcpaysPage(ordinary, "3085779");
    callsThroughThePlatform();
    theUnboundShopIsToldSo();
    return List.copyOf(facts);
  }

  private String sells(Cast shop) {
    Steps steps = new Steps(shop);
    String order = steps.placeAndPay(Orders.tea(REFERENCE));
    steps.awaitTheInvoice(order);
    FinalFacts all = new FinalFacts(shop, order);
    facts.addAll(all.ofAPaidAndInvoicedOrder());
    facts.addAll(all.withoutIncident());
    return order;
  }

  private String sellsAndTakesBack(Cast shop) {
    String order = sells(shop);
    shop.shop().takesBack(order, "return-1", 2, 1);
    new Steps(shop).awaitAllowance(order, "awaiting_consent");
    shop.buyer().agreesTo(shop.ecpay().newestConsentLink());
    new Steps(shop).awaitAllowance(order, "issued");
    facts.addAll(new FinalFacts(shop, order).ofOneAllowance(240));
    facts.addAll(new FinalFacts(shop, order).withoutIncident());
    return order;
  }

  private void nobodySeesAnothersBooks(String teaOrder, String booksOrder) {
    facts.add(
        Fact.that(
            "one shop cannot see the other's order",
            "404",
            Refusal.of(() -> books.shop().order(teaOrder))));
    facts.add(
        Fact.that(
            "nor the ordinary merchant's key",
            "404",
            Refusal.of(() -> ordinary.shop().order(booksOrder))));
    facts.add(
        Fact.that(
            "nor may it pay for it",
            "404",
            Refusal.of(() -> books.shop().opensAPayment(teaOrder))));
    facts.add(Fact.that("the same number is two orders", false, teaOrder.equals(booksOrder)));
  }

  /** As ECPay's own books have it. */
  private void eachIsTheMerchantOfItsOwn(
      Cast shop, String order, String payments, String invoices) {
    JsonNode seen = shop.shop().order(order);
    EcpayBooks ecpay = new EcpayBooks(shop);
    String invoice = seen.path("invoices").path(0).path("number").asText();
    facts.add(
        Fact.that(
            "the money of " + order + " is the shop's",
            payments,
            ecpay
                .trade(seen.path("payments").path(0).path("tradeNo").asText())
                .path("merchantId")
                .asText()));
    facts.add(
        Fact.that(
            "the invoice of " + order + " is the shop's",
            invoices,
            ecpay.invoice(invoice).path("merchantId").asText()));
    ecpay
        .allowances(invoice)
        .forEach(allowance ->
            facts.add(
                Fact.that(
                    "the allowance of " + order + " is the shop's",
                    invoices,
                    allowance.path("merchantId").asText())));
  }

  private void paysOnEcpaysPage(Cast shop, String merchant) {
    Steps steps = new Steps(shop);
    String order = steps.placeAnOrder(REFERENCE + "-hosted");
    steps
        .goToEcpay(order, "{\"channel\":\"hosted\",\"methods\":[\"twqr\"]}")
        .chooses("TWQR", Map.of())
        .confirms();
    String tradeNo = steps.paymentOf(order, "paid").path("tradeNo").asText();
    facts.add(
        Fact.that(
            "the money that was paid on ECPay's page is the shop's",
            merchant,
            new EcpayBooks(shop).trade(tradeNo).path("merchantId").asText()));
    facts.add(new Timeline(shop, order).withoutIncident());
  }

  /** What went over the wire, by the four places that name who calls for whom. */
  private void callsThroughThePlatform() {
    Set<String> callers =
        tea.ecpay().wireAfter(0).stream()
            .filter(exchange -> exchange.path("direction").asText().equals("IN"))
            .map(Caller::of)
            .collect(Collectors.toSet());
    for (String call :
        List.of(
            "MerchantID 3003008 around PlatformID 3003008 MerchantID 3002607",
            "MerchantID 3003008 around PlatformID 3003008 MerchantID 3002608",
            "PlatformID 2000999 MerchantID 2000201 around MerchantID 2000201",
            "PlatformID 2000999 MerchantID 2000202 around MerchantID 2000202",
            "around PlatformID 3003008 MerchantID 3002607",
            "around MerchantID 3085779",
            "MerchantID 3085779 around MerchantID 3085779",
            "MerchantID 2000204 around MerchantID 2000204")) {
      facts.add(Fact.that("somebody called with " + call, true, callers.contains(call)));
    }
    facts.add(
        Fact.that(
            "an ordinary merchant called in no other way",
            3L,
            callers.stream()
                .filter(call -> call.contains("3085779") || call.contains("2000204"))
                .count()));
  }

  private void theUnboundShopIsToldSo() {
    String order = new Steps(unbound).placeAnOrder(REFERENCE);
    String refusal = "";
    try {
      unbound.shop().opensAPayment(order);
    } catch (StoryFailure refused) {
      refusal = String.valueOf(refused.getMessage());
    }
    String failure =
        unbound.shop().order(order).path("payments").path(0).path("failure").toString();
    facts.add(
        Fact.that(
            "who asks is told that the shop may not be bound: " + refusal,
            true,
            refusal.contains("bound to platform 3003008")));
    facts.add(
        Fact.that(
            "so is who looks at the payment: " + failure,
            true,
            failure.contains("bound to platform 3003008") && failure.contains("R-TRN-09")));
    facts.add(
        Fact.that(
            "nothing was paid for it",
            0L,
            new EcpayBooks(unbound).count("trades", "merchantId", "3002609")));
  }
}
