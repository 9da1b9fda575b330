package ecpay.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.TradeDetails;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaymentPartsTest {
  private static final Instant DEADLINE = Instant.parse("2026-11-24T03:00:07Z");

  @Rule("R-ORD-05")
  @Test
  void payLaterTakesOrdersOfThreeThousandAndMore() {
    Offer later = Offer.hosted(EnumSet.of(PaymentMethod.BNPL));
    assertThat(Broken.rules(() -> attempt(3000, later))).isEmpty();
    assertThat(Broken.rules(() -> attempt(2999, later))).containsExactly("R-ORD-05 methods");
  }

  @Rule({"R-ORD-04", "R-PAY-01"})
  @Test
  void anAttemptIsForMoneyAndOffersAWayToPay() {
    assertThat(Broken.rules(() -> attempt(1, EnumSet.of(PaymentMethod.CARD)))).isEmpty();
    assertThat(Broken.rules(() -> attempt(0, EnumSet.of(PaymentMethod.CARD))))
        .containsExactly("R-ORD-04 amount");
    assertThat(Broken.rules(() -> Offer.embedded(EnumSet.noneOf(PaymentMethod.class))))
        .containsExactly("R-PAY-01 methods");
  }

  @Test
  void anAttemptKeepsItsOwnCopyOfTheMethods() {
    Set<PaymentMethod> methods = new HashSet<>(EnumSet.of(PaymentMethod.CARD));
    Attempt attempt = attempt(1, methods);
    methods.clear();
    assertThat(attempt.methods()).containsExactly(PaymentMethod.CARD);
  }

  private static Attempt attempt(long amount, Set<PaymentMethod> methods) {
    return attempt(amount, Offer.embedded(methods));
  }

  private static Attempt attempt(long amount, Offer offer) {
    return new Attempt(
        new PaymentId("P"),
        Samples.SHOP,
        Samples.ORDER,
        new MerchantTradeNo("T"),
        Money.of(amount),
        offer,
        Samples.NOW);
  }

  @Rule("R-PAY-12")
  @Test
  void anAtmCodeLastsToTheEndOfItsDayInTaipei() {
    assertThat(atm("007", "1").deadline()).isEqualTo("2026-11-24T15:59:59Z");
  }

  @Rule("R-PAY-12")
  @Test
  void aShopCodeLastsToTheGivenSecond() {
    assertThat(new PaymentInstructions.CvsCode("GW1", DEADLINE, Optional.empty()).deadline())
        .isEqualTo(DEADLINE);
    assertThat(new PaymentInstructions.CvsBarcode("1", "2", "3", DEADLINE).deadline())
        .isEqualTo(DEADLINE);
  }

  @Rule("R-PAY-06")
  @Test
  void codesHaveTheFormsOfTheSeed() {
    assertThat(Broken.rules(() -> atm("007", "1234567890123456"))).isEmpty();
    assertThat(Broken.rules(() -> atm("07", "12345678901234567")))
        .containsExactly("R-PAY-06 bankCode", "R-PAY-06 account");
    assertThat(Broken.rules(() -> atm("ABC", "")))
        .containsExactly("R-PAY-06 bankCode", "R-PAY-06 account");
    assertThat(Broken.rules(() -> cvs("A".repeat(14)))).isEmpty();
    assertThat(Broken.rules(() -> cvs("A".repeat(15)))).containsExactly("R-PAY-06 paymentNo");
    assertThat(Broken.rules(() -> cvs(" "))).containsExactly("R-PAY-06 paymentNo");
    assertThat(Broken.rules(() -> barcode("1".repeat(20), "A", "Z9"))).isEmpty();
    for (String bad : List.of("", "1".repeat(21), "a", "1-2")) {
      assertThat(Broken.rules(() -> barcode(bad, "1", "1"))).containsExactly("R-PAY-06 barcode");
      assertThat(Broken.rules(() -> barcode("1", bad, "1"))).containsExactly("R-PAY-06 barcode");
      assertThat(Broken.rules(() -> barcode("1", "1", bad))).containsExactly("R-PAY-06 barcode");
    }
  }

  private static PaymentInstructions atm(String bank, String account) {
    return new PaymentInstructions.Atm(bank, account, LocalDate.of(2026, 11, 24));
  }

  private static PaymentInstructions cvs(String number) {
    return new PaymentInstructions.CvsCode(number, DEADLINE, Optional.empty());
  }

  private static PaymentInstructions barcode(String first, String second, String third) {
    return new PaymentInstructions.CvsBarcode(first, second, third, DEADLINE);
  }

  @Rule("R-PAY-14")
  @Test
  void aFullCardNumberCannotBeKept() {
    assertThat(Broken.rules(() -> card("431195", "2222"))).isEmpty();
    assertThat(Broken.rules(() -> card("", ""))).isEmpty();
    assertThat(Broken.rules(() -> card("4311952222222222", "2222")))
        .containsExactly("R-PAY-14 firstSix");
    assertThat(Broken.rules(() -> card("43119", "22222")))
        .containsExactly("R-PAY-14 firstSix", "R-PAY-14 lastFour");
    assertThat(Broken.rules(() -> card("43119X", "222X")))
        .containsExactly("R-PAY-14 firstSix", "R-PAY-14 lastFour");
  }

  private static CardDetails card(String firstSix, String lastFour) {
    return new CardDetails(
        firstSix,
        lastFour,
        "",
        0,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        "");
  }

  @Rule({"R-PAY-15", "R-PAY-16"})
  @Test
  void feesAreDecimalsAndAnUnknownWayOfPayingIsKept() {
    TradeDetails trade =
        new TradeDetails(
            "1",
            Money.of(1),
            "Moon_Dust",
            Optional.empty(),
            Optional.empty(),
            new BigDecimal("25.55"),
            new BigDecimal("0.5"),
            Optional.empty(),
            Optional.empty());
    assertThat(trade.chargeFee()).isEqualByComparingTo("25.55");
    assertThat(trade.processFee()).isEqualByComparingTo("0.5");
    assertThat(trade.paymentType()).isEqualTo("Moon_Dust");
  }

  @Rule({"R-PAY-02", "R-TRN-07"})
  @Test
  void tokensAreBoundedAndPrintAsNothing() {
    assertThat(new CheckoutToken("secret")).hasToString("CheckoutToken[hidden]");
    assertThat(new PayToken("secret")).hasToString("PayToken[hidden]");
    String most = "x".repeat(4096);
    assertThat(Broken.rules(() -> new CheckoutToken(most))).isEmpty();
    assertThat(Broken.rules(() -> new PayToken(most))).isEmpty();
    assertThat(Broken.rules(() -> new CheckoutToken(most + "x"))).containsExactly("R-PAY-02");
    assertThat(Broken.rules(() -> new PayToken(most + "x"))).containsExactly("R-PAY-02 payToken");
    assertThat(Broken.rules(() -> new CheckoutToken(" "))).containsExactly("R-PAY-02");
    assertThat(Broken.rules(() -> new PayToken(""))).containsExactly("R-PAY-02 payToken");
  }

  @Test
  void aPaymentIdIsPlainAndShort() {
    assertThat(new PaymentId("A".repeat(40))).hasToString("A".repeat(40));
    assertThat(Broken.by(() -> new PaymentId("A".repeat(41)))).hasSize(1);
    assertThat(Broken.by(() -> new PaymentId("a-b"))).hasSize(1);
  }
}
