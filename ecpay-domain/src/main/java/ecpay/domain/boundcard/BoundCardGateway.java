package ecpay.domain.boundcard;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.CheckoutToken;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.offer.MemberId;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Port: the cards that ECPay keeps for members. Calls take up to 30 seconds and more. */
public interface BoundCardGateway {

  /** GetTokenbyBindingCard: opens the form in which a member enters a card. */
  Answer<Session> getTokenbyBindingCard(Merchant merchant, Binding binding, Buyer contact);

  /** CreateBindCard: binds what the member entered. Unknown means: ask, never repeat. */
  Answer<Reply> createBindCard(Merchant merchant, Binding binding, BindCardPayToken payToken);

  /** GetMemberBindCard: all cards of the member. */
  Answer<List<KnownCard>> getMemberBindCard(Merchant merchant, Binding binding);

  /** DeleteMemberBindCard. */
  Answer<Gone> deleteMemberBindCard(Merchant merchant, BindCardId card);

  /** CreatePaymentWithCardID: charges it. Unknown means: ask, never repeat. */
  Answer<PaymentReply> createPaymentWithCardID(
      Merchant merchant, Order order, Attempt attempt, MemberId member, BindCardId card);

  /** GetTokenbyUser: opens ECPay's page on which a member views and deletes cards. */
  Answer<Session> getTokenbyUser(Merchant merchant, MemberId member, Buyer contact);

  /**
   * An opened form or page.
   *
   * @param expiresAt TokenExpireDate
   */
  record Session(CheckoutToken token, Instant expiresAt) {}

  /** What an accepted CreateBindCard brings. */
  sealed interface Reply {
    /** The member must first pass 3-D Secure, on a full page (R-PAY-04). */
    record MemberMustConfirm(URI page) implements Reply {}

    /** Bound, says ECPay; GetMemberBindCard confirms it. */
    record Told(BindCardId card) implements Reply {}
  }

  /** The card is not kept any more. */
  record Gone() {}
}
