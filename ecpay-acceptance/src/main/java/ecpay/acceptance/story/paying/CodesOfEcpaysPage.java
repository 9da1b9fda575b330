package ecpay.acceptance.story.paying;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.EcpayPage;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A buyer takes an account, a store code or three barcodes on ECPay's own page; the platform hears
 * of it (CB-06), shows it, and hears of the money later (R-ORD-14, R-PAY-06, R-PAY-07, R-PAY-12).
 */
public final class CodesOfEcpaysPage implements Story {
  private static final String LINES = ",\"counterLines\":[\"茶具 Tea set\",\"茶杯 Cup\"]";

  /** What the shop writes for itself. */
  private static final String OURS =
      ",\"customFields\":[\"A-1001\",\"夏\"],\"branch\":\"S1\",\"remark\":\"gift\"";

  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public CodesOfEcpaysPage(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.CODES);
  }

  @Override
  public List<Fact> play() {
    List<Fact> all = new ArrayList<>();
    all.addAll(play("ATM", "atm", "{\"atmDays\":5},\"codeOnOurPage\":true" + OURS, 5));
    all.addAll(play("CVS", "cvs_code", "{\"cvsMinutes\":1440}" + LINES + OURS, 1));
    all.addAll(play("BARCODE", "cvs_barcode", "{\"barcodeDays\":2}" + LINES + OURS, 2));
    return List.copyOf(all);
  }

  private List<Fact> play(String method, String word, String expiry, int days) {
    Steps steps = new Steps(cast);
    cast.narrator().chapter("The buyer takes a code at ECPay: " + method);
    String order = steps.placeAnOrder(reference + "-" + method);
    EcpayPage page =
        steps
            .goToEcpay(
                order,
                "{\"channel\":\"hosted\",\"methods\":[\"%s\"],\"expiry\":%s}"
                    .formatted(word, expiry))
            .chooses(method, Map.of());
    JsonNode waiting = steps.paymentOf(order, "awaiting_money");
    // An account's page leads back by itself (ClientRedirectURL), the others' by a link.
    String back = method.equals("ATM") ? page.comesBack() : page.goesBack();
    String own = cast.buyer().reads(URI.create(waiting.path("payUrl").asText() + "/result"));
    JsonNode code = waiting.path("instructions");
    cast.ecpay().isPaid(waiting.path("tradeNo").asText());
    JsonNode paid = steps.paymentOf(order, "paid");
    return List.of(
        Fact.that(
            method + ": the deadline is " + days + " days away",
            cast.today().plusDays(days).toString(),
            code.path("deadline").asText().substring(0, "2027-03-02".length())),
        Fact.that(method + ": ECPay's page shows it", true, page.text().contains(shown(code))),
        Fact.that(method + ": so does the shop's", true, own.contains(shown(code))),
        Fact.that(method + ": and the buyer who goes back", true, back.contains(shown(code))),
        Fact.that(
            method + ": ECPay gives back what the shop wrote for itself",
            "[\"A-1001\",\"夏\"]",
            paid.path("customFields").toString()),
        Fact.that(method + ": the code is still known", code, paid.path("instructions")),
        Fact.that(method + ": the money came from somewhere", true, paid.has("payer")),
        Fact.that(
            method + ": the order is paid",
            true,
            cast.shop().order(order).path("paid").asBoolean()));
  }

  private static String shown(JsonNode code) {
    return code.path("account")
        .asText(code.path("paymentNo").asText(code.path("stripes").path(2).asText()));
  }
}
