package ecpay.adapter.http.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.http.Facts;
import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.crypto.CheckMac;
import ecpay.crypto.Digest;
import ecpay.domain.RandomSamples;
import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.HostedCheckout;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AioCheckOut/V5: what the buyer's browser is given to post (payments-aio.md, section 2). */
class HostedFormTest {
  private final HostedCheckout checkout =
      Facts.adapter(EcpaySettings.stage()).getInstance(HostedCheckout.class);

  private static Attempt attempt(long amount, Offer offer) {
    return new Attempt(
        new PaymentId("P1"),
        Samples.SHOP,
        Samples.ORDER,
        new MerchantTradeNo("T1"),
        Money.of(amount),
        offer,
        Samples.NOW);
  }

  private HostedCheckout.Form form(Offer offer) {
    return checkout.form(Facts.MERCHANT, Samples.order(), attempt(5000, offer));
  }

  private Map<String, String> fields(Offer offer) {
    return form(offer).fields().stream()
        .collect(Collectors.toMap(HostedCheckout.Field::name, HostedCheckout.Field::value));
  }

  private static Offer card(CardOffer card, PaymentMethod... methods) {
    return new Offer(Channel.HOSTED, Set.of(methods), card, CodeLife.DEFAULT, Optional.empty());
  }

  private static boolean isSigned(HostedCheckout.Form form) {
    return CheckMac.with(Facts.PAYMENT_KEYS)
        .verify(
            form.fields().stream()
                .map(field -> new ecpay.crypto.Field(field.name(), field.value()))
                .toList(),
            Digest.SHA256);
  }

  @Rule({"R-ORD-11", "R-ORD-12"})
  @Test
  void aPlainCardSaysWhatEveryOrderSays() {
    HostedCheckout.Form form = form(Offer.hosted(Set.of(PaymentMethod.CARD)));
    assertThat(form.action())
        .isEqualTo(URI.create("https://payment-stage.ecpay.com.tw/Cashier/AioCheckOut/V5"));
    assertThat(isSigned(form)).isTrue();
    Map<String, String> fields = fields(Offer.hosted(Set.of(PaymentMethod.CARD)));
    assertThat(fields)
        .containsEntry("MerchantID", "3002607")
        .containsEntry("MerchantTradeNo", "T1")
        .containsEntry("PaymentType", "aio")
        .containsEntry("TotalAmount", "5000")
        .containsEntry("ChoosePayment", "Credit")
        .containsEntry("EncryptType", "1")
        .containsEntry("NeedExtraPaidInfo", "Y")
        .containsEntry("TradeDesc", Samples.content().description())
        .containsEntry("ItemName", Samples.content().itemName())
        .doesNotContainKeys("PlatformID", "TimeStamp", "PaymentInfoURL", "Redeem", "UnionPay");
    assertThat(fields.get("MerchantTradeDate"))
        .matches("\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d");
    assertThat(fields.get("ReturnURL")).endsWith("/hosted-payment");
    assertThat(fields.get("OrderResultURL")).endsWith("/hosted-payment-result");
    assertThat(fields.get("ClientBackURL")).endsWith("/back/P1");
  }

  @Test
  void theSameAttemptAlwaysGivesTheSameForm() {
    Offer offer = Offer.hosted(Set.of(PaymentMethod.ATM, PaymentMethod.CARD));
    assertThat(form(offer)).isEqualTo(form(offer));
  }

  @ParameterizedTest
  @CsvSource({
    "CARD, Credit",
    "UNION_PAY, Credit",
    "FLEXIBLE_INSTALMENTS, Credit",
    "APPLE_PAY, ApplePay",
    "ATM, ATM",
    "CVS_CODE, CVS",
    "CVS_BARCODE, BARCODE",
    "WEB_ATM, WebATM",
    "TWQR, TWQR",
    "BNPL, BNPL",
    "WEIXIN, WeiXin",
    "DIGITAL_PAYMENT, DigitalPayment",
  })
  void oneMethodIsChosenByItsName(PaymentMethod method, String name) {
    assertThat(fields(Offer.hosted(Set.of(method))))
        .containsEntry("ChoosePayment", name)
        .doesNotContainKey("IgnorePayment");
  }

  @Test
  void ofSeveralMethodsAllOthersAreIgnoredButTheWallets() {
    assertThat(fields(Offer.hosted(Set.of(PaymentMethod.CARD, PaymentMethod.ATM))))
        .containsEntry("ChoosePayment", "ALL")
        .containsEntry("IgnorePayment", "ApplePay#BARCODE#BNPL#CVS#TWQR#WebATM#WeiXin");
  }

  @Rule("R-ORD-16")
  @Test
  void instalmentsBonusPointsAndUnionPayAreSaid() {
    CardOffer parts = new CardOffer(Set.of(12, 3, 6), false, Optional.empty(), Optional.empty());
    assertThat(fields(card(parts, PaymentMethod.INSTALMENTS, PaymentMethod.FLEXIBLE_INSTALMENTS)))
        .containsEntry("CreditInstallment", "3,6,12,30N");
    assertThat(
            fields(
                card(
                    new CardOffer(Set.of(), true, Optional.empty(), Optional.empty()),
                    PaymentMethod.CARD)))
        .containsEntry("Redeem", "Y");
    assertThat(fields(Offer.hosted(Set.of(PaymentMethod.UNION_PAY))))
        .containsEntry("UnionPay", "1")
        .doesNotContainKey("OrderResultURL");
  }

