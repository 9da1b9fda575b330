package ecpay.domain.allowance.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceReference;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.AllowanceOfInvoice;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.usecase.RequestAllowance.Request;
import ecpay.domain.allowance.usecase.RequestAllowance.Result;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No other allowance is taken for the one whose answer was lost, however alike the two are. */
class MistakenAllowanceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Consent ONLINE = Samples.onlineConsent();
  private static final Consent PAPER = Samples.paperConsent();
  private final World world = new World();
  private final Shop shop = Shop.invoiced(world);

  private Result request(String reference, Consent consent, int count) {
    return world.requestAllowance.request(
        Samples.SHOP, shop.order, AllowanceJourneyTest.books(reference, consent, count));
  }

  private Allowance allowance() {
    return shop.allowances().getLast();
  }

  @Rule("R-PAY-13")
  @Test
  void anotherAllowanceOfTheSameAmountIsNotTakenForTheLostOne() {
    world.wire.script("AllowanceByCollegiate", Fault.DONE_BUT_LOST, Fault.NOT_SENT);
    request("r1", ONLINE, 1);
    Allowance lost = allowance();
    request("r2", ONLINE, 1); // recorded, and not yet at ECPay
    world.clock.advance(PATIENCE);
    Progress progress = shop.proceed(new FollowUp.SettleAllowance(Samples.SHOP, lost.id()));
    assertThat(progress)
        .isEqualTo(new Progress.WaitUntil(world.clock.instant().plus(Duration.ofHours(1))));
    assertThat(shop.allowances().getFirst()).isEqualTo(lost);
    shop.runToTheEnd();
    assertThat(world.ecpayAllowances.entries()).hasSize(2);
    assertThat(shop.incidents()).isEmpty();
  }

  @Rule("R-PAY-13")
  @Test
  void whenTheBooksChangeDuringTheQueriesTheyProveNothing() {
    world.wire.script("AllowanceByCollegiate", Fault.DONE_BUT_LOST);
    request("r1", ONLINE, 1);
    Allowance lost = allowance();
    world.clock.advance(PATIENCE);
    world.interruptions.before("InvoiceGateway.getIssue", () -> request("r2", PAPER, 1));
    assertThat(shop.proceed(new FollowUp.SettleAllowance(Samples.SHOP, lost.id())))
        .isEqualTo(new Progress.WaitUntil(world.clock.instant()));
    assertThat(shop.allowances().getFirst()).isEqualTo(lost);
    shop.runToTheEnd();
    assertThat(world.ecpayAllowances.entries()).hasSize(2);
  }

  @Rule("R-PAY-13")
  @Test
  void aVoidedAllowanceMadeByHandIsNotTakenForTheLostOne() {
    world.wire.script("AllowanceByCollegiate", Fault.LOST);
    request("r1", ONLINE, 1);
    world.ecpayAllowances.makeByHand(allowance().draft().document(), true);
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(1)));
    assertThat(allowance()).isInstanceOf(Allowance.AwaitingConsent.class);
    assertThat(shop.incidents()).isEmpty();
  }

  @Rule("R-PAY-13")
  @Test
  void anAllowanceOfAnotherAmountMadeByHandIsNotTakenForTheLostOne() {
    world.wire.script("AllowanceByCollegiate", Fault.DONE_BUT_LOST);
    request("r1", ONLINE, 1);
    Request other =
        new Request(
            new AllowanceReference("x"),
            Optional.empty(),
            PAPER,
            Optional.empty(),
            List.of(new ReturnedLine(3, Quantity.of(1), Optional.empty())));
    world.ecpayAllowances.makeByHand(document(other), false);
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(1)));
    assertThat(allowance()).isInstanceOf(Allowance.Unknown.class);
    assertThat(shop.incidents()).containsExactly("REMAINING_DIFFERS");
  }

  @Rule("R-PAY-13")
  @Test
  void ofTwoUnknownNumbersNoneIsTakenForTheOneThatIsLost() {
    Request shipping = reduction("r1");
    Request again = reduction("r2");
    world.requestAllowance.request(Samples.SHOP, shop.order, shipping); // known, of the same amount
    world.wire.script("Allowance", Fault.DONE_BUT_LOST);
    world.requestAllowance.request(Samples.SHOP, shop.order, again);
    Allowance lost = allowance();
    world.wire.script("AllowanceByCollegiate", Fault.DONE_BUT_LOST);
    request("r3", ONLINE, 1); // in doubt, of another amount
    world.ecpayAllowances.makeByHand(lost.draft().document(), false);
    world.clock.advance(PATIENCE);
    shop.proceed(new FollowUp.SettleAllowance(Samples.SHOP, lost.id()));
    assertThat(shop.allowances().get(1)).isEqualTo(lost);
    assertThat(shop.incidents()).containsExactly("REMAINING_DIFFERS");
  }

  /** 50 TWD off the shipping, on paper. */
  private static Request reduction(String reference) {
    return new Request(
        new AllowanceReference(reference),
        Optional.empty(),
        PAPER,
        Optional.empty(),
        List.of(new ReturnedLine(3, Optional.empty(), Optional.of(Money.of(50)))));
  }

  private AllowanceDocument document(Request request) {
    return AllowanceOfInvoice.of(
            (Invoice.Issued) shop.invoice(),
            request.consent(),
            request.customerName(),
            request.lines(),
            List.of(),
            false)
        .document();
  }

  @Rule({"R-ALW-22", "R-PAY-13"})
  @Test
  void anOlderAllowanceOfTheSameAmountMadeByHandIsNotTakenForTheLostOne() {
    Request wanted = AllowanceJourneyTest.books("r1", PAPER, 1);
    world.ecpayAllowances.makeByHand(document(wanted), false);
    world.clock.advance(Duration.ofDays(7));
    world.wire.script("Allowance", Fault.LOST);
    world.requestAllowance.request(Samples.SHOP, shop.order, wanted);
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(1)));
    assertThat(allowance()).isInstanceOf(Allowance.Unknown.class);
    assertThat(shop.incidents()).containsExactly("REMAINING_DIFFERS");
  }

  @Rule({"R-ALW-22", "R-PAY-13"})
  @Test
  void ofTwoLostOnesThatAreNotAlikeNoneTakesTheNumberOfTheOther() {
    world.wire.script("AllowanceByCollegiate", Fault.LOST);
    request("r1", ONLINE, 1);
    world.wire.script("Allowance", Fault.DONE_BUT_LOST);
    request("r2", PAPER, 1);
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(30)));
    assertThat(shop.allowances()).allMatch(Allowance.Unknown.class::isInstance);
    assertThat(shop.incidents()).containsExactly("OUTCOME_UNCLEAR", "OUTCOME_UNCLEAR");
    assertThat(world.wire.count("AllowanceByCollegiate")).isEqualTo(1);
    assertThat(world.wire.count("Allowance")).isEqualTo(1);
  }

  @Rule("R-PAY-13")
  @Test
  void whatIsListedIsNotTakenWhileTheRemainingAmountDeniesIt() {
    world.wire.script("Allowance", Fault.DONE_BUT_LOST);
    request("r1", PAPER, 1);
    world.ecpayInvoices.showTooMuch(allowance().amount().twd());
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(1)));
    assertThat(allowance()).isInstanceOf(Allowance.Unknown.class);
    assertThat(shop.incidents()).containsExactly("REMAINING_DIFFERS");
  }
}
