package ecpay.adapter.http.boundcard;

import ecpay.adapter.http.call.EcpayApi;
import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.BindCardPayToken;
import ecpay.domain.boundcard.BindResultReader;
import ecpay.domain.boundcard.Binding;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.boundcard.KnownCard;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.offer.MemberId;
import java.util.List;

/** The table of the operations on bound cards, called with the merchant's payment account. */
public final class EcpayBoundCards implements BoundCardGateway {
  private final EcpayApi api;

  public EcpayBoundCards(EcpayApi api) {
    this.api = api;
  }

  /** What reads CB-04. */
  public static BindResultReader results() {
    return new BindResults();
  }

  @Override
  public Answer<Session> getTokenbyBindingCard(Merchant merchant, Binding binding, Buyer contact) {
    return api.call(
        merchant.payments(), new GetTokenbyBindingCard(binding, contact, merchant.callbacks()));
  }

  @Override
  public Answer<Reply> createBindCard(
      Merchant merchant, Binding binding, BindCardPayToken payToken) {
    return api.call(merchant.payments(), new CreateBindCard(binding, payToken));
  }

  @Override
  public Answer<List<KnownCard>> getMemberBindCard(Merchant merchant, Binding binding) {
    return api.call(merchant.payments(), new GetMemberBindCard(binding));
  }

  @Override
  public Answer<Gone> deleteMemberBindCard(Merchant merchant, BindCardId card) {
    return api.call(merchant.payments(), new DeleteMemberBindCard(card));
  }

  @Override
  public Answer<PaymentReply> createPaymentWithCardID(
      Merchant merchant, Order order, Attempt attempt, MemberId member, BindCardId card) {
    return api.call(
        merchant.payments(),
        new CreatePaymentWithCardID(order, attempt, member, card, merchant.callbacks()));
  }

  @Override
  public Answer<Session> getTokenbyUser(Merchant merchant, MemberId member, Buyer contact) {
    return api.call(merchant.payments(), new GetTokenbyUser(member, contact));
  }
}