  @Rule({"R-ORD-15", "R-ORD-17"})
  @Test
  void aContractAndARememberedCardAreSaid() {
    CardOffer monthly =
        new CardOffer(
            Set.of(),
            false,
            Optional.of(new PeriodicTerms(PeriodicTerms.Unit.MONTH, 2, 12)),
            Optional.of(new MemberId("m-7")));
    Map<String, String> fields = fields(card(monthly, PaymentMethod.CARD));
    assertThat(fields)
        .containsEntry("PeriodAmount", "5000")
        .containsEntry("PeriodType", "M")
        .containsEntry("Frequency", "2")
        .containsEntry("ExecTimes", "12")
        .containsEntry("BindingCard", "1")
        .containsEntry("MerchantMemberID", "3002607m-7");
    assertThat(fields.get("PeriodReturnURL")).endsWith("/hosted-period");
  }

  @Rule("R-ORD-14")
  @Test
  void codesHaveTheirLivesAndAreTold() {
    CodeLife life = new CodeLife(5, 60, 2);
    Map<String, String> atm = fields(codes(life, PaymentMethod.ATM));
    assertThat(atm).containsEntry("ExpireDate", "5").doesNotContainKey("OrderResultURL");
    assertThat(atm.get("PaymentInfoURL")).endsWith("/payment-info");
    assertThat(fields(codes(life, PaymentMethod.CVS_CODE))).containsEntry("StoreExpireDate", "60");
    assertThat(fields(codes(life, PaymentMethod.CVS_BARCODE)))
        .containsEntry("StoreExpireDate", "2");
    assertThat(fields(codes(CodeLife.DEFAULT, PaymentMethod.CVS_CODE, PaymentMethod.CVS_BARCODE)))
        .doesNotContainKey("StoreExpireDate");
    assertThat(fields(Offer.hosted(Set.of(PaymentMethod.BNPL)))).containsKey("PaymentInfoURL");
  }

  private static Offer codes(CodeLife life, PaymentMethod... methods) {
    return new Offer(Channel.HOSTED, Set.of(methods), CardOffer.PLAIN, life, Optional.empty());
  }

  @Test
  void theOneBankIsSaid() {
    assertThat(
            fields(
                new Offer(
                    Channel.HOSTED,
                    Set.of(PaymentMethod.ATM),
                    CardOffer.PLAIN,
                    CodeLife.DEFAULT,
                    Optional.of("FIRST"))))
        .containsEntry("ChooseSubPayment", "FIRST");
  }

  @Rule("R-PAY-06")
  @Test
  void whatTheShopAddsIsSaidFieldByField() {
    Extras extras =
        new Extras(
            List.of("tea", "cup"),
            List.of("A-1", "B-2"),
            Optional.of("S1"),
            Optional.of("gift"),
            true);
    Map<String, String> fields =
        fields(
            new Offer(
                Channel.HOSTED,
                Set.of(PaymentMethod.CVS_CODE, PaymentMethod.ATM),
                CardOffer.PLAIN,
                CodeLife.DEFAULT,
                Optional.empty(),
                extras));
    assertThat(fields)
        .containsEntry("Desc_1", "tea")
        .containsEntry("Desc_2", "cup")
        .containsEntry("CustomField1", "A-1")
        .containsEntry("CustomField2", "B-2")
        .containsEntry("StoreID", "S1")
        .containsEntry("Remark", "gift")
        .doesNotContainKeys("Desc_3", "CustomField3");
    assertThat(fields.get("ClientRedirectURL")).endsWith("/hosted-payment-result");
    assertThat(fields(Offer.hosted(Set.of(PaymentMethod.ATM))))
        .doesNotContainKeys("ClientRedirectURL", "StoreID", "Remark", "CustomField1", "Desc_1");
  }

  @Test
  void anyOrderIsSignedAsItIs() {
    for (long seed = 0; seed < 200; seed++) {
      RandomSamples samples = new RandomSamples(seed);
      Order order = samples.order();
      HostedCheckout.Form form =
          checkout.form(
              Facts.MERCHANT, order, attempt(4000, Offer.hosted(Set.of(PaymentMethod.TWQR))));
      assertThat(isSigned(form)).as("seed " + seed).isTrue();
      assertThat(form.fields())
          .as("seed " + seed)
          .contains(
              new HostedCheckout.Field("ItemName", order.content().itemName().replace('&', '＆')));
    }
  }

  @Rule("R-TRN-07")
  @Test
  void theFormHoldsNoKey() {
    assertThat(form(Offer.hosted(Set.of(PaymentMethod.CARD))).toString())
        .doesNotContain(Facts.PAYMENT_KEY, Facts.PAYMENT_IV);
  }
}
