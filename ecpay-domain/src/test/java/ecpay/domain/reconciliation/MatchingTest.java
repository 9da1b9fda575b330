package ecpay.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.report.TradeDetails;
import ecpay.domain.reconciliation.Difference.Action;
import ecpay.domain.reconciliation.Difference.AmountDiffers;
import ecpay.domain.reconciliation.Difference.FeeDiffers;
import ecpay.domain.reconciliation.Difference.Kind;
import ecpay.domain.reconciliation.Difference.Status;
import ecpay.domain.reconciliation.Difference.StatusDiffers;
import ecpay.domain.reconciliation.Difference.Subject;
import ecpay.domain.reconciliation.StatementBooks.ToldRefunds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static final Attempt ATTEMPT = Samples.attempt();
  private static final String NUMBER = ATTEMPT.tradeNo().value();
  private static final Payment.Paid PAID = new Payment.Paid(ATTEMPT, Samples.tradeDetails());
  private final Matching matching = new Matching(StatementFile.QueryTradeMedia);

  private static KnownPayment known(Payment payment) {
    return new KnownPayment(payment, false, Money.ZERO);
  }

  private List<Difference> compare(StatementLine line, KnownPayment known) {
    return matching.compare(line, "line#1", Optional.of(known), Optional.empty());
  }

  private static Statements.Making line(long amount) {
    return Statements.of(NUMBER, amount).withFee("25.50");
  }

  @Test
  void whatBothSidesSayIsNoDifference() {
    assertThat(compare(line(1000).line(), known(PAID))).isEmpty();
    assertThat(compare(Statements.of(NUMBER, 1000).line(), known(PAID))).isEmpty();
  }

  @Test
  void moneyForAnUnpaidAttemptIsMissingHereAndEcpayIsAsked() {
    for (Payment unpaid :
        List.of(Payment.begin(ATTEMPT), new Payment.Expired(ATTEMPT, Samples.NOW))) {
      List<Difference> found = compare(line(1000).line(), known(unpaid));
      assertThat(found).extracting(Difference::kind).containsExactly(Kind.MISSING_HERE);
      assertThat(found).extracting(Difference::action).containsExactly(Action.ASK_ECPAY);
      assertThat(found.getFirst().about().order()).contains(Samples.ORDER);
    }
  }

  @Test
  void moneyThatNobodyKnowsIsMissingHereAndAPersonLooks() {
    List<Difference> found =
        matching.compare(line(1000).line(), "line#1", Optional.empty(), Optional.empty());
    assertThat(found).extracting(Difference::kind).containsExactly(Kind.MISSING_HERE);
    assertThat(found).extracting(Difference::action).containsExactly(Action.LOOK_AT_ECPAY);
  }

  @Test
  void anotherAmountAndAnotherFeeAreTwoDifferences() {
    List<Difference> found = compare(line(900).withFee("24.75").line(), known(PAID));
    assertThat(found).hasSize(2);
    assertThat(found.getFirst()).isInstanceOf(AmountDiffers.class);
    assertThat(found.getLast())
        .isEqualTo(
            new FeeDiffers(
                found.getLast().about(), new BigDecimal("25.50"), new BigDecimal("24.75")));
    assertThat(found.getLast().action()).isEqualTo(Action.BOOK_FEE);
  }

  @Test
  void aFeeThatIsBookedIsWhatTheNextReadingIsHeldAgainst() {
    BigDecimal booked = new BigDecimal("25.50");
    assertThat(compareBooked(booked, "25.5")).isEmpty();
    List<Difference> found = compareBooked(booked, "50");
    assertThat(found)
        .containsExactly(new FeeDiffers(found.getFirst().about(), booked, new BigDecimal("50")));
  }

  private List<Difference> compareBooked(BigDecimal booked, String billed) {
    return matching.compare(
        line(1000).withFee(billed).line(), "l#1", Optional.of(known(PAID)), Optional.of(booked));
  }

  @Test
  void aFeeIsComparedInAsManyDecimalsAsTheFileShows() {
    assertThat(Matching.isSameFee(new BigDecimal("25.50"), new BigDecimal("26"))).isTrue();
    assertThat(Matching.isSameFee(new BigDecimal("25.50"), new BigDecimal("25.5"))).isTrue();
    assertThat(Matching.isSameFee(new BigDecimal("25.49"), new BigDecimal("26"))).isFalse();
  }

  @Test
  void theBanksFileDisputesNoFee() {
    Matching bank = new Matching(StatementFile.FundingReconDetail);
    assertThat(
            bank.compare(
                line(1000).withFee("99").line(), "l#1", Optional.of(known(PAID)), Optional.empty()))
        .isEmpty();
  }

  @Test
  void moreRefundsThereThanOurBooksHaveAreAnotherStatusOfThePayment() {
    assertThat(compare(line(-300).line(), known(PAID))).isEmpty();
    Difference found = matching.overtold(new ToldRefunds(PAID, Money.of(100), Money.of(300)));
    Subject about =
        new Subject(
            PAID.tradeNo().value(), Optional.of(PAID.id()), Optional.of(PAID.order()), "refund");
    assertThat(found).isEqualTo(new StatusDiffers(about, Status.REFUNDED_THERE, -100, -300));
    assertThat(found.action()).isEqualTo(Action.LOOK_AT_ECPAY);
  }

  @Test
  void aRefundOfAPaymentThatNobodyKnowsIsMissingHere() {
    assertThat(matching.compare(line(-300).line(), "line#1", Optional.empty(), Optional.empty()))
        .extracting(Difference::kind)
        .containsExactly(Kind.MISSING_HERE);
  }

  @Test
  void aPaidPaymentThatFailedThereIsAnotherStatus() {
    assertThat(compare(line(1000).saying(StatementLine.Status.FAILED).line(), known(PAID)))
        .extracting(found -> ((StatusDiffers) found).status())
        .containsExactly(Status.FAILED_THERE);
    assertThat(
            compare(
                line(1000).saying(StatementLine.Status.UNPAID).line(),
                known(Payment.begin(ATTEMPT))))
        .isEmpty();
  }

  @Test
  void theSecondPaymentOfAnOrderIsToBeGivenBackUntilItIs() {
    List<Difference> found = compare(line(1000).line(), new KnownPayment(PAID, true, Money.ZERO));
    assertThat(found).extracting(Difference::action).containsExactly(Action.REFUND_SECOND_PAYMENT);
    assertThat(compare(line(1000).line(), new KnownPayment(PAID, true, Money.of(1000)))).isEmpty();
  }

  @Test
  void whatMayFollowWaitsForItsFileAndWhatMayNotIsLookedAt() {
    LocalDate day = LocalDate.of(2026, 11, 21);
    assertThat(matching.missing(PAID, Period.of(day.plusDays(2))).action())
        .isEqualTo(Action.WAIT_FOR_NEXT_FILE);
    assertThat(matching.missing(PAID, Period.of(day.plusDays(40))).action())
        .isEqualTo(Action.LOOK_AT_ECPAY);
    assertThat(new Matching(StatementFile.TradeNoAio).missing(PAID, Period.of(day)).action())
        .isEqualTo(Action.LOOK_AT_ECPAY);
  }

  @Test
  void aChargeOfAContractIsFoundByItsOwnNumber() {
    TradeDetails trade = Samples.tradeDetails();
    KnownPayment first = known(PAID);
    KnownPayment second =
        known(
            new Payment.Paid(
                new Attempt(
                    ATTEMPT.id(),
                    ATTEMPT.merchant(),
                    ATTEMPT.order(),
                    ATTEMPT.tradeNo(),
                    2,
                    ATTEMPT.amount(),
                    ATTEMPT.offer(),
                    ATTEMPT.startedAt()),
                new TradeDetails(
                    "SECOND",
                    trade.amount(),
                    trade.paymentType(),
                    trade.createdAt(),
                    trade.paidAt(),
                    trade.chargeFee(),
                    trade.processFee(),
                    Optional.empty(),
                    Optional.empty())));
    List<KnownPayment> both = List.of(first, second);
    assertThat(Matching.choose(line(1).withEcpayNo("SECOND").line(), both)).contains(second);
    assertThat(Matching.choose(line(1).withAuthorization(10_735_183L).line(), both))
        .contains(first);
    assertThat(Matching.choose(line(1).line(), both)).contains(first);
    assertThat(Matching.choose(line(1).withEcpayNo("THIRD").line(), both)).isEmpty();
    assertThat(Matching.choose(line(1).line(), List.of())).isEmpty();
  }

  @Test
  void aChargeThatOurBooksMissedIsNotTakenForTheOneThatTheyKnow() {
    List<KnownPayment> first = List.of(known(PAID));
    assertThat(Matching.choose(line(1000).withEcpayNo("SECOND").line(), first)).isEmpty();
    assertThat(Matching.choose(line(1000).withAuthorization(99).line(), first)).isEmpty();
    assertThat(Matching.choose(line(1000).withAuthorization(0).line(), first))
        .containsSame(first.getFirst());
    List<KnownPayment> unpaid = List.of(known(Payment.begin(ATTEMPT)));
    assertThat(Matching.choose(line(1000).withEcpayNo("SECOND").line(), unpaid))
        .containsSame(unpaid.getFirst());
  }
}
