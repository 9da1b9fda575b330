package ecpay.domain.refund.usecase;

import static ecpay.domain.rule.Broken.rulesOf;
import static ecpay.domain.world.Till.amount;
import static ecpay.domain.world.Till.everything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Reason;
import ecpay.domain.card.CardState;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.money.Money;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.refund.Goods;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundReference;
import ecpay.domain.refund.usecase.RequestRefund.Result;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.Shop;
import ecpay.domain.world.Till;
import ecpay.domain.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of an order's documents when its money goes back (R-CAP-13). */
class RefundDocumentsTest {
  @Rule("R-CAP-13")
  @Test
  void afterTheVoidWindowAnAllowanceIsIssued() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.shop.runUntil(Instant.parse("2027-01-13T16:00:00Z"));
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("IssueAllowance", "RefundCard");
    till.agrees(0);
  }

  @Rule("R-CAP-13")
  @Test
  void theAllowanceOfARefundStaysWhileItsMoneyIsGone() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.refund("r1", amount(100));
    var allowance = till.shop.allowances().getLast().id();
    assertThatThrownBy(() ->
            till.world.withdrawAllowance.voidAllowance(
                Samples.SHOP, allowance, new Reason("a slip")))
        .isInstanceOf(IllegalMoveException.class)
        .hasMessageContaining("R-CAP-13");
    till.follow(Duration.ofHours(1));
    till.agrees(900);
  }

  @Rule("R-CAP-13")
  @Test
  void moneyWaitsForTheBuyersConsent() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.refund("r1", amount(100), Samples.onlineConsent());
    till.follow(Duration.ofHours(30));
    assertThat(till.world.ecpayCharges.refunds()).isZero();
    till.consent();
    till.follow(Duration.ofMinutes(1));
    till.agrees(900);
  }

  @Rule("R-CAP-13")
  @Test
  void whereTheMerchantWantsItMoneyGoesBeforeTheConsent() {
    Till till = Till.invoiced(Tills.moneyFirst(), CardState.CAPTURED);
    till.refund("r1", amount(100), Samples.onlineConsent());
    assertThat(till.money()).isEqualTo(900);
    assertThat(till.refund().isOpen()).isTrue();
    till.consent();
    till.follow(Duration.ofMinutes(1));
    till.agrees(900);
  }

  @Rule("R-CAP-13")
  @Test
  void anExpiredConsentStopsTheRefundWhichGoesOnOnPaper() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.refund("r1", amount(100), Samples.onlineConsent());
    till.follow(Duration.ofDays(4));
    till.isStopped();
    assertThat(till.money()).isEqualTo(1000);
    till.proceedOnPaper();
    till.agrees(900);
  }

  @Rule("R-CAP-13")
  @Test
  void whatWasPaidAndNeverInvoicedIsNeverInvoicedAfterwards() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    Till till = Till.of(desk.shop);
    till.world.ecpayCharges.begin(CardState.CAPTURED);
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("Withhold", "RefundCard");
    till.agrees(0);
    assertThat(rulesOf(() -> desk.request("a", 1, 1))).containsExactly("R-CAP-13");
  }

  @Rule("R-CAP-13")
  @Test
  void theInvoiceOfThePaymentIsNotIssuedOnceItsMoneyGoesBack() {
    Till till = Till.of(Shop.paid(new World()));
    till.world.ecpayCharges.begin(CardState.AUTHORIZED);
    till.refund("r1", everything());
    till.follow(Duration.ofDays(1));
    assertThat(till.shop.invoices()).isEmpty();
    till.agrees(0);
  }

  @Rule({"R-CAP-13", "R-INV-28"})
  @Test
  void anInvoiceThatWaitsForNumbersIsGivenUp() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    Till till = Till.of(desk.shop);
    till.world.ecpayInvoices.numbersLeft(false);
    desk.request("a", 1, 2);
    assertThat(desk.invoice()).isInstanceOf(Invoice.AwaitingNumbers.class);
    till.refund("r1", everything());
    till.world.ecpayInvoices.numbersLeft(true);
    till.follow(Duration.ofDays(2));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Refused.class);
    assertThat(
            rulesOf(() ->
                till.world.retryInvoice.retry(
                    Samples.SHOP, desk.id(), ecpay.domain.invoice.document.Correction.NONE)))
        .containsExactly("R-CAP-13");
    till.agrees(0);
  }

  @Rule("R-CAP-13")
  @Test
  void aDelayedInvoiceIsCancelled() {
    Desk desk = Desk.scheduled(new InvoiceTiming.OnTrigger(0));
    Till till = Till.of(desk.shop);
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("CancelScheduledInvoice", "RefundCard");
    till.agrees(0);
    assertThat(till.world.ecpayDelays.count()).isZero();
  }

  @Rule("R-CAP-13")
  @Test
  void partOfAnOrderThatIsNotFullyInvoicedIsRefused() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    Till till = Till.of(desk.shop);
    assertThat(rulesOf(() -> till.ask("r1", amount(100)))).containsExactly("R-CAP-13");
    desk.request("a", 1, 2);
    assertThat(rulesOf(() -> till.ask("r1", amount(100)))).containsExactly("R-CAP-13");
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("Withhold", "VoidInvoice", "RefundCard");
    till.agrees(0);
  }

  @Rule("R-CAP-13")
  @Test
  void eachOfSeveralInvoicesIsHandled() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    Till till = Till.of(desk.shop);
    desk.request("a", 1, 2);
    desk.request("b", 2, 3, 3, 1);
    assertThat(rulesOf(() -> till.ask("r1", amount(100)))).containsExactly("R-ALW-32");
    var second = desk.shop.invoices().getLast().id();
    till.refund("r1", new Goods.Amount(Optional.of(second), Money.of(100)));
    till.agrees(900);
    till.refund("r2", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice", "IssueAllowance", "RefundCard");
    till.agrees(0);
  }

  @Rule("R-ORD-03")
  @Test
  void aSecondPaymentGoesBackWithoutDocuments() {
    Till till = Tills.paidTwice();
    var second = till.shop.payments().getLast();
    var asked =
        till.world.requestRefund.request(
            Samples.SHOP,
            second.id(),
            new RefundReference("second"),
            Till.wish(everything(), Samples.paperConsent()));
    assertThat(asked).isInstanceOf(Result.Requested.class);
    assertThat(till.steps()).containsExactly("RefundCard");
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Done.class);
    assertThat(till.documents()).isEqualTo(1000);
    assertThat(till.world.ecpayCharges.wentBack()).isEqualTo(1000);
  }
}
