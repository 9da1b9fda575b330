package ecpay.acceptance.story.paying;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A buyer takes an account, a store code or three barcodes from ECPay's form on the shop's own
 * page, sees them with their deadline in Taipei, and pays later (R-ORD-14, R-PAY-06, R-PAY-12).
 */
public final class CodesForBankAndShop implements Story {
  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public CodesForBankAndShop(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.BROWSER, StageLimit.CODES);
  }

  @Override
  public List<Fact> play() {
    List<Fact> all = new ArrayList<>();
    all.addAll(
        play("ATM", "{\"methods\":[\"atm\"],\"brand\":\"FIRST\",\"expiry\":{\"atmDays\":5}}", 5));
    all.addAll(
        play(
            "CVS",
            "{\"methods\":[\"cvs_code\"],\"expiry\":{\"cvsMinutes\":1440},"
                + "\"counterLines\":[\"茶具 Tea set\"],\"customFields\":[\"A-1001\"]}",
            1));
    all.addAll(
        play("BARCODE", "{\"methods\":[\"cvs_barcode\"],\"expiry\":{\"barcodeDays\":2}}", 2));
    return List.copyOf(all);
  }

  private List<Fact> play(String method, String offer, int days) {
    Steps steps = new Steps(cast);
    cast.narrator().chapter("The buyer takes a code: " + method);
    String order = steps.placeAnOrder(reference + "-" + method);
    URI page = steps.fillIn(order, offer, "\"Method\":\"" + method + "\"");
    JsonNode waiting = steps.paymentOf(order, "awaiting_money");
    JsonNode code = waiting.path("instructions");
    String text = cast.buyer().reads(page);
    cast.ecpay().isPaid(waiting.path("tradeNo").asText());
    JsonNode paid = steps.paymentOf(order, "paid");
    List<Fact> all = new ArrayList<>();
    all.add(
        Fact.that(
            method + ": the deadline is " + days + " days away",
            cast.today().plusDays(days).toString(),
            code.path("deadline").asText().substring(0, "2027-03-02".length())));
    all.add(Fact.that(method + ": the buyer sees it", true, text.contains(shown(code))));
    all.add(
        Fact.that(
            method + ": ECPay gives back what the shop wrote for itself",
            method.equals("CVS") ? "A-1001" : "",
            paid.path("customFields").path(0).asText()));
    all.add(Fact.that(method + ": the money came from somewhere", true, paid.has("payer")));
    all.add(
        Fact.that(
            method + ": the order is paid",
            true,
            cast.shop().order(order).path("paid").asBoolean()));
    return all;
  }

  private static String shown(JsonNode code) {
    return code.path("account")
        .asText(code.path("paymentNo").asText(code.path("stripes").path(2).asText()));
  }
}
