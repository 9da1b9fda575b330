package ecpay.acceptance.story.operating;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.actor.Terminal;
import ecpay.acceptance.actor.Terminal.Outcome;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.EcpayBooks;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Term;
import java.util.List;

/**
 * The life of an invoice from a terminal: an order is placed and paid, its invoice voided, and the
 * books exported. What breaks a rule (R-INV-25) is refused with its name and an exit code of its
 * own.
 */
public final class TheCommandLine implements Story {
  private final Cast cast;
  private final String reference;

  /**
   * @param reference the shop's number of the order
   */
  public TheCommandLine(Cast cast, String reference) {
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
    Terminal terminal = cast.terminal();
    Outcome placed = terminal.pipes(Orders.tea(reference), "order", "place");
    String order = placed.answer().path("id").asText();
    JsonNode payment = terminal.types("order", "pay", order).answer();
    cast.buyer().confirmsAtTheBank(steps.enterACard(payment, Buyer.GOOD_CARD));
    JsonNode invoice = steps.invoiceOf(order, "issued");
    String id = invoice.path("id").asText();
    Outcome tooLong =
        terminal.types("invoice", "void", id, "--reason", "a reason of 21 letters", "--dry-run");
    String afterTrying = cast.accountant().invoice(id).path("state").asText();
    Outcome voided = terminal.types("invoice", "void", id, "--reason", "returned");
    Outcome export = terminal.types("export", "voids", Term.of(cast.today()).toString());
    String number = invoice.path("number").asText();
    return List.of(
        Fact.that("the order is placed", 0, placed.exitCode()),
        Fact.that("a reason that is too long is refused", 1, tooLong.exitCode()),
        Fact.that("by its rule", true, tooLong.errors().contains("R-INV-25")),
        Fact.that("that voids nothing", "issued", afterTrying),
        Fact.that("the void is done", 0, voided.exitCode()),
        Fact.that("the answer says so", "voided", voided.answer().path("state").asText()),
        Fact.that(
            "so does ECPay", "VOID", new EcpayBooks(cast).invoice(number).path("status").asText()),
        Fact.that("the export came whole", 0, export.exitCode()),
        Fact.that("it has the void", true, export.output().contains(number)));
  }
}
