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
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementEntry.Unreadable;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.Statements;
import ecpay.domain.reconciliation.usecase.ApplyDifference.Result;
import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.time.Taipei;
import ecpay.domain.world.Shop;
import ecpay.domain.world.StatementWorld;
import ecpay.domain.world.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompareStatementTest {
  private static final LocalDate TODAY = Taipei.dateOf(Samples.NOW);
  private static final StatementFile FILE = StatementFile.QueryTradeMedia;
  private final Shop shop = Shop.paid(new World());
  private final StatementWorld statements = shop.world.statements;
  private final Payment.Paid paid = (Payment.Paid) shop.payment();

  private Report request() {
    return statements.requestReport.request(Samples.SHOP, FILE, Period.of(TODAY));
  }

  /** The file is fetched and compared. */
  private Report compared() {
    Report report = request();
    shop.runUntil(shop.world.clock.instant().plus(Duration.ofMinutes(10)));
    return find(report);
  }

  private Report find(Report report) {
    return shop.world.books.reports().find(Samples.SHOP, report.id()).orElseThrow();
  }

  private List<KeptDifference> differences(Report report) {
    return shop.world.books.reports().differences(Samples.SHOP, report.id(), 0, 100);
  }

  private KeptDifference only(Report report) {
    assertThat(differences(report)).hasSize(1);
    return differences(report).getFirst();
  }

  private Result apply(KeptDifference difference, String note) {
    return statements.applyDifference.apply(Samples.SHOP, difference.id(), note, Optional.empty());
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

  private List<BigDecimal> fees() {
    return shop.world.books.statementBooks().fees(Samples.SHOP, paid.id()).stream()
        .map(fee -> fee.billed())
        .toList();
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
  void whoeverReadsWhileAnotherReadsIsToldSo() {
    Report report = request();
    Report.Stage.Reading reading = (Report.Stage.Reading) report.reading(Samples.NOW).stage();
    shop.world
        .books
        .transactions()
        .run(() -> shop.world.books.reports().save(report.reading(Samples.NOW)));
    CompareStatement.Result result =
        statements.compareStatement.compare(
            Samples.SHOP, report.id(), StatementWorld.lines(List.of(), Optional.empty()), true);
    assertThat(result).isInstanceOf(CompareStatement.Result.Busy.class);
    assertThat(((CompareStatement.Result.Busy) result).until()).isEqualTo(reading.until());
  }

  @Test
  void aReaderThatWasOvertakenEntersNothingMore() {
    Report report = request();
    List<StatementEntry> rows = List.of(Statements.of("STRANGER", 1).line());
    shop.world.interruptions.before(
        "StatementBooks.known",
        () -> {
          throw new IllegalStateException("killed");
        });
    assertThatThrownBy(() -> compare(report, rows)).hasMessageContaining("killed");
    shop.world.clock.advanceTo(shop.world.clock.instant().plus(Duration.ofMinutes(11)));
    compare(report, List.of());
    assertThat(find(report).run()).isEqualTo(2);
    assertThat(differences(report))
        .noneMatch(kept -> kept.difference().about().tradeNo().equals("STRANGER"));
  }

  private void compare(Report report, List<StatementEntry> rows) {
    statements.compareStatement.compare(
        Samples.SHOP, report.id(), StatementWorld.lines(rows, Optional.empty()), true);
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
  void killedAnywhereTheReportIsTheSame() {
    int points =
        Shop.killEverywhere(
            new Shop.Story() {
              @Override
              public Shop begin() {
                Shop fresh = Shop.paid(new World());
                Payment.Paid there = (Payment.Paid) fresh.payment();
                fresh.world.statements.tells(
                    FILE,
                    Statements.of(there.tradeNo().value(), 1000).withFee("99").line(),
                    Statements.of("STRANGER", 7).withFee("1").line(),
                    Statements.of(there.tradeNo().value(), -100).withFee("0").line());
                return fresh;
              }

              @Override
              public void live(Shop life) {
                life.world.statements.requestReport.request(Samples.SHOP, FILE, Period.of(TODAY));
                life.runUntil(life.world.clock.instant().plus(Duration.ofHours(1)));
              }

              @Override
              public void check(Shop life) {
                Report report =
                    life.world.statements.requestReport.request(
                        Samples.SHOP, FILE, Period.of(TODAY));
                life.runUntil(life.world.clock.instant().plus(Duration.ofHours(1)));
                assertThat(life.world.books.reports().newest(Samples.SHOP, Optional.empty(), 9))
                    .hasSize(1);
                assertThat(life.world.books.reports().differences(Samples.SHOP, report.id(), 0, 99))
                    .extracting(kept -> kept.difference().kind())
                    .containsExactlyInAnyOrder(Kind.FEE, Kind.MISSING_HERE, Kind.STATUS);
                assertThat(
                        life.world.books.statementBooks().fees(Samples.SHOP, life.payment().id()))
                    .hasSize(1);
              }
            });
    assertThat(points).isGreaterThan(20);
  }

  @Test
  void killedWhileApplyingItIsDoneOnce() {
    Shop.killEverywhere(
        new Shop.Story() {
          @Override
          public Shop begin() {
            Shop fresh = Shop.paid(new World());
            fresh.world.statements.tells(
                FILE, Statements.of(fresh.payment().tradeNo().value(), 1000).withFee("99").line());
            fresh.world.statements.requestReport.request(Samples.SHOP, FILE, Period.of(TODAY));
            fresh.runUntil(fresh.world.clock.instant().plus(Duration.ofHours(1)));
            return fresh;
          }

          @Override
          public void live(Shop life) {
            applyAll(life);
          }

          @Override
          public void check(Shop life) {
            applyAll(life);
            assertThat(life.events(DifferenceApplied.class)).hasSize(1);
            assertThat(life.world.books.statementBooks().fees(Samples.SHOP, life.payment().id()))
                .hasSize(1);
          }
        });
  }

  private static void applyAll(Shop life) {
    life.world
        .books
        .reports()
        .newest(Samples.SHOP, Optional.empty(), 9)
        .forEach(report ->
            life.world
                .books
                .reports()
                .differences(Samples.SHOP, report.id(), 0, 99)
                .forEach(kept ->
                    life.world.statements.applyDifference.apply(
                        Samples.SHOP, kept.id(), "", Optional.empty())));
  }

  @Test
  void theFollowUpOfAComparedReportIsDone() {
    statements.tells(FILE, Statements.of(paid));
    Report report = compared();
    assertThat(shop.proceed(new FollowUp.ReadStatement(Samples.SHOP, report.id())))
        .isEqualTo(Progress.DONE);
  }
}
