package ecpay.domain.world;

import ecpay.domain.boundcard.usecase.BindCard;
import ecpay.domain.boundcard.usecase.CardBooks;
import ecpay.domain.boundcard.usecase.ConfirmBinding;
import ecpay.domain.boundcard.usecase.DeleteCard;
import ecpay.domain.boundcard.usecase.PayWithCard;
import ecpay.domain.followup.Patience;
import java.time.Clock;

/** What a shop does with its members' cards. */
public final class CardWorld {
  public final BindCard bind;
  public final ConfirmBinding confirm;
  public final DeleteCard delete;
  public final PayWithCard pay;

  CardWorld(Ports ports, PaymentWorld payments, Clock clock) {
    Patience patience = Patience.DEFAULT;
    CardBooks books = new CardBooks(ports.cards, ports.events, ports.followUps);
    confirm =
        new ConfirmBinding(
            ports.transactions,
            ports.merchants,
            ports.cards,
            ports.safe,
            ports.binding,
            books,
            patience,
            clock);
    bind =
        new BindCard(
            ports.transactions,
            ports.merchants,
            ports.cards,
            ports.safe,
            ports.binding,
            ports.bindResults,
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
            ports.binding,
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
            ports.binding,
            payments.earlierAttempts,
            payments.takeReply,
            ports.journal,
            ports.events,
            ports.followUps,
            ports.identities,
            patience,
            clock);
  }
}
