package ecpay.acceptance.story.invoicing;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Accountant;
import ecpay.acceptance.actor.Refusal;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.EcpayBooks;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Wire;
import java.util.List;

/**
 * What ECPay would refuse is refused before it is asked: a void while an allowance lives
 * (R-INV-23), of a donated invoice (R-INV-24), for a reason that is too long (R-INV-25).
 */
public final class AVoidIsRefused implements Story {
  private static final String REASON = "退貨";

  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public AVoidIsRefused(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.BROWSER);
  }

  @Override
  public List<Fact> play() {
    Steps steps = new Steps(cast);
    Accountant accountant = cast.accountant();
    String order = steps.placeAndPay(Orders.tea(reference + "-returned"));
    JsonNode returned = steps.invoiceOf(order, "issued");
    cast.shop().takesBack(order, "return-1", 2, 1);
    String allowance = steps.awaitAllowance(order, "awaiting_consent").path("id").asText();
    String gift =
        steps.placeAndPay(
            Orders.tea(reference + "-donated", "{\"carrier\":\"none\",\"donate\":\"168001\"}"));
    JsonNode donated = steps.invoiceOf(gift, "issued");
    Wire wire = new Wire(cast);
    String id = returned.path("id").asText();
    String tried = Refusal.of(() -> accountant.trying().voids(id, REASON));
    String wanted = Refusal.of(() -> accountant.voids(id, REASON));
    String donation = Refusal.of(() -> accountant.voids(donated.path("id").asText(), REASON));
    String reason = Refusal.of(() -> accountant.voids(id, "a reason of 21 letters"));
    int asked = wire.count("Invalid", "");
    accountant.cancelsAllowance(allowance, REASON);
    accountant.awaitsAllowance(allowance, "cancelled");
    accountant.voids(id, REASON);
    EcpayBooks ecpay = new EcpayBooks(cast);
    return List.of(
        Fact.that("an allowance stands in the way, a dry run says", "R-INV-23", tried),
        Fact.that("the void is refused with the same rule", "R-INV-23", wanted),
        Fact.that("a donated one stays", "R-INV-24", donation),
        Fact.that("a reason has 20 characters at most", "R-INV-25", reason),
        Fact.that("ECPay was asked to void nothing", 0, asked),
        Fact.that(
            "without the allowance it can be voided",
            "VOID",
            ecpay.invoice(returned.path("number").asText()).path("status").asText()),
        Fact.that(
            "ECPay's donated one is as it was",
            "ISSUED",
            ecpay.invoice(donated.path("number").asText()).path("status").asText()));
  }
}
