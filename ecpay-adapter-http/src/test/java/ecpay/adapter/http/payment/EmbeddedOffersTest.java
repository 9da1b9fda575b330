package ecpay.adapter.http.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.setting.EcpaySettings.PaymentWire;
import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.CardOffer;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.CodeLife;
import ecpay.domain.payment.offer.Extras;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.offer.PeriodicTerms;
import ecpay.domain.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What GetTokenbyTrade says of an offer (payments-ecpg.md, section 3). */
class EmbeddedOffersTest {
  private static final CardOffer MONTHLY =
      new CardOffer(
          Set.of(),
          false,
          Optional.of(new PeriodicTerms(PeriodicTerms.Unit.MONTH, 2, 12)),
          Optional.of(new MemberId("m-7")));

  private static ObjectNode said(PaymentWire wire, Offer offer) {
    Attempt attempt =
        new Attempt(
            new PaymentId("P1"),
            Samples.SHOP,
            Samples.ORDER,
            new MerchantTradeNo("T1"),
            Money.of(5000),
            offer,
            Samples.NOW);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    new GetTokenbyTrade(Samples.content(), attempt, Samples.merchant().callbacks(), wire)
        .write(data);
    return data;
  }

  private static Offer offer(
      CardOffer card, CodeLife codes, Optional<String> brand, PaymentMethod... methods) {
    return new Offer(Channel.EMBEDDED, Set.of(methods), card, codes, brand);
  }

  private static Offer offer(CardOffer card, PaymentMethod... methods) {
    return offer(card, CodeLife.DEFAULT, Optional.empty(), methods);
  }

  @Rule("R-ORD-16")
  @Test
  void instalmentsFlexibleOnesAndBonusPointsStandInCardInfo() {
    CardOffer parts = new CardOffer(Set.of(12, 6, 3), false, Optional.empty(), Optional.empty());
    ObjectNode data =
        said(
            PaymentWire.USUAL,
            offer(
                parts,
                PaymentMethod.CARD,
                PaymentMethod.INSTALMENTS,
                PaymentMethod.FLEXIBLE_INSTALMENTS));
    assertThat(data.path("PaymentUIType").asInt()).isEqualTo(2);
    assertThat(data.path("ChoosePaymentList").asText()).isEqualTo("1,2,8");
    assertThat(data.at("/CardInfo/CreditInstallment").asText()).isEqualTo("3,6,12");
    assertThat(data.at("/CardInfo/FlexibleInstallment").asInt()).isEqualTo(30);
    assertThat(data.at("/CardInfo/Redeem").isMissingNode()).as("D-28").isTrue();
    CardOffer bonus = new CardOffer(Set.of(), true, Optional.empty(), Optional.empty());
    assertThat(
            said(
                    new PaymentWire(2, false, "", PaymentWire.USUAL.statements()),
                    offer(bonus, PaymentMethod.CARD))
                .at("/CardInfo/Redeem")
                .intValue())
        .isEqualTo(2);
  }

  @Rule({"R-ORD-15", "R-ORD-17"})
  @Test
  void aContractIsOfItsOwnTypeAndItsFieldsStandWhereTheSettingSays() {
    ObjectNode usual = said(PaymentWire.USUAL, offer(MONTHLY, PaymentMethod.CARD));
    assertThat(usual.path("PaymentUIType").asInt(-1)).isZero();
    assertThat(usual.has("ChoosePaymentList")).isFalse();
    assertThat(usual.at("/CardInfo/PeriodAmount").intValue()).isEqualTo(5000);
    assertThat(usual.at("/CardInfo/PeriodType").asText()).isEqualTo("M");
    assertThat(usual.at("/CardInfo/Frequency").intValue()).isEqualTo(2);
    assertThat(usual.at("/CardInfo/ExecTimes").intValue()).isEqualTo(12);
    assertThat(usual.at("/CardInfo/PeriodReturnURL").asText()).endsWith("/period");
    assertThat(usual.path("RememberCard").intValue()).isEqualTo(1);
    assertThat(usual.at("/ConsumerInfo/MerchantMemberID").asText()).isEqualTo("m-7");
    ObjectNode other =
        said(
            new PaymentWire(1, true, "", PaymentWire.USUAL.statements()),
            offer(MONTHLY, PaymentMethod.CARD)); // U-04
    assertThat(other.at("/OrderInfo/PeriodType").asText()).isEqualTo("M");
    assertThat(other.at("/CardInfo/PeriodType").isMissingNode()).isTrue();
  }

  @Rule("R-ORD-14")
  @Test
  void codesHaveTheirLivesAndTheirBankOrStore() {
    CodeLife life = new CodeLife(5, 60, 2);
    ObjectNode atm =
        said(
            PaymentWire.USUAL,
            offer(CardOffer.PLAIN, life, Optional.of("FIRST"), PaymentMethod.ATM));
    assertThat(atm.at("/ATMInfo/ExpireDate").intValue()).isEqualTo(5);
    assertThat(atm.at("/ATMInfo/ATMBankCode").asText()).isEqualTo("FIRST");
    ObjectNode cvs =
        said(
            PaymentWire.USUAL,
            offer(CardOffer.PLAIN, life, Optional.of("FAMILY"), PaymentMethod.CVS_CODE));
    assertThat(cvs.at("/CVSInfo/StoreExpireDate").intValue()).isEqualTo(60);
    assertThat(cvs.at("/CVSInfo/CVSCode").asText()).isEqualTo("FAMILY");
    ObjectNode barcode =
        said(
            PaymentWire.USUAL,
            offer(CardOffer.PLAIN, life, Optional.empty(), PaymentMethod.CVS_BARCODE));
    assertThat(barcode.at("/BarcodeInfo/StoreExpireDate").intValue()).isEqualTo(2);
    assertThat(barcode.path("RememberCard").asInt(-1)).isZero();
  }

  @Test
  void applePayAndUnionPayStandInTheListWithTheirResultAddress() {
    ObjectNode data =
        said(
            PaymentWire.USUAL,
            offer(CardOffer.PLAIN, PaymentMethod.APPLE_PAY, PaymentMethod.UNION_PAY));
    assertThat(data.path("ChoosePaymentList").asText()).isEqualTo("6,7");
    assertThat(data.at("/UnionPayInfo/OrderResultURL").asText()).endsWith("/payment-result");
    assertThat(data.at("/CardInfo/OrderResultURL").asText()).endsWith("/payment-result");
  }

  @Rule("R-ORD-10")
  @Test
  void linesForTheCounterAndWhatIsGivenBackStandWhereEcpayReadsThem() {
    Extras extras =
        new Extras(
            List.of("tea", "cup"),
            List.of("A-1 & more"),
            Optional.empty(),
            Optional.empty(),
            false);
    ObjectNode data =
        said(
            PaymentWire.USUAL,
            new Offer(
                Channel.EMBEDDED,
                Set.of(PaymentMethod.CVS_CODE),
                CardOffer.PLAIN,
                CodeLife.DEFAULT,
                Optional.empty(),
                extras));
    assertThat(data.at("/CVSInfo/Desc_1").asText()).isEqualTo("tea");
    assertThat(data.at("/CVSInfo/Desc_2").asText()).isEqualTo("cup");
    assertThat(data.at("/CVSInfo/Desc_3").isMissingNode()).isTrue();
    assertThat(data.path("CustomField").asText()).isEqualTo("A-1 & more");
    assertThat(said(PaymentWire.USUAL, Offer.embedded(Set.of(PaymentMethod.CARD))).toString())
        .doesNotContain("CustomField", "Desc_");
  }
}
