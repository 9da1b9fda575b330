package ecpay.domain.refund.usecase;

import static ecpay.domain.rule.Broken.rulesOf;
import static ecpay.domain.world.Till.amount;
import static ecpay.domain.world.Till.everything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Reason;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.card.CardState;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.money.Money;
import ecpay.domain.refund.Goods;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.Till;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person has made an allowance without a refund, and its money goes back afterwards. */
@Rule("R-CAP-13")
class AllowanceBeforeMoneyTest {
  private final Till till = Till.invoiced(CardState.CAPTURED);
  private final Desk desk = Desk.of(till.shop);

  private void reduceBy(long twd, Consent consent) {
    desk.reduce("by-hand", consent, 1, twd);
  }

  @Test
  void itsMoneyGoesBackWithoutAnotherAllowance() {
    reduceBy(300, Samples.paperConsent());
    till.refund("r1", amount(300));
    assertThat(till.steps()).containsExactly("RefundCard");
    till.agrees(700);
  }

  @Test
  void onlyWhatIsMoreThanItNeedsAnAllowance() {
    reduceBy(300, Samples.paperConsent());
    till.refund("r1", amount(450));
    assertThat(till.refund().steps().getFirst().act())
        .isInstanceOfSatisfying(
            RefundAct.IssueAllowance.class, act -> assertThat(act.amount().twd()).isEqualTo(150));
    till.agrees(550);
  }

  @Test
  void itsMoneyMayGoBackInPartsAndThenTheRestWithTheRestOfTheDocuments() {
    reduceBy(300, Samples.paperConsent());
    till.refund("r1", amount(100));
    assertThat(till.steps()).containsExactly("RefundCard");
    till.refund("r2", amount(200));
    assertThat(till.steps()).containsExactly("RefundCard");
    till.agrees(700);
    till.refund("r3", amount(50));
    assertThat(till.steps()).containsExactly("IssueAllowance", "RefundCard");
    till.agrees(650);
    till.refund("r4", amount(650));
    assertThat(till.refund().everything()).isTrue();
    till.agrees(0);
  }

  @Rule("R-ALW-32")
  @Test
  void anInvoiceThatIsNamedMustBeThereAlthoughNoneIsNeeded() {
    reduceBy(300, Samples.paperConsent());
    Goods elsewhere = new Goods.Amount(Optional.of(new InvoiceId("NOBODY")), Money.of(300));
    assertThat(rulesOf(() -> till.refund("r1", elsewhere))).containsExactly("R-ALW-32");
    assertThat(till.money()).isEqualTo(1000);
  }

  @Test
  void namedLinesAreAllowedBesideIt() {
    reduceBy(300, Samples.paperConsent());
    Goods line =
        new Goods.Lines(
            Optional.empty(),
            List.of(new ReturnedLine(2, Optional.empty(), Optional.of(Money.of(50)))));
    till.refund("r1", line);
    assertThat(till.steps()).containsExactly("IssueAllowance", "RefundCard");
    assertThat(till.money()).isEqualTo(950);
    assertThat(till.documents()).isEqualTo(650);
  }

  @Rule("R-ALW-22")
  @Test
  void whileItsBuyerHasNotAgreedNobodyKnowsWhetherItIsMeant() {
    reduceBy(300, Samples.onlineConsent());
    assertThat(rulesOf(() -> till.refund("r1", amount(300)))).containsExactly("R-CAP-13");
    till.consent();
    till.refund("r1", amount(300));
    assertThat(till.steps()).containsExactly("RefundCard");
    till.agrees(700);
  }

  @Rule("R-ALW-23")
  @Test
  void allMoneyStaysWhileItsBuyerMayStillNotAgree() {
    reduceBy(300, Samples.onlineConsent());
    assertThat(rulesOf(() -> till.refund("r1", everything()))).containsExactly("R-CAP-13");
    till.follow(Duration.ofDays(4));
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice", "RefundCard");
    till.agrees(0);
  }

  @Rule("R-ALW-24")
  @Test
  void allMoneyGoesBackOnceItIsCancelled() {
    reduceBy(300, Samples.onlineConsent());
    desk.cancelAllowance();
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice", "RefundCard");
    till.agrees(0);
  }

  @Rule("R-ALW-25")
  @Test
  void itStaysOnceItsMoneyHasGoneBack() {
    reduceBy(300, Samples.paperConsent());
    till.refund("r1", amount(300));
    isKept();
    till.agrees(700);
  }

  @Rule("R-ALW-25")
  @Test
  void itStaysOnceAllMoneyHasGoneBack() {
    reduceBy(300, Samples.paperConsent());
    till.refund("r1", everything());
    till.agrees(0);
    isKept();
    till.agrees(0);
  }

  @Rule("R-ALW-25")
  @Test
  void itIsVoidedWhileItsMoneyIsHere() {
    reduceBy(300, Samples.paperConsent());
    desk.voidAllowance();
    assertThat(till.documents()).isEqualTo(1000);
  }

  @Rule({"R-ALW-23", "R-ALW-25"})
  @Test
  void oneThatItsBuyerMayStillNotAgreeToStandsForNoMoney() {
    reduceBy(300, Samples.paperConsent());
    till.refund("r1", amount(300));
    desk.reduce("online", Samples.onlineConsent(), 1, 300);
    isKept();
    till.follow(Duration.ofDays(4));
    till.agrees(700);
  }

  @Rule("R-ALW-25")
  @Test
  void oneThatIsBeingTakenBackStandsForNoMoney() {
    reduceBy(300, Samples.paperConsent());
    desk.reduce("other", Samples.paperConsent(), 1, 300);
    till.refund("r1", amount(300));
    till.world.wire.script("AllowanceInvalid", Fault.NOT_SENT);
    desk.voidAllowance();
    isKept();
    till.follow(Duration.ofHours(1));
    till.agrees(700);
  }

  private void isKept() {
    var made = till.shop.allowances().getFirst().id();
    assertThatThrownBy(() ->
            till.world.withdrawAllowance.voidAllowance(Samples.SHOP, made, new Reason("a slip")))
        .isInstanceOf(IllegalMoveException.class)
        .hasMessageContaining("R-CAP-13");
  }
}
