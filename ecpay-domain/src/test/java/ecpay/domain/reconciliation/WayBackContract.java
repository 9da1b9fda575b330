package ecpay.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.Difference.MissingThere;
import ecpay.domain.reconciliation.Difference.Subject;
import ecpay.domain.reconciliation.KeptDifference.State;
import ecpay.domain.reconciliation.StatementBooks.Entry;
import ecpay.domain.reconciliation.StatementBooks.ToldRefunds;
import ecpay.domain.reconciliation.StatementBooks.UntoldRefund;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.StepState;
import ecpay.domain.rule.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What went back to buyers, by our books and by the files, in any books (U-03). */
public abstract class WayBackContract extends ReportOfADay {
  private static final StepState DONE = new StepState.Done(Samples.NOW, Optional.empty());

  @Rule("R-CAP-02")
  @Test
  void whatWentBackByOurOwnRefundsIsKnownAndAReleasedCardIsNotExpected() {
    Payment.Paid known = paidOrder();
    RefundStep back = step(1, new RefundAct.RefundCard(Money.of(400)));
    RefundStep undone = step(2, new RefundAct.CancelCapture(Money.of(600)));
    RefundStep release = step(3, new RefundAct.Abandon(Money.of(600)));
    Refund refund = refund(known, back, undone, release);
    holdingOrder(() -> books.refunds().add(refund));
    assertThat(refunded(known)).isEqualTo(Money.ZERO);
    Refund half = refund.with(back, DONE);
    holdingOrder(() -> books.refunds().save(half));
    assertThat(refunded(known)).isEqualTo(Money.of(400));
    Refund uncaptured = half.with(undone, DONE);
    holdingOrder(() -> books.refunds().save(uncaptured));
    assertThat(refunded(known)).as("undoing a capture moves nothing").isEqualTo(Money.of(400));
    assertThat(unseen(Optional.empty())).containsExactly(known);
    holdingOrder(() -> books.refunds().save(uncaptured.with(release, DONE)));
    assertThat(refunded(known)).isEqualTo(Money.of(1000));
    assertThat(overtold(begun(), refundLine(known, "r#1", -401)))
        .containsExactly(new ToldRefunds(known, Money.of(400), Money.of(401)));
    assertThat(unseen(Optional.empty())).isEmpty();
    assertThat(unseen(StatementFile.FundingReconDetail, Period.of(DAY))).isEmpty();
  }

  @Rule("R-CAP-02")
  @Test
  void aReleasedCardIsStillATradeOfItsDay() {
    Payment.Paid hosted = Statements.hosted(paid);
    placedOrder();
    RefundStep release = step(1, new RefundAct.Abandon(Money.of(1000)));
    holdingOrder(() -> {
      books.payments().add(Payment.begin(hosted.attempt()));
      books.payments().save(hosted);
      books.refunds().add(refund(hosted, release).with(release, DONE));
    });
    assertThat(unseen(StatementFile.TradeNoAio, Period.of(DAY))).containsExactly(hosted);
    assertThat(unseen(StatementFile.FundingReconDetail, Period.of(DAY))).isEmpty();
  }

  @Test
  void refundsOfACardAreUntoldUntilFilesTellOfAllOfThem() {
    Payment.Paid known = paidOrder();
    Report reading = begun();
    assertThat(untold(FILE, DAY, Optional.empty())).isEmpty();
    holdingOrder(() -> books.refunds().add(Statements.refunded(known, 400, Samples.NOW)));
    UntoldRefund all = new UntoldRefund(known, Money.of(400));
    assertThat(untold(FILE, DAY, Optional.empty())).containsExactly(all);
    assertThat(untold(FILE, DAY, Optional.of(all))).isEmpty();
    assertThat(untold(FILE, DAY.plusDays(1), Optional.empty())).isEmpty();
    assertThat(untold(FILE, DAY.minusDays(1), Optional.empty())).isEmpty();
    assertThat(untold(StatementFile.FundingReconDetail, DAY, Optional.empty()))
        .containsExactly(all);
    assertThat(untold(StatementFile.TradeNoAio, DAY, Optional.empty())).isEmpty();
    enter(reading, refundLine(known, "r#1", -100));
    assertThat(untold(FILE, DAY, Optional.empty()))
        .containsExactly(new UntoldRefund(known, Money.of(300)));
    enter(reading, refundLine(known, "r#2", -300));
    assertThat(untold(FILE, DAY, Optional.empty())).isEmpty();
  }

