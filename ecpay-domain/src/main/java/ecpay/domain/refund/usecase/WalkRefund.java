package ecpay.domain.refund.usecase;

import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.Refunds;
import ecpay.domain.rule.IllegalMoveException;
import java.time.Instant;
import java.util.Optional;

/**
 * Walks the open refund of an order, step by step, as far as it goes now. Killed between any two
 * steps, it goes on from there.
 */
public final class WalkRefund {
  /** More than any refund needs at once; a guard, not a limit. */
  private static final int MOST_STEPS = 200;

  private final Refunds refunds;
  private final WalkDocuments documents;
  private final WalkMoney money;
  private final RefundBooks books;

  public WalkRefund(Refunds refunds, WalkDocuments documents, WalkMoney money, RefundBooks books) {
    this.refunds = refunds;
    this.documents = documents;
    this.money = money;
    this.books = books;
  }

  /** One run; the answer says when to come back, if at all. */
  public Progress proceed(FollowUp.SettleRefunds followUp) {
    Progress progress = Progress.DONE;
    for (int step = 0; step < MOST_STEPS; step++) {
      Optional<Refund> open =
          refunds.ofOrder(followUp.merchant(), followUp.order()).stream()
              .filter(Refund::isOpen)
              .findFirst();
      if (open.isEmpty()) {
        return Progress.DONE;
      }
      progress = walk(open.get());
      if (!(progress instanceof Progress.WaitUntil(Instant at)) || at.isAfter(books.now())) {
        return progress;
      }
    }
    return progress;
  }

  private Progress walk(Refund refund) {
    return switch (refund.status()) {
      case Refund.Status.UnderWay() ->
          refund.next().map(step -> walk(refund, step)).orElseGet(() -> books.completed(refund));
      case Refund.Status.Cancelling() -> takeBack(refund);
      case Refund.Status.Stopped _, Refund.Status.Cancelled _, Refund.Status.Done _ ->
          Progress.DONE;
    };
  }

  private Progress walk(Refund refund, RefundStep step) {
    return switch (step.act()) {
      case RefundAct.OfDocument act -> documents.walk(refund, step, act);
      case RefundAct.OfCard act -> money.walk(refund, step, act);
      case RefundAct.PayByHand _ -> books.byHand(refund, step);
    };
  }

  /** What cannot be taken back any more stops the refund, so that a person may let it go on. */
  private Progress takeBack(Refund refund) {
    try {
      return documents.takeBack(refund);
    } catch (IllegalMoveException broken) {
      RefundStep last = refund.steps().getLast();
      return books.stopped(refund, last, broken.rule(), broken.reason());
    }
  }
}
