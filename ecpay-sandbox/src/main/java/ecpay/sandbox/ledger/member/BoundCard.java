package ecpay.sandbox.ledger.member;

import ecpay.sandbox.ledger.trade.CardOutcome;
import java.time.LocalDateTime;

/**
 * A card that a member may pay with again.
 *
 * @param bindCardId BindCardID, unguessable
 * @param merchantTradeNo the binding, or the payment at which it was remembered
 * @param outcome what paying with it leads to
 * @param at when it was bound, Taipei time
 */
public record BoundCard(
    String bindCardId,
    String merchantId,
    String memberId,
    String merchantTradeNo,
    String card6,
    String card4,
    CardOutcome outcome,
    LocalDateTime at) {
  BoundCard leadingTo(CardOutcome next) {
    return new BoundCard(bindCardId, merchantId, memberId, merchantTradeNo, card6, card4, next, at);
  }
}
