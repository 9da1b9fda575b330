package ecpay.acceptance.story.operating;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.actor.Refusal;
import ecpay.acceptance.telling.Caller;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.EcpayBooks;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.FinalFacts;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Subscription;
import ecpay.acceptance.telling.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Members and contracts of a platform's two shops, with the platform's keys (R-TRN-09): a card that
 * is bound at one pays there and is nobody's at the other, though both call the member alike; one
 * contract begins on the shop's page, one on ECPay's; each is charged, one charge is not told and
 * found the day after, and each shop stops its own.
 */
public final class RegularsOfAPlatform implements Story {
  private static final String REFERENCE = "mall-2";
  private static final String MEMBER = "member-1";
  private static final String TEA = "3002607";
  private static final String BOOKS = "3002608";
  private static final String PLATFORM = "3003008";

  private final Cast tea;
  private final Cast books;
  private final Wire wire;
  private final List<Fact> facts = new ArrayList<>();

  /**
   * @param tea a shop that is bound
   * @param books another
   */
  public RegularsOfAPlatform(Cast tea, Cast books) {
    this.tea = tea;
    this.books = books;
    this.wire = new Wire(tea);
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.PLATFORM);
  }

  @Override
  public List<Fact> play() {
    aCardPaysWhereItIsBound();
    aContractEndsAtItsShop(
        books, tea, BOOKS, new Steps(books).subscribeAtEcpay(REFERENCE + "-books"));
    aContractEndsAtItsShop(tea, books, TEA, new Steps(tea).subscribe(REFERENCE + "-tea"));
    everyCallIsThePlatforms();
    return List.copyOf(facts);
  }

  private void aCardPaysWhereItIsBound() {
    JsonNode open = tea.shop().bindsACard(MEMBER);
    String card = open.path("id").asText();
    URI form = URI.create(open.path("bindUrl").asText());
    tea.buyer().confirmsAtTheBank(tea.buyer().bindsACard(form, Buyer.GOOD_CARD));
    Steps steps = new Steps(tea);
    String order = steps.placeAnOrder(REFERENCE + "-bound");
    JsonNode payment = tea.shop().chargesACard(order, MEMBER, card);
    tea.buyer().passesTheBank(URI.create(payment.path("bankUrl").asText()));
    steps.awaitTheInvoice(order);
    facts.addAll(new FinalFacts(tea, order).ofAPaidAndInvoicedOrder());
    facts.addAll(new FinalFacts(tea, order).withoutIncident());
    EcpayBooks ecpay = new EcpayBooks(tea);
    facts.add(
        Fact.that(
            "ECPay keeps the card for the shop", 1L, ecpay.count("boundCards", "merchantId", TEA)));
    facts.add(
        Fact.that(
            "the money is the shop's",
            TEA,
            ecpay.trade(payment.path("tradeNo").asText()).path("merchantId").asText()));
    facts.add(
        Fact.that("the other shop's member has no card", 0, books.shop().cards(MEMBER).size()));
    String elsewhere = new Steps(books).placeAnOrder(REFERENCE + "-bound");
    facts.add(
        Fact.that(
            "and pays with none of the first shop",
            "404",
            Refusal.of(() -> books.shop().chargesACard(elsewhere, MEMBER, card))));
    facts.add(
        Fact.that(
            "nor deletes it", "404", Refusal.of(() -> books.shop().deletesACard(MEMBER, card))));
    facts.add(
        Fact.that(
            "the member may look at the cards at ECPay",
            false,
            tea.shop().opensTheCardPage(MEMBER).isEmpty()));
    facts.add(
        Fact.that(
            "the shop deletes the card",
            "deleted",
            tea.shop().deletesACard(MEMBER, card).path("state").asText()));
    facts.add(
        Fact.that("so does ECPay", 0L, new EcpayBooks(tea).count("boundCards", "merchantId", TEA)));
  }

  /** Charged twice more, the last time without a word, and stopped by the shop. */
  private void aContractEndsAtItsShop(Cast shop, Cast other, String merchant, String order) {
    Subscription contract = new Subscription(shop, order);
    contract.untilTheNextCharge();
    contract.awaitCharges(2);
    facts.addAll(contract.ofItsOrders(2)); // no call is under way when days pass
    shop.ecpay().awaitsThatEverythingIsReported();
    shop.ecpay().holdsItsReports();
    contract.untilTheNextCharge();
    shop.timePasses(Duration.ofHours(25));
    contract.awaitCharges(3);
    shop.ecpay().releasesItsReports();
    shop.ecpay().awaitsThatEverythingIsReported();
    facts.addAll(contract.ofItsOrders(3));
    facts.add(
        Fact.that(
            "the other shop cannot stop it",
            "404",
            Refusal.of(() -> other.shop().cancelsContract(contract.tradeNo()))));
    facts.add(
        Fact.that(
            "the shop hears that it is stopped",
            "stopped",
            shop.shop().cancelsContract(contract.tradeNo()).path("state").asText()));
    JsonNode there = contract.atEcpay();
    facts.add(Fact.that("ECPay has stopped it", "STOPPED", there.path("status").asText()));
    facts.add(Fact.that("the contract is the shop's", merchant, there.path("merchantId").asText()));
    facts.add(Fact.that("nothing of it was a person's matter", List.of(), contract.incidents()));
  }

  private void everyCallIsThePlatforms() {
    Map<String, Set<String>> callers =
        wire.all()
            .filter(exchange -> exchange.path("direction").asText().equals("IN"))
            .collect(
                Collectors.groupingBy(
                    exchange -> exchange.path("url").asText(),
                    Collectors.mapping(Caller::of, Collectors.toSet())));
    String embedded = "MerchantID %1$s around PlatformID %1$s MerchantID ".formatted(PLATFORM);
    for (String call :
        List.of(
            "/Merchant/GetTokenbyBindingCard",
            "/Merchant/CreateBindCard",
            "/Merchant/GetMemberBindCard",
            "/Merchant/CreatePaymentWithCardID",
            "/Merchant/GetTokenbyUser",
            "/Merchant/DeleteMemberBindCard",
            "/1.0.0/Cashier/QueryTrade",
            "/1.0.0/Cashier/CreditCardPeriodAction")) {
      facts.add(calledFor(call, embedded + TEA, callers));
    }
    String form = "around PlatformID %s MerchantID ".formatted(PLATFORM);
    for (String call :
        List.of(
            "/Cashier/AioCheckOut/V5",
            "/Cashier/QueryCreditCardPeriodInfo",
            "/Cashier/CreditCardPeriodAction")) {
      facts.add(calledFor(call, form + BOOKS, callers));
    }
  }

  private static Fact calledFor(String call, String caller, Map<String, Set<String>> callers) {
    return Fact.that(
        call + " is called by the platform for the shop alone",
        Set.of(caller),
        callers.getOrDefault(call, Set.of()));
  }
}
