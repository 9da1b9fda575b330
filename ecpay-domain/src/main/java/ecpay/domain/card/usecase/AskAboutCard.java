package ecpay.domain.card.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardGateway;
import ecpay.domain.card.CardKind;
import ecpay.domain.card.CardTrade;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.rule.Violations;
import java.util.NoSuchElementException;

/** Asks ECPay how a card payment stands (R-CAP-01). Queries only. */
public final class AskAboutCard {
  private final Merchants merchants;
  private final Payments payments;
  private final CardGateway gateway;

  public AskAboutCard(Merchants merchants, Payments payments, CardGateway gateway) {
    this.merchants = merchants;
    this.payments = payments;
    this.gateway = gateway;
  }

  /**
   * How the card of that payment stands now.
   *
   * @throws NoSuchElementException if the merchant has no such payment
   * @throws ecpay.domain.rule.RuleViolationException R-CAP-02 unless it is paid, R-CAP-09 unless by
   *     card
   */
  public Answer<CardTrade> ask(MerchantId merchant, PaymentId id) {
    Payment.Paid paid = paid(merchant, id);
    demandCard(paid);
    return ask(merchants.get(merchant), paid);
  }

  /** {@link #ask(MerchantId, PaymentId)} for a card payment that was looked up. */
  public Answer<CardTrade> ask(Merchant merchant, Payment.Paid paid) {
    Violations.demand(
        paid.attempt().channel() == Channel.EMBEDDED || merchant.cards().checkCode().isPresent(),
        "R-CAP-01",
        "payment",
        "it was paid on ECPay's page: asking about its card needs the merchant's check code, see"
            + " the setting payment.card-check-code");
    return gateway.queryCard(merchant, paid);
  }

  /**
   * @throws NoSuchElementException if the merchant has no such payment
   * @throws ecpay.domain.rule.RuleViolationException R-CAP-02 unless it is paid
   */
  public Payment.Paid paid(MerchantId merchant, PaymentId id) {
    Payment payment =
        payments
            .find(id)
            .filter(found -> found.merchant().equals(merchant))
            .orElseThrow(() -> new NoSuchElementException("no payment " + id));
    Violations.demand(
        payment instanceof Payment.Paid, "R-CAP-02", "payment", "no money has come of it");
    return (Payment.Paid) payment;
  }

  /** The kind of card that paid. */
  static CardKind demandCard(Payment.Paid paid) {
    Violations.demand(
        CardKind.of(paid).isPresent(),
        "R-CAP-09",
        "payment",
        "it was not paid by card: there is nothing to capture");
    return CardKind.of(paid).orElseThrow();
  }
}
