package ecpay.adapter.http.card;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.http.Facts;
import ecpay.adapter.http.ScriptedEcpay;
import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardAction;
import ecpay.domain.card.CardGateway;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.TradeDetails;
import ecpay.domain.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A later charge of a contract shares its MerchantTradeNo with the first one. */
class UntoldTradeNoTest {
  private static Payment.Paid laterCharge(Offer offer) {
    TradeDetails told = Samples.tradeDetails();
    return new Payment.Paid(
        new Attempt(
            new PaymentId("PAYMENT0002"),
            Samples.SHOP,
            Samples.ORDER,
            new MerchantTradeNo("TRADE0001"),
            2,
            Money.of(1000),
            offer,
            Samples.NOW),
        new TradeDetails(
            "",
            told.amount(),
            told.paymentType(),
            told.createdAt(),
            told.paidAt(),
            told.chargeFee(),
            told.processFee(),
            told.card(),
            Optional.empty()));
  }

  @Rule("R-CAP-01")
  @Test
  void nothingIsAskedOrDoneBeforeEcpayHasToldWhichChargeItIs() {
    Set<PaymentMethod> card = Set.of(PaymentMethod.CARD);
    try (ScriptedEcpay ecpay = new ScriptedEcpay()) {
      CardGateway cards = Facts.adapter(Facts.settings(ecpay.uri())).getInstance(CardGateway.class);
      Payment.Paid embedded = laterCharge(Offer.embedded(card));
      assertThat(cards.queryCard(Facts.MERCHANT, embedded)).isInstanceOf(Answer.NotSent.class);
      for (Payment.Paid paid : List.of(embedded, laterCharge(Offer.hosted(card)))) {
        assertThat(cards.doAction(Facts.MERCHANT, paid, CardAction.REFUND, Money.of(1000)))
            .isInstanceOf(Answer.NotSent.class);
      }
      assertThat(ecpay.requests()).isEmpty();
    }
  }
}
