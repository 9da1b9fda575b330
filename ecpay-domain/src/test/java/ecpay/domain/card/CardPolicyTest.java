package ecpay.domain.card;

import static ecpay.domain.rule.Broken.rulesOf;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.card.CardTrade.CloseRecord;
import ecpay.domain.merchant.CardTerms;
import ecpay.domain.merchant.RefundPolicy;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.TradeDetails;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.Violation;
import ecpay.domain.world.Till;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CardPolicyTest {
  private static final Instant AUTHORIZED = Instant.parse("2026-11-01T15:59:59Z");
  private static final CardKind PLAIN = new CardKind(false, false);
  private static final CardKind UNION_PAY = new CardKind(true, false);
  private static final CardKind INSTALMENTS = new CardKind(false, true);

  private static CardTrade trade(CardState state, long refunded) {
    List<CloseRecord> closes =
        refunded == 0
            ? List.of()
            : List.of(new CloseRecord(CardState.CAPTURED, "1", -refunded, Optional.empty()));
    return new CardTrade(
        state, state.name(), Money.of(1000), Money.of(1000), Optional.of(AUTHORIZED), closes);
  }

  private static List<String> broken(
      CardAction action, long amount, CardTrade trade, CardKind kind, Instant now) {
    return rulesOf(
        () -> CardPolicy.demand(action, Money.of(amount), trade, kind, CardTerms.DEFAULT, now));
  }

  private static List<String> broken(CardAction action, long amount, CardTrade trade) {
    return broken(action, amount, trade, PLAIN, AUTHORIZED);
  }

  @Rule("R-CAP-02")
  @Test
  void whatIsNotPossibleIsSaidInWordsOfAPerson() {
    assertThat(
            Broken.by(() -> {
              CardPolicy.demand(
                  CardAction.CAPTURE,
                  Money.of(1000),
                  trade(CardState.CAPTURED, 0),
                  PLAIN,
                  CardTerms.DEFAULT,
                  AUTHORIZED);
              return PLAIN;
            }))
        .singleElement()
        .extracting(Violation::message)
        .isEqualTo("a capture is not possible while ECPay shows the card as 'CAPTURED'");
  }

  @Rule("R-CAP-02")
  @Test
  void eachActionIsPossibleInItsStatesOnly() {
    for (CardState state : CardState.values()) {
      assertPossible(CardAction.CAPTURE, 1000, state, EnumSet.of(CardState.AUTHORIZED));
      assertPossible(CardAction.CANCEL_CAPTURE, 1000, state, EnumSet.of(CardState.TO_BE_CAPTURED));
      assertPossible(
          CardAction.ABANDON,
          1000,
          state,
          EnumSet.of(CardState.AUTHORIZED, CardState.OPERATION_CANCELLED));
      assertPossible(
          CardAction.REFUND, 400, state, EnumSet.of(CardState.TO_BE_CAPTURED, CardState.CAPTURED));
      assertPossible(CardAction.REFUND, 1000, state, EnumSet.of(CardState.CAPTURED));
    }
  }

  private static void assertPossible(
      CardAction action, long amount, CardState state, Set<CardState> states) {
    assertThat(broken(action, amount, trade(state, 0)).isEmpty())
        .as(action + " of " + amount + " while " + state)
        .isEqualTo(states.contains(state));
  }

  @Rule("R-CAP-04")
  @Test
  void noMoreGoesBackThanIsLeft() {
    assertThat(broken(CardAction.REFUND, 600, trade(CardState.CAPTURED, 400))).isEmpty();
    assertThat(broken(CardAction.REFUND, 601, trade(CardState.CAPTURED, 400)))
        .containsExactly("R-CAP-04");
    assertThat(broken(CardAction.REFUND, 0, trade(CardState.CAPTURED, 0)))
        .containsExactly("R-CAP-04");
    assertThat(broken(CardAction.ABANDON, 999, trade(CardState.AUTHORIZED, 0)))
        .containsExactly("R-CAP-04");
    assertThat(broken(CardAction.CANCEL_CAPTURE, 600, trade(CardState.TO_BE_CAPTURED, 400)))
        .containsExactly("R-CAP-04");
  }

  @Rule("R-CAP-05")
  @Test
  void instalmentsAndBonusPointsGoBackInFull() {
    CardTrade captured = trade(CardState.CAPTURED, 0);
    assertThat(broken(CardAction.REFUND, 999, captured, INSTALMENTS, AUTHORIZED))
        .containsExactly("R-CAP-05");
    assertThat(broken(CardAction.REFUND, 1000, captured, INSTALMENTS, AUTHORIZED)).isEmpty();
  }

  @Rule("R-CAP-07")
  @Test
  void aCaptureAfterTheTwentyFirstDayIsRefused() {
    CardTrade authorized = trade(CardState.AUTHORIZED, 0);
    Instant last = Instant.parse("2026-11-22T15:59:59.999Z");
    assertThat(broken(CardAction.CAPTURE, 1000, authorized, PLAIN, last)).isEmpty();
    assertThat(broken(CardAction.CAPTURE, 1000, authorized, PLAIN, last.plusMillis(1)))
        .containsExactly("R-CAP-07");
  }

  @Rule("R-CAP-11")
  @Test
  void aCaptureOfUnionPayIsNotTakenBack() {
    assertThat(
            broken(
                CardAction.CANCEL_CAPTURE,
                1000,
                trade(CardState.TO_BE_CAPTURED, 0),
                UNION_PAY,
                AUTHORIZED))
        .containsExactly("R-CAP-11");
  }

  @Rule("R-CAP-12")
  @Test
  void nothingIsDoneToCardsOnTheStage() {
    CardTerms stage = new CardTerms(true, false, Optional.empty());
    assertThat(
            rulesOf(() ->
                CardPolicy.demand(
                    CardAction.CAPTURE,
                    Money.of(1000),
                    trade(CardState.AUTHORIZED, 0),
                    PLAIN,
                    stage,
                    AUTHORIZED)))
        .containsExactly("R-CAP-12");
  }

  @Rule("R-CAP-08")
  @Test
  void theWarningComesOnDay80AndTheReleaseOnDay90() {
    assertThat(AuthorizationLife.warning(AUTHORIZED)).isEqualTo("2027-01-20T15:59:59Z");
    assertThat(AuthorizationLife.release(AUTHORIZED)).isEqualTo("2027-01-30T15:59:59Z");
  }

  @Rule("R-CAP-06")
  @Test
  void theQuietQuarterOfAnHourHoldsBothItsBounds() {
    assertThat(QuietWindow.contains(Instant.parse("2026-11-21T12:14:59.999Z"))).isFalse();
    assertThat(QuietWindow.contains(Instant.parse("2026-11-21T12:15:00Z"))).isTrue();
    assertThat(QuietWindow.contains(Instant.parse("2026-11-21T12:30:00.999Z"))).isTrue();
    assertThat(QuietWindow.contains(Instant.parse("2026-11-21T12:30:01Z"))).isFalse();
    assertThat(QuietWindow.endOn(Instant.parse("2026-11-21T12:20:00Z")))
        .isEqualTo("2026-11-21T12:30:01Z");
  }

  @Test
  void aCheckCodeIsNeverPrinted() {
    assertThat(new CardTerms.CheckCode("71620453").toString()).doesNotContain("7162");
  }

  @Rule("R-CAP-06")
  @Test
  void noActionIsBegunSoShortBeforeTheQuietQuarterOfAnHourThatItCouldArriveInside() {
    assertThat(QuietWindow.isClosedTo(Instant.parse("2026-11-21T12:13:29Z"))).isFalse();
    assertThat(QuietWindow.isClosedTo(Instant.parse("2026-11-21T12:13:30Z"))).isTrue();
    assertThat(QuietWindow.isClosedTo(Instant.parse("2026-11-21T12:30:00.999Z"))).isTrue();
    assertThat(QuietWindow.isClosedTo(Instant.parse("2026-11-21T12:30:01Z"))).isFalse();
  }

  @Rule("R-CAP-06")
  @Test
  void theQuietQuarterOfAnHourIsThatOfMerchantsForWhomEcpayCaptures() {
    Instant quiet = Instant.parse("2026-11-21T12:20:00Z");
    CardTerms byHand = new CardTerms(false, true, Optional.empty());
    assertThat(
            QuietWindow.isClosedTo(Till.merchant(CardTerms.DEFAULT, RefundPolicy.DEFAULT), quiet))
        .isTrue();
    assertThat(QuietWindow.isClosedTo(Till.merchant(byHand, RefundPolicy.DEFAULT), quiet))
        .isFalse();
  }

  @Rule("R-CAP-09")
  @Test
  void aChargeThatWasOnlyCountedIsOfACardWhereOnlyCardsWereOffered() {
    assertThat(CardKind.of(counted(Set.of(PaymentMethod.CARD)))).contains(PLAIN);
    assertThat(CardKind.of(counted(Set.of(PaymentMethod.CARD, PaymentMethod.ATM)))).isEmpty();
  }

  private static Payment.Paid counted(Set<PaymentMethod> offered) {
    return new Payment.Paid(
        new Attempt(
            new PaymentId("PAYMENT0002"),
            Samples.SHOP,
            Samples.ORDER,
            new MerchantTradeNo("TRADE0001"),
            Money.of(1000),
            Offer.embedded(offered),
            Samples.NOW),
        new TradeDetails(
            "",
            Money.of(1000),
            "",
            Optional.empty(),
            Optional.empty(),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Optional.empty(),
            Optional.empty()));
  }
}
