package ecpay.domain.boundcard;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.payment.CheckoutToken;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.rule.IllegalMoveException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A card of a member, one type per state.
 *
 * <pre>
 * Opening -> Open -> Submitted -> AwaitingMember -> Claimed -> Bound -> Deleting -> Deleted
 *       any of the first five  -> Failed
 * </pre>
 *
 * <p>A card is used only once ECPay itself has listed it for the member; what a browser says is a
 * claim (R-PAY-08).
 */
public sealed interface BoundCard {
  /** How long a Token may be used, and how long a member may take for 3-D Secure (R-PAY-02). */
  Duration TOKEN_LIFE = Duration.ofMinutes(10);

  Binding binding();

  default CardId id() {
    return binding().id();
  }

  default MerchantId merchant() {
    return binding().merchant();
  }

  default MemberId member() {
    return binding().member();
  }

  /** GetTokenbyBindingCard is on its way. */
  record Opening(Binding binding) implements BoundCard {
    /** The form is there; our ten minutes end with ECPay's at the latest. */
    public Open opened(CheckoutToken token, Instant at, Instant expiresAt) {
      Instant ours = at.plus(TOKEN_LIFE);
      return new Open(binding, token, expiresAt.isBefore(ours) ? expiresAt : ours);
    }
  }

  /** The member sees the form. */
  record Open(Binding binding, CheckoutToken token, Instant usableUntil) implements BoundCard {
    public boolean isUsableAt(Instant now) {
      return !now.isAfter(usableUntil);
    }

    /**
     * CreateBindCard is about to leave.
     *
     * @throws IllegalMoveException R-PAY-02 when the Token is too old
     */
    public Submitted submit(Instant at) {
      if (!isUsableAt(at)) {
        throw new IllegalMoveException("R-PAY-02", "its Token is older than 10 minutes", "binding");
      }
      return new Submitted(binding, at);
    }
  }

  /** CreateBindCard was sent, and how it ended is not known (R-PAY-13). */
  record Submitted(Binding binding, Instant at) implements BoundCard {}

  /** The member is on the bank's page. */
  record AwaitingMember(Binding binding, URI page, Instant since) implements BoundCard {}

  /** Somebody says that it is bound; ECPay's list must confirm it. */
  record Claimed(Binding binding, SealedCardId card, Instant since) implements BoundCard {}

  /** It can be paid with. */
  record Bound(Binding binding, SealedCardId card, String lastFour, Instant at)
      implements BoundCard {
    public Deleting deleting(Instant since) {
      return new Deleting(this, since);
    }
  }

  /** It is to be deleted, and cannot be paid with any more. */
  record Deleting(Bound bound, Instant since) implements BoundCard {
    @Override
    public Binding binding() {
      return bound.binding();
    }

    public Deleted deleted(Instant at) {
      return new Deleted(bound.binding(), bound.lastFour(), at);
    }
  }

  record Deleted(Binding binding, String lastFour, Instant at) implements BoundCard {}

  /** No card was bound, as far as ECPay has said. */
  record Failed(Binding binding, PaymentFailure failure) implements BoundCard {}

  /** ECPay's id of it, where there is one. */
  default Optional<SealedCardId> ecpayId() {
    return switch (this) {
      case Claimed claimed -> Optional.of(claimed.card());
      case Bound bound -> Optional.of(bound.card());
      case Deleting deleting -> Optional.of(deleting.bound().card());
      case Opening _, Open _, Submitted _, AwaitingMember _, Deleted _, Failed _ ->
          Optional.empty();
    };
  }

  /**
   * Takes what a browser brought, or ECPay answered; a claim or failure that comes late is none.
   */
  default BoundCard told(BindResult result, CardSafe safe, Instant now) {
    return switch (this) {
      case Submitted _, AwaitingMember _ ->
          switch (result) {
            case BindResult.Claimed claim ->
                new Claimed(binding(), safe.seal(id(), claim.card()), now);
            case BindResult.Refused refused -> new Failed(binding(), refused.failure());
          };
      case Opening _, Open _, Claimed _, Bound _, Deleting _, Deleted _, Failed _ -> this;
    };
  }

  default Failed failed(String code, String message) {
    return new Failed(binding(), new PaymentFailure(code, message));
  }
}