  @Rule("U-03")
  @Test
  void refundsOfAPaymentAreOvertoldOnceFilesTellTogetherOfMoreThanWentBackHowOftenTheyAreRead() {
    Payment.Paid known = paidOrder();
    holdingOrder(() -> books.refunds().add(Statements.refunded(known, 400, Samples.NOW)));
    Report first = begun();
    Entry hundred = refundLine(known, "r#1", -100);
    Entry more = refundLine(known, "r#2", -301);
    assertThat(overtold(first, hundred)).isEmpty();
    ToldRefunds all = new ToldRefunds(known, Money.of(400), Money.of(401));
    assertThat(overtold(first, more)).containsExactly(all);
    assertThat(books.statementBooks().overtoldRefunds(first, Optional.of(all), 10)).isEmpty();
    Report again = first.reading(Samples.NOW);
    assertThat(overtold(again, hundred, more)).containsExactly(all);
    Report other = reportOf(DAY.plusDays(2));
    assertThat(overtold(other)).isEmpty();
    assertThat(overtold(other, refundLine(known, "r#3", -1)))
        .containsExactly(new ToldRefunds(known, Money.of(400), Money.of(402)));
  }

  private List<ToldRefunds> overtold(Report to, Entry... lines) {
    enter(to, lines);
    return books.statementBooks().overtoldRefunds(to, Optional.empty(), 10);
  }

  @Test
  void anUntoldRefundIsSettledByItsOwnLinesOnly() {
    Payment.Paid known = paidOrder();
    begun();
    Report due = reportOf(DAY.plusDays(2));
    holdingOrder(() -> books.refunds().add(Statements.refunded(known, 400, Samples.NOW)));
    Subject about =
        new Subject(
            known.tradeNo().value(),
            Optional.of(known.id()),
            Optional.of(known.order()),
            Subject.REFUND);
    enter(due, new MissingThere(about, -400, false));
    StatementLine payment = Statements.of(known.tradeNo().value(), 1000).line();
    enter(due, entry("p#1", payment, Optional.of(known.id())), refundLine(known, "r#1", -399));
    assertThat(arrived(due)).isEqualTo(State.OPEN);
    enter(due, refundLine(known, "r#2", -1));
    assertThat(arrived(due)).isEqualTo(State.SETTLED);
  }

  private State arrived(Report in) {
    books.transactions().run(() -> books.reports().settleArrived(Samples.SHOP, FILE, Samples.NOW));
    return books.reports().differences(Samples.SHOP, in.id(), 0, 9).getFirst().state();
  }

  private List<UntoldRefund> untold(
      StatementFile file, LocalDate day, Optional<UntoldRefund> after) {
    Period period = Period.of(day);
    return books
        .statementBooks()
        .untoldRefunds(Samples.SHOP, file, period.begin(), period.end(), after, 10);
  }

  @Rule("R-CAP-09")
  @Test
  void whatAPersonPaidBackWentBackToo() {
    Payment.Paid known = paidOrder();
    RefundStep byHand = step(1, new RefundAct.PayByHand(Money.of(1000), "ATM_TAISHIN"));
    Refund refund = refund(known, byHand);
    holdingOrder(() -> books.refunds().add(refund));

    holdingOrder(() -> books.refunds().save(refund.with(byHand, DONE)));

    assertThat(refunded(known)).isEqualTo(Money.of(1000));
    assertThat(overtold(begun(), refundLine(known, "r#1", -1000)))
        .as("what a person paid back stands in no file")
        .containsExactly(new ToldRefunds(known, Money.ZERO, Money.of(1000)));
    assertThat(unseen(Optional.empty())).as("it came in all the same").containsExactly(known);
  }

  private static Refund refund(Payment.Paid known, RefundStep... steps) {
    return Statements.refund(known, 1000, List.of(steps), Samples.NOW);
  }

  private static RefundStep step(int number, RefundAct act) {
    return new RefundStep(number, act, new StepState.Due());
  }

  private Money refunded(Payment payment) {
    return known(payment).refunded();
  }
}
