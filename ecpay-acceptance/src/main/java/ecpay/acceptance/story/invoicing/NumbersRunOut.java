package ecpay.acceptance.story.invoicing;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Accountant;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Term;
import ecpay.acceptance.telling.Timeline;
import ecpay.acceptance.telling.Wire;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * There are no numbers: paid orders wait for their invoices in a clear state, and an alarm stands.
 * The government allots a book of 50 (R-INV-29); the platform adds and enables it by itself, and
 * everything issues by itself. The numbers of the next term (R-INV-30) are fetched before it begins
 * (R-INV-28).
 */
public final class NumbersRunOut implements Story {
  private static final int START = 10_000_000;
  private static final int DAYS_AHEAD = 10;

  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public NumbersRunOut(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.NUMBERS);
  }

  @Override
  public List<Fact> play() {
    cast.government().givesNoNumbersByItself();
    try {
      return playWithoutNumbers();
    } finally {
      cast.government().givesNumbersByItself();
    }
  }

  private List<Fact> playWithoutNumbers() {
    Steps steps = new Steps(cast);
    Accountant accountant = cast.accountant();
    Wire wire = new Wire(cast);
    Term term = Term.of(cast.today());
    String firstOrder = steps.placeAndPay(Orders.tea(reference + "-1"));
    String first = steps.invoiceOf(firstOrder, "awaiting_numbers").path("id").asText();
    String secondOrder = steps.placeAndPay(Orders.tea(reference + "-2"));
    JsonNode blocked = steps.invoiceOf(secondOrder, "awaiting_numbers");
    String second = blocked.path("id").asText();
    cast.timePasses(Duration.ofMinutes(11));
    List<String> alarms =
        cast.backOffice().awaitsAlarm("NUMBERS_EXHAUSTED").findValuesAsText("kind");

    cast.government().allots(term.rocYear(), term.number(), "ZQ", START, 1);
    cast.timePasses(Duration.ofMinutes(11));
    String firstNumber = accountant.awaitsInvoice(first, "issued").path("number").asText();
    String secondNumber = accountant.awaitsInvoice(second, "issued").path("number").asText();

    Term next = term.next();
    cast.government().allots(next.rocYear(), next.number(), "ZR", START, 2);
    cast.timePassesUntil(next.firstDay().minusDays(DAYS_AHEAD), LocalTime.MIDNIGHT);
    cast.ecpay().awaits("the next term's track is in use", ledger -> isInUse(ledger, "ZR"));
    return List.of(
        Fact.that("the state says what it waits for", "1500047", blocked.path("code").asText()),
        Fact.that(
            "the alarms that no numbers are left stand, each once",
            List.of("NUMBERS_RUN_LOW", "NUMBERS_EXHAUSTED"),
            alarms),
        new Timeline(cast, firstOrder).told("InvoiceAwaitsNumbers", 1),
        new Timeline(cast, secondOrder).told("InvoiceAwaitsNumbers", 1),
        Fact.that(
            "they have the first two numbers, neither twice",
            new TreeSet<>(List.of("ZQ" + START, "ZQ" + (START + 1))),
            new TreeSet<>(List.of(firstNumber, secondNumber))),
        Fact.that("the track was added once", 1, wire.count("AddInvoiceWordSetting", "ZQ")),
        Fact.that("the next one too", 1, wire.count("AddInvoiceWordSetting", "ZR")),
        Fact.that("each was enabled once", "1 1", wire.codes("UpdateInvoiceWordStatus", "")),
        Fact.that(
            "today is still before the next term", true, cast.today().isBefore(next.firstDay())),
        Fact.that(
            "the platform shows the next term's track",
            true,
            cast.backOffice().tracks(next.rocYear(), next.number()).toString().contains("ZR")),
        Fact.that(
            "and what was allotted",
            true,
            cast.backOffice().allotments(term.rocYear()).toString().contains("ZQ")),
        new Timeline(cast, firstOrder).withoutIncident(),
        new Timeline(cast, secondOrder).withoutIncident());
  }

  private static boolean isInUse(JsonNode ledger, String header) {
    return StreamSupport.stream(ledger.path("tracks").spliterator(), false)
        .filter(track -> track.path("header").asText().equals(header))
        .anyMatch(track -> track.path("status").asText().equals("IN_USE"));
  }
}
