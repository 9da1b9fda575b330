package ecpay.domain.reconciliation.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.DifferenceApplied;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.DomainEvent.OrderPaid;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.reconciliation.Difference.Kind;
import ecpay.domain.reconciliation.DifferenceId;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.KeptDifference.State;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementEntry.Unreadable;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.Statements;
import ecpay.domain.reconciliation.usecase.ApplyDifference.Result;
import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompareStatementTest extends ComparingShop {
  /** The file is fetched and compared. */
  private Report compared() {
    Report report = request();
    shop.runUntil(shop.world.clock.instant().plus(Duration.ofMinutes(10)));
    return find(report);
  }

  private KeptDifference only(Report report) {
    assertThat(differences(report)).hasSize(1);
    return differences(report).getFirst();
  }

  private List<String> orderlessIncidents() {
    return shop.world.orderlessEvents().stream()
        .filter(IncidentRaised.class::isInstance)
        .map(event -> ((IncidentRaised) event).kind())
        .toList();
  }

  @Test
  void aFileThatAgreesLeavesAReportWithoutDifferencesAndABookedFee() {
    statements.tells(FILE, Statements.of(paid), new Unreadable(3, "column amount"));
    Report report = compared();
    assertThat(report.stage()).isInstanceOf(Report.Stage.Compared.class);
    assertThat(differences(report)).isEmpty();
    assertThat(report.sums().lines()).isEqualTo(1);
    assertThat(report.sums().paid()).isEqualTo(1000);
    assertThat(report.sums().unreadable()).isEqualTo(1);
    assertThat(fees()).hasSize(1);
    assertThat(orderlessIncidents()).isEmpty();
  }

  @Test
  void readingTheSameDayAgainRefreshesTheReportAndBooksNoFeeTwice() {
    statements.tells(FILE, Statements.of(paid));
    Report first = compared();
    Report second = compared();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.run()).isEqualTo(2);
    assertThat(second.sums().lines()).isEqualTo(1);
    assertThat(fees()).hasSize(1);
  }

  @Test
  void aLineThatEcpayCorrectsTakesItsFeeWithIt() {
    String number = paid.tradeNo().value();
    statements.tells(FILE, Statements.of(number, 900).withFee("0").line());
    compared();
    statements.tells(FILE, Statements.of(paid));
    Report report = compared();
    assertThat(fees()).hasSize(1);
    assertThat(only(report).state()).isEqualTo(State.SETTLED);
  }

  @Test
  void aShopsOwnFileAndAnEmptyOneTakeNoFeeAway() {
    statements.tells(FILE, Statements.of(paid));
    compared();
    compare(statements.requestReport.ofOwnFile(Samples.SHOP, FILE, Period.of(TODAY)), List.of());
    assertThat(fees()).hasSize(1);
    statements.tells(FILE);
    Report report = request();
    shop.runUntil(shop.world.clock.instant().plus(Duration.ofDays(5)));
    assertThat(find(report).stage()).isInstanceOf(Report.Stage.Compared.class);
    assertThat(find(report).sums().lines()).isZero();
    assertThat(fees()).hasSize(1);
  }

  @Test
  void twoEqualRefundsOfOneDayAreTwoLinesHoweverOftenTheyAreRead() {
    StatementLine refund =
        Statements.of(paid.tradeNo().value(), -100).withFee("-2.75").settledOn(TODAY).line();
    statements.tells(FILE, Statements.of(paid), refund, refund);
    compared();
    Report report = compared();
    assertThat(only(report).difference().thereTwd()).contains(BigDecimal.valueOf(-200));
    assertThat(only(report).difference().hereTwd()).contains(BigDecimal.ZERO);
    assertThat(report.sums().refunded()).isEqualTo(200);
    assertThat(fees()).hasSize(3);
  }

  @Test
  void moneyWhoseNoticeWasLostIsFoundByTheFileAndEnteredByAskingEcpay() {
    World world = new World();
    Shop unpaid = new Shop(world);
    Payment.Open open = unpaid.open(PaymentMethod.CARD);
    world.submitPayment.submit(open.id(), new PayToken("pay"));
    unpaid.runToTheEnd();
    world.ecpayPayments.moneyArrives(open.tradeNo());
    world.statements.tells(FILE, Statements.of(open.tradeNo().value(), 1000).line());
    Report report = world.statements.requestReport.request(Samples.SHOP, FILE, Period.of(TODAY));
    unpaid.runToTheEnd();
    KeptDifference missing =
        world.books.reports().differences(Samples.SHOP, report.id(), 0, 9).getFirst();
    assertThat(missing.difference().kind()).isEqualTo(Kind.MISSING_HERE);
    world.statements.applyDifference.apply(Samples.SHOP, missing.id(), "", Optional.empty());
    unpaid.runToTheEnd();
    assertThat(unpaid.order().isPaid()).isTrue();
    assertThat(unpaid.events(OrderPaid.class)).hasSize(1);
    assertThat(unpaid.events(DifferenceApplied.class)).hasSize(1);
    world.statements.requestReport.request(Samples.SHOP, FILE, Period.of(TODAY));
    unpaid.runToTheEnd();
    assertThat(world.books.reports().counts(Samples.SHOP, report.id()).keySet())
        .noneMatch(count -> count.state() == State.OPEN);
  }

  @Test
  void anotherFeeIsBookedOnceItIsApplied() {
    statements.tells(FILE, Statements.of(paid.tradeNo().value(), 1000).withFee("99").line());
    Report report = compared();
    assertThat(fees()).isEmpty();
    assertThat(orderlessIncidents()).containsExactly("STATEMENT_DIFFERS");
    KeptDifference fee = only(report);
    assertThat(apply(fee, "")).isInstanceOf(Result.Applied.class);
    assertThat(fees()).containsExactly(new BigDecimal("99"));
    assertThat(apply(fee, "")).isInstanceOf(Result.Ended.class);
    assertThat(shop.events(DifferenceApplied.class)).containsExactly(applied(fee, "99"));
    compared();
    assertThat(only(report).state()).isEqualTo(State.APPLIED);
    assertThat(fees()).hasSize(1);
  }

  private DifferenceApplied applied(KeptDifference fee, String billed) {
    return new DifferenceApplied(
        fee.id(),
        "FEE",
        "BOOK_FEE",
        fee.difference().hereTwd(),
        Optional.of(new BigDecimal(billed)),
        "");
  }

  @Test
  void whatAPersonDoesIsNoted() {
    statements.tells(
        FILE, Statements.of(paid.tradeNo().value(), 900).withFee(BigDecimal.ZERO).line());
    KeptDifference amount = only(compared());
    assertThat(amount.difference().kind()).isEqualTo(Kind.AMOUNT);
    assertThatThrownBy(() -> apply(amount, "  "))
        .isInstanceOf(RuleViolationException.class)
        .hasMessageContaining("U-03 note");
    assertThatThrownBy(() -> apply(amount, "x".repeat(201)))
        .isInstanceOf(RuleViolationException.class);
    apply(amount, "typed wrongly at the counter");
    assertThat(shop.events(DifferenceApplied.class))
        .extracting(DifferenceApplied::note)
        .containsExactly("typed wrongly at the counter");
  }

  @Test
  void aPaymentThatComesWithALaterFileIsSettledByItself() {
    statements.tells(FILE, Statements.of("STRANGER", 5).line());
    Report today = statements.requestReport.request(Samples.SHOP, FILE, Period.of(TODAY));
    shop.runUntil(shop.world.clock.instant().plus(Duration.ofDays(2)));
    assertThat(differences(today))
        .extracting(kept -> kept.difference().kind())
        .containsExactly(Kind.MISSING_HERE);
    Report later =
        statements.requestReport.request(Samples.SHOP, FILE, Period.of(TODAY.plusDays(2)));
    shop.runUntil(shop.world.clock.instant().plus(Duration.ofMinutes(1)));
    KeptDifference missing =
        differences(later).stream()
            .filter(kept -> kept.difference().kind() == Kind.MISSING_THERE)
            .findFirst()
            .orElseThrow();
    assertThat(apply(missing, "")).isInstanceOf(Result.NotYet.class);
    statements.tells(FILE, Statements.of(paid));
    statements.requestReport.request(Samples.SHOP, FILE, Period.of(TODAY.plusDays(1)));
    shop.runUntil(shop.world.clock.instant().plus(Duration.ofMinutes(1)));
    assertThat(
            shop.world
                .books
                .reports()
                .findDifference(Samples.SHOP, missing.id())
                .orElseThrow()
                .state())
        .isEqualTo(State.SETTLED);
    assertThat(apply(missing, "")).isInstanceOf(Result.Ended.class);
  }

  @Test
  void nobodyAppliesWhatIsNotThere() {
    assertThat(
            statements.applyDifference.apply(
                Samples.SHOP, new DifferenceId("NONE"), "", Optional.empty()))
        .isInstanceOf(Result.NoSuch.class);
  }

  @Test
  void aDayThatHasNotBegunIsRefused() {
    assertThatThrownBy(() ->
            statements.requestReport.request(Samples.SHOP, FILE, Period.of(TODAY.plusDays(1))))
        .hasMessageContaining("U-03 to");
    assertThatThrownBy(() -> new Period(TODAY, TODAY.plusMonths(1).plusDays(1)))
        .hasMessageContaining("U-03 to");
    assertThatThrownBy(() -> new Period(TODAY, TODAY.minusDays(1))).hasMessageContaining("U-03 to");
  }

  @Test
  void theFollowUpOfAComparedReportIsDone() {
    statements.tells(FILE, Statements.of(paid));
    Report report = compared();
    assertThat(shop.proceed(new FollowUp.ReadStatement(Samples.SHOP, report.id())))
        .isEqualTo(Progress.DONE);
  }
}
