package ecpay.acceptance.story.operating;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Accountant;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.EcpayBooks;
import ecpay.acceptance.telling.ExportedFile;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Incidents;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Term;
import ecpay.acceptance.telling.Timeline;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What an accountant sees: a page to print (R-INV-12), uploads that are late (R-INV-21), a void
 * that somebody made at ECPay's dashboard, found by comparing the day (GetIssueList), the books of
 * the term as CSV, which add up to ECPay's, and, before the lottery is drawn, the buyer whom nobody
 * could tell of a prize (R-INV-35).
 */
public final class TheAccountantClosesTheTerm implements Story {
  private static final String ON_PAPER =
      """
      {"carrier":"none","print":{"address":"台北市中正區重慶南路一段122號"}}\
      """;
  private static final String BY_PHONE = "{\"name\":\"李小華\",\"phone\":\"0922333444\"}";

  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public TheAccountantClosesTheTerm(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.TIME, StageLimit.UPLOADS);
  }

  @Override
  public List<Fact> play() {
    cast.government().takesNoUploads();
    try {
      return playWithLateUploads();
    } finally {
      cast.government().takesUploads();
    }
  }

  private List<Fact> playWithLateUploads() {
    Steps steps = new Steps(cast);
    Accountant accountant = cast.accountant();
    LocalDate today = cast.today();
    String order = steps.placeAndPay(Orders.tea(reference + "-printed", ON_PAPER));
    JsonNode printed = steps.invoiceOf(order, "issued");
    String number = printed.path("number").asText();
    String phoneOrder =
        steps.placeAndPay(Orders.tea(reference + "-phone", BY_PHONE, "{\"carrier\":\"ecpay\"}"));
    steps.invoiceOf(phoneOrder, "issued");
    String page =
        cast.buyer().reads(accountant.prints(printed.path("id").asText(), "single_sided"));

    JsonNode alike = accountant.compares(today);
    cast.otherSystem().voids(number, today, cast.ecpay().now());
    JsonNode unlike = accountant.compares(today);

    cast.timePasses(Duration.ofHours(49));
    Incidents.await(cast, phoneOrder, "NOT_UPLOADED");
    cast.government().takesUploads();
    cast.timePasses(Duration.ofDays(1));
    String phone = steps.invoiceOf(phoneOrder, "issued").path("id").asText();
    cast.shop()
        .awaits(phoneOrder, "it is uploaded", it -> it.path("invoices").path(0).has("uploadedAt"));
    Incidents.await(cast, order, "VOIDED_ELSEWHERE");

    List<Fact> facts = new ArrayList<>(books(Term.of(today)));
    cast.timePassesUntil(Term.of(today).next().firstDay().withDayOfMonth(22), LocalTime.of(9, 0));
    Incidents.await(cast, phoneOrder, "WINNER_CANNOT_BE_TOLD");
    facts.addAll(
        List.of(
            Fact.that(
                "the page to print bears the number", true, page.contains(number.substring(2))),
            Fact.that("the day is alike on both sides", 0, alike.path("differences").size()),
            Fact.that("the void by hand is found", 1, unlike.path("differences").size()),
            Fact.that(
                "it is the one", true, unlike.path("differences").toString().contains(number)),
            Fact.that(
                "ECPay has uploaded the other one",
                true,
                new EcpayBooks(cast)
                    .invoice(accountant.invoice(phone).path("number").asText())
                    .path("uploaded")
                    .asBoolean()),
            Fact.that(
                "a person was told each once",
                "NOT_UPLOADED WINNER_CANNOT_BE_TOLD",
                new Incidents(cast, phoneOrder).kinds()),
            new Timeline(cast, phoneOrder).told("InvoiceUploaded", 1)));
    return List.copyOf(facts);
  }

  private List<Fact> books(Term term) {
    Accountant accountant = cast.accountant();
    var invoices = new ExportedFile(accountant.exports(term.toString(), "invoices"));
    var voids = new ExportedFile(accountant.exports(term.toString(), "voids"));
    var allowances = new ExportedFile(accountant.exports(term.toString(), "allowances"));
    var totals = new ExportedFile(accountant.exports(term.toString(), "totals"));
    EcpayBooks ecpay = new EcpayBooks(cast);
    List<JsonNode> theirs =
        ecpay.invoices().stream().filter(one -> isOf(term, one, "issuedAt")).toList();
    List<JsonNode> theirAllowances =
        ecpay.allowances().stream().filter(one -> isOf(term, one, "issuedAt")).toList();
    long voidThere =
        theirs.stream().filter(one -> one.path("status").asText().equals("VOID")).count();
    return List.of(
        Fact.that("the file says that it is UTF-8", true, invoices.isMarked()),
        Fact.that("it came to its end", true, invoices.isWhole() && allowances.isWhole()),
        Fact.that("it has as many invoices as ECPay", theirs.size(), invoices.count()),
        Fact.that("over the same sum", sum(theirs), invoices.sum("總計")),
        Fact.that("its last line says so", sum(theirs), invoices.total("總計")),
        Fact.that(
            "net, tax, zero-rated and exempt add up to it",
            invoices.total("總計"),
            invoices.total("應稅銷售額")
                + invoices.total("營業稅額")
                + invoices.total("零稅率銷售額")
                + invoices.total("免稅銷售額")),
        Fact.that("the voids but the one made elsewhere", voidThere - 1, (long) voids.count()),
        Fact.that("the invoices show them", (long) voids.count(), invoices.countWhere("狀態", "作廢")),
        Fact.that("the allowances add up to ECPay's", sum(theirAllowances), allowances.sum("總計")),
        Fact.that(
            "so do the totals",
            invoices.total("總計"),
            totals.figure("發票", "總計") + totals.figure("作廢發票", "總計")),
        Fact.that(
            "of the allowances too",
            allowances.total("總計"),
            totals.figure("折讓", "總計") + totals.figure("作廢折讓", "總計")));
  }

  private static boolean isOf(Term term, JsonNode entry, String field) {
    String time = entry.path(field).asText();
    return !time.isEmpty() && term.contains(LocalDate.parse(time.substring(0, 10)));
  }

  private static long sum(List<JsonNode> entries) {
    return entries.stream().mapToLong(entry -> entry.path("amount").asLong()).sum();
  }
}
