package ecpay.domain.world;

import ecpay.domain.boundcard.BindResultReader;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.boundcard.usecase.BindCard;
import ecpay.domain.boundcard.usecase.CardBooks;
import ecpay.domain.boundcard.usecase.ConfirmBinding;
import ecpay.domain.boundcard.usecase.DeleteCard;
import ecpay.domain.boundcard.usecase.PayWithCard;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.identity.Identities;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.usecase.EarlierAttempts;
import ecpay.domain.payment.usecase.TakeReply;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;

/** What a shop does with its members' cards. */
public final class CardWorld {
  public final BindCard bind;
  public final ConfirmBinding confirm;
  public final DeleteCard delete;
  public final PayWithCard pay;

  /** The ports, which can be interrupted. */
  record Ports(
      Transactions transactions,
      Merchants merchants,
      Orders orders,
      Payments payments,
      BoundCards cards,
      CardSafe safe,
      EventLog events,
      CallJournal journal,
      FollowUps followUps,
      Identities identities,
      BoundCardGateway gateway,
      BindResultReader reader) {}

  CardWorld(Ports ports, EarlierAttempts earlierAttempts, TakeReply takeReply, Clock clock) {
    Patience patience = Patience.DEFAULT;
    CardBooks books = new CardBooks(ports.cards, ports.events, ports.followUps);
    confirm =
        new ConfirmBinding(
            ports.transactions,
            ports.merchants,
            ports.cards,
            ports.safe,
            ports.gateway,
            books,
            patience,
            clock);
    bind =
        new BindCard(
            ports.transactions,
            ports.merchants,
            ports.cards,
            ports.safe,
            ports.gateway,
            ports.reader,
            confirm,
            books,
            ports.journal,
            ports.identities,
            patience,
            clock);
    delete =
        new DeleteCard(
            ports.transactions,
            ports.merchants,
            ports.cards,
            ports.safe,
            ports.gateway,
            books,
            ports.journal,
            patience,
            clock);
    pay =
        new PayWithCard(
            ports.transactions,
            ports.merchants,
            ports.orders,
            ports.payments,
            ports.cards,
            ports.safe,
            ports.gateway,
            earlierAttempts,
            takeReply,
            ports.journal,
            ports.events,
            ports.followUps,
            ports.identities,
            patience,
            clock);
  }
}
