package ecpay.domain.world.ecpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.BindCardPayToken;
import ecpay.domain.boundcard.BindResult;
import ecpay.domain.boundcard.BindResultReader;
import ecpay.domain.boundcard.Binding;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.boundcard.KnownCard;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.CheckoutToken;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.payment.report.PaymentFailure;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ECPay's side of bound cards, with books of its own. */
public final class ScriptedCards implements BoundCardGateway {
  private static final URI BANK = URI.create("https://bank.example/3ds");

  private final Wire wire;
  private final Clock clock;
  private final ScriptedPayments payments;
  private final Map<MerchantTradeNo, MemberId> bindings = new HashMap<>();
  private final Map<BindCardId, MemberId> cards = new HashMap<>();
  private boolean withBank = true;

  public ScriptedCards(Wire wire, Clock clock, ScriptedPayments payments) {
    this.wire = wire;
    this.clock = clock;
    this.payments = payments;
  }

  /** From now on cards are bound at once, without 3-D Secure. */
  public void bindAtOnce() {
    withBank = false;
  }

  /** The member passes 3-D Secure: ECPay keeps the card. */
  public BindCardId keep(MemberId member) {
    BindCardId id = new BindCardId("bind-" + cards.size());
    cards.put(id, member);
    return id;
  }

  public int kept() {
    return cards.size();
  }

  /** What a browser brings: {@code trade number, the id of the card or a failure}. */
  public static byte[] brought(MerchantTradeNo tradeNo, String claim) {
    return (tradeNo + " " + claim).getBytes(UTF_8);
  }

  public BindResultReader reader() {
    return (merchant, body) -> {
      String[] words = new String(body, UTF_8).split(" ", 3);
      if (words.length != 2) {
        return Optional.empty();
      }
      MerchantTradeNo tradeNo = new MerchantTradeNo(words[0]);
      return Optional.of(
          words[1].startsWith("bind-")
              ? new BindResult.Claimed(
                  merchant.payments().merchantId(), tradeNo, new BindCardId(words[1]))
              : new BindResult.Refused(
                  merchant.payments().merchantId(), tradeNo, new PaymentFailure(words[1], "no")));
    };
  }

  @Override
  public Answer<Session> getTokenbyBindingCard(Merchant merchant, Binding binding, Buyer contact) {
    return wire.call(
        "GetTokenbyBindingCard",
        () -> {
          bindings.put(binding.tradeNo(), binding.member());
          return new Answer.Accepted<>(session());
        });
  }

  private Session session() {
    return new Session(new CheckoutToken("token"), clock.instant().plus(Duration.ofMinutes(10)));
  }

  @Override
  public Answer<Reply> createBindCard(
      Merchant merchant, Binding binding, BindCardPayToken payToken) {
    return wire.call(
        "CreateBindCard",
        () ->
            new Answer.Accepted<>(
                withBank
                    ? new Reply.MemberMustConfirm(BANK)
                    : new Reply.Told(keep(binding.member()))));
  }

  @Override
  public Answer<List<KnownCard>> getMemberBindCard(Merchant merchant, Binding binding) {
    return wire.call(
        "GetMemberBindCard",
        () ->
            bindings.containsKey(binding.tradeNo())
                ? new Answer.Accepted<>(
                    cards.entrySet().stream()
                        .filter(card -> card.getValue().equals(binding.member()))
                        .map(card -> new KnownCard(card.getKey(), "2222"))
                        .toList())
                : new Answer.Refused<>("5100011", "no binding of this member"));
  }

  @Override
  public Answer<Gone> deleteMemberBindCard(Merchant merchant, BindCardId card) {
    return wire.call(
        "DeleteMemberBindCard",
        () ->
            cards.remove(card) == null
                ? new Answer.Refused<>("5100011", "unknown")
                : new Answer.Accepted<>(new Gone()));
  }

  @Override
  public Answer<PaymentReply> createPaymentWithCardID(
      Merchant merchant, Order order, Attempt attempt, MemberId member, BindCardId card) {
    return wire.call(
        "CreatePaymentWithCardID",
        () -> {
          if (!member.equals(cards.get(card))) {
            return new Answer.Refused<>("5100011", "no card of this member");
          }
          payments.chargeByCard(attempt);
          return new Answer.Accepted<>(new PaymentReply.BuyerMustConfirm(BANK));
        });
  }

  @Override
  public Answer<Session> getTokenbyUser(Merchant merchant, MemberId member, Buyer contact) {
    return wire.call("GetTokenbyUser", () -> new Answer.Accepted<>(session()));
  }
}
