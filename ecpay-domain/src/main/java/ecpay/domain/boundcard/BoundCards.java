package ecpay.domain.boundcard;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.offer.MemberId;
import java.util.List;
import java.util.Optional;

/** Port: the bound cards in the books, with their ids sealed. */
public interface BoundCards {
  void add(BoundCard card);

  /** Writes the new state of a card that was {@linkplain #lock locked} in this transaction. */
  void save(BoundCard card);

  /** By the id alone, for the member's page, which knows nothing else. */
  Optional<BoundCard> find(CardId id);

  Optional<BoundCard> findByTradeNo(MerchantId merchant, MerchantTradeNo tradeNo);

  /** All of a member, oldest first; at most 1,000. */
  List<BoundCard> ofMember(MerchantId merchant, MemberId member);

  /**
   * The card, held until the transaction ends; others wait for it.
   *
   * @throws java.util.NoSuchElementException if there is no such card
   */
  BoundCard lock(CardId id);

  /**
   * Until the transaction ends, others who ask for the same member wait. It goes before {@link
   * #lock}.
   */
  void lockMember(MerchantId merchant, MemberId member);
}
