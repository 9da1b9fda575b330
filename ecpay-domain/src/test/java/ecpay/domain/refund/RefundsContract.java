package ecpay.domain.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.payment.Payment;
import ecpay.domain.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public abstract class RefundsContract extends BooksContract {
  private static final InvoiceId INVOICE = new InvoiceId("INVOICE0001");

  private static final List<ReturnedLine> LINES =
      List.of(
          new ReturnedLine(1, Quantity.of(1), Optional.of(Money.of(350))),
          new ReturnedLine(3, Optional.empty(), Optional.of(Money.of(50))));

  private static final List<RefundAct> ACTS =
      List.of(
          new RefundAct.Withhold(Money.of(10)),
          new RefundAct.VoidInvoice(INVOICE, Money.of(1000)),
          new RefundAct.CancelScheduledInvoice(INVOICE, Money.of(20)),
          new RefundAct.IssueAllowance(
              INVOICE, LINES, Money.of(400), Samples.onlineConsent(), Optional.of("王小明")),
          new RefundAct.IssueAllowance(
              INVOICE, LINES, Money.of(400), Samples.paperConsent(), Optional.empty()),
          new RefundAct.CancelCapture(Money.of(1000)),
          new RefundAct.Abandon(Money.of(1000)),
          new RefundAct.RefundCard(Money.of(400)),
          new RefundAct.PayByHand(Money.of(400), "ATM_TAISHIN"));

  private static final List<StepState> STATES =
      List.of(
          new StepState.Due(),
          new StepState.Waiting("the buyer's consent", Samples.NOW),
          new StepState.Sent(Samples.NOW, Money.of(7)),
          new StepState.Lost(Samples.NOW, Money.ZERO, false),
          new StepState.Failed("10200999", "error_balance_R"),
          new StepState.Done(Samples.NOW, Optional.empty()),
          new StepState.Done(
              Samples.NOW, Optional.of(new PaidByHand("Ms Lin", Samples.NOW, "TX-1", "by phone"))));

  private void paid() {
    placedOrder();
    holdingOrder(() -> books.payments().add(new Payment.Opening(Samples.attempt())));
  }

  private static RefundWish wish(Goods goods) {
    return new RefundWish(
        goods, Optional.of(Samples.paperConsent()), Optional.of("王小明"), new VoidReason("退貨"));
  }

  private static Refund refund(String id, long before, long amount, Goods goods) {
    List<RefundStep> steps = new ArrayList<>();
    for (RefundAct act : ACTS) {
      steps.add(new RefundStep(steps.size() + 1, act, new StepState.Due()));
    }
    return new Refund(
        new RefundId(id),
        Samples.SHOP,
        Samples.ORDER,
        Samples.attempt().id(),
        new RefundReference(id),
        wish(goods),
        true,
        goods instanceof Goods.Everything,
        Money.of(1000),
        Money.of(before),
        Money.of(amount),
        steps,
        new Refund.Status.UnderWay(),
        Samples.NOW);
  }

  private static Refund refund(String id, long before, long amount) {
    return refund(id, before, amount, new Goods.Everything());
  }

  @Test
  void aRefundIsFoundByItsIdAndItsOrder() {
    paid();
    List<Goods> goods =
        List.of(
            new Goods.Everything(),
            new Goods.Lines(Optional.of(INVOICE), LINES),
            new Goods.Amount(Optional.empty(), Money.of(5)));
    List<Refund> added = new ArrayList<>();
    for (int i = 0; i < goods.size(); i++) {
      Refund refund = refund("REFUND" + i, i * 10L, 10, goods.get(i)).done(Samples.NOW);
      holdingOrder(() -> books.refunds().add(refund));
      assertThat(books.refunds().find(Samples.SHOP, refund.id())).contains(refund);
      added.add(refund);
    }
    assertThat(books.refunds().ofOrder(Samples.SHOP, Samples.ORDER))
        .containsExactlyElementsOf(added);
  }

  @Test
  void whatWasSavedLastIsFound() {
    paid();
    Refund added = refund("REFUND1", 0, 1000);
    holdingOrder(() -> books.refunds().add(added));
    for (StepState state : STATES) {
      for (RefundStep step : added.steps()) {
        Refund moved = added.with(step, state);
        holdingOrder(() -> books.refunds().save(moved));
        assertThat(books.refunds().find(Samples.SHOP, added.id())).contains(moved);
      }
    }
    for (Refund.Status status :
        List.of(
            new Refund.Status.Stopped("R-INV-22", "too late"),
            new Refund.Status.Cancelling(),
            new Refund.Status.Cancelled(Samples.NOW),
            new Refund.Status.Done(Samples.NOW))) {
      Refund moved = in(added.replanned(List.of()), status);
      holdingOrder(() -> books.refunds().save(moved));
      assertThat(books.refunds().find(Samples.SHOP, added.id())).contains(moved);
    }
  }

  private static Refund in(Refund refund, Refund.Status status) {
    return new Refund(
        refund.id(),
        refund.merchant(),
        refund.order(),
        refund.payment(),
        refund.reference(),
        refund.wish(),
        refund.ofOrder(),
        refund.everything(),
        refund.paid(),
        refund.before(),
        refund.amount(),
        refund.steps(),
        status,
        refund.startedAt());
  }

  @Rule("R-CAP-13")
  @Test
  void oneRefundOfAnOrderIsOpenAtATime() {
    paid();
    Refund first = refund("REFUND1", 0, 100);
    holdingOrder(() -> books.refunds().add(first));
    assertThatThrownBy(() -> holdingOrder(() -> books.refunds().add(refund("REFUND2", 100, 100))))
        .isInstanceOf(IllegalStateException.class);
    holdingOrder(() -> books.refunds().save(first.done(Samples.NOW)));
    holdingOrder(() -> books.refunds().add(refund("REFUND2", 100, 100)));
    assertThat(books.refunds().ofOrder(Samples.SHOP, Samples.ORDER)).hasSize(2);
  }

  @Rule("R-CAP-13")
  @Test
  void anOrderIsWithheldWhileAllOfItsMoneyGoesBackOrHasGoneBack() {
    paid();
    assertThat(books.refunds().isWithheld(Samples.SHOP, Samples.ORDER)).isFalse();
    Refund part = refund("REFUND0", 0, 5, new Goods.Amount(Optional.empty(), Money.of(5)));
    holdingOrder(() -> books.refunds().add(part.done(Samples.NOW)));
    assertThat(books.refunds().isWithheld(Samples.SHOP, Samples.ORDER)).isFalse();
    Refund refund = refund("REFUND1", 5, 100);
    holdingOrder(() -> books.refunds().add(refund));
    assertThat(books.refunds().isWithheld(Samples.SHOP, Samples.ORDER)).isTrue();
    holdingOrder(() -> books.refunds().save(refund.done(Samples.NOW)));
    assertThat(books.refunds().isWithheld(Samples.SHOP, Samples.ORDER)).isTrue();
    holdingOrder(() -> books.refunds().save(refund.cancelled(Samples.NOW)));
    assertThat(books.refunds().isWithheld(Samples.SHOP, Samples.ORDER)).isFalse();
  }

  @Test
  void whatWaitsForAPersonIsATask() {
    paid();
    Refund byHand =
        refund("REFUND1", 0, 400).replanned(List.of()).replanned(List.of(ACTS.getLast()));
    Refund next = byHand;
    for (RefundStep step : byHand.steps()) {
      if (!step.isMoney()) {
        next = next.with(step, new StepState.Done(Samples.NOW, Optional.empty()));
      }
    }
    Refund task = next;
    assertThat(task.byHand()).isPresent();
    holdingOrder(() -> books.refunds().add(task));
    assertThat(books.refunds().tasks(Samples.SHOP, "", 10)).containsExactly(task);
    assertThat(books.refunds().tasks(Samples.SHOP, "REFUND1", 10)).isEmpty();
    holdingOrder(() -> books.refunds().save(task.done(Samples.NOW)));
    assertThat(books.refunds().tasks(Samples.SHOP, "", 10)).isEmpty();
  }
}
