package ecpay.domain.reconciliation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.inmemory.FixedMerchants;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.ReconciliationPolicy;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.Report.Stage;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.Statements;
import ecpay.domain.time.Taipei;
import ecpay.domain.world.Shop;
import ecpay.domain.world.StatementWorld;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadStatementTest {
  private static final StatementFile FILE = StatementFile.QueryTradeMedia;
  private static final LocalDate TODAY = Taipei.dateOf(Samples.NOW);
  private final World world = new World();
  private final Shop shop = new Shop(world);

  private Report request(LocalDate day) {
    return world.statements.requestReport.request(Samples.SHOP, FILE, Period.of(day));
  }

  private Stage stage(Report report) {
    return world.books.reports().find(Samples.SHOP, report.id()).orElseThrow().stage();
  }

  private long incidents(String kind) {
    return world.orderlessEvents().stream()
        .filter(IncidentRaised.class::isInstance)
        .filter(event -> ((IncidentRaised) event).kind().equals(kind))
        .count();
  }

  @Test
  void whileEcpayHasNoFileItIsAskedEveryHour() {
    Report report = request(TODAY);
    FollowUp.ReadStatement read = new FollowUp.ReadStatement(Samples.SHOP, report.id());
    world.wire.script(FILE.name(), Fault.REFUSED, Fault.NOT_SENT, Fault.LOST);
    world.statements.tells(FILE, Statements.of("STRANGER", 1).line());
    Instant now = world.clock.instant();
    assertThat(shop.proceed(read)).isEqualTo(new Progress.WaitUntil(now.plus(Duration.ofHours(1))));
    assertThat(((Stage.Requested) stage(report)).trouble()).contains("refused");
    assertThat(shop.proceed(read))
        .isEqualTo(new Progress.WaitUntil(now.plus(Duration.ofMinutes(2))));
    assertThat(shop.proceed(read)).isEqualTo(new Progress.WaitUntil(now.plus(Duration.ofHours(1))));
    assertThat(shop.proceed(read)).isEqualTo(Progress.DONE);
    assertThat(stage(report)).isInstanceOf(Stage.Compared.class);
  }

  @Test
  void afterThreeDaysAPersonIsToldOnceAndNobodyAsksAnyMore() {
    Report report = request(TODAY);
    world.statements.breaksOff("the file breaks off");
    shop.runToTheEnd();
    assertThat(((Stage.GivenUp) stage(report)).reason()).contains("breaks off");
    assertThat(incidents("STATEMENT_MISSING")).isEqualTo(1);
    assertThat(world.wire.count(FILE.name())).isBetween(72, 75);
    assertThat(world.books.scheduled()).isEmpty();
    world.statements.isWhole();
    world.statements.tells(FILE, Statements.of("STRANGER", 1).line());
    assertThat(request(TODAY).id()).isEqualTo(report.id());
    shop.runToTheEnd();
    assertThat(stage(report)).isInstanceOf(Stage.Compared.class);
  }

  @Test
  void whoWaitsForItsTurnIsNeverGivenUpAndThenHasThreeDaysOfItsOwn() {
    Report report = request(TODAY);
    FollowUp.ReadStatement read = new FollowUp.ReadStatement(Samples.SHOP, report.id());
    world.statements.isBusyWithOthers(Samples.NOW.plus(Duration.ofDays(4)));
    assertThat(shop.proceed(read))
        .isEqualTo(new Progress.WaitUntil(Samples.NOW.plus(Duration.ofHours(1))));
    shop.runUntil(Samples.NOW.plus(Duration.ofDays(4)).minusSeconds(1));
    assertThat(stage(report)).isEqualTo(report.stage());
    assertThat(world.wire.count(FILE.name())).isZero();

    world.clock.advanceTo(Samples.NOW.plus(Duration.ofDays(4)));
    world.wire.script(FILE.name(), Fault.REFUSED);
    assertThat(shop.proceed(read))
        .isEqualTo(new Progress.WaitUntil(world.clock.instant().plus(Duration.ofHours(1))));
    assertThat(((Stage.Requested) stage(report)).since()).isEqualTo(world.clock.instant());
    shop.runToTheEnd();
    assertThat(stage(report)).isInstanceOf(Stage.Compared.class);
    assertThat(incidents("STATEMENT_MISSING")).isZero();
  }

  @Test
  void aDayThatSomebodyComparesWhileEcpayIsAskedStaysComparedWhateverEcpayAnswers() {
    for (Fault fault : List.of(Fault.REFUSED, Fault.NOT_SENT, Fault.LOST)) {
      Report report = request(TODAY);
      FollowUp.ReadStatement read = new FollowUp.ReadStatement(Samples.SHOP, report.id());
      world.wire.script(FILE.name(), fault);
      world.wire.meanwhile(FILE.name(), () -> compareOwn(report));
      assertThat(shop.proceed(read)).isEqualTo(new Progress.WaitUntil(world.clock.instant()));
      assertThat(stage(report)).isInstanceOf(Stage.Compared.class);
      assertThat(shop.proceed(read)).isEqualTo(Progress.DONE);
    }
  }

  @Test
  void aDayThatSomebodyIsComparingWhileEcpayIsAskedIsLeftToThem() {
    for (Fault fault : List.of(Fault.REFUSED, Fault.NOT_SENT, Fault.LOST)) {
      Report report = request(TODAY);
      FollowUp.ReadStatement read = new FollowUp.ReadStatement(Samples.SHOP, report.id());
      world.wire.script(FILE.name(), fault);
      world.wire.meanwhile(FILE.name(), () -> begin(report));
      assertThat(shop.proceed(read)).isEqualTo(new Progress.WaitUntil(world.clock.instant()));
      assertThat(stage(report)).isInstanceOf(Stage.Reading.class);
      world.clock.advance(Duration.ofHours(1));
      compareOwn(report);
    }
  }

  private void begin(Report report) {
    Report reading = report.reading(world.clock.instant());
    world.books.transactions().run(() -> world.books.reports().save(reading));
  }

  private void compareOwn(Report report) {
    world.statements.compareStatement.compare(
        Samples.SHOP,
        report.id(),
        StatementWorld.lines(List.of(Statements.of("STRANGER", 1).line()), Optional.empty()),
        true);
  }

  @Test
  void anEmptyFileOfADayWithPaymentsIsNotThereYet() {
    Shop paid = Shop.paid(new World());
    paid.runUntil(Samples.NOW.plus(Duration.ofDays(2)));
    Report report =
        paid.world.statements.requestReport.request(
            Samples.SHOP, FILE, Period.of(TODAY.plusDays(2)));
    FollowUp.ReadStatement read = new FollowUp.ReadStatement(Samples.SHOP, report.id());
    assertThat(paid.proceed(read)).isInstanceOf(Progress.WaitUntil.class);
    Report seen = paid.world.books.reports().find(Samples.SHOP, report.id()).orElseThrow();
    assertThat(((Stage.Requested) seen.stage()).trouble()).contains("no lines yet");
    paid.world.statements.tells(FILE, Statements.of("STRANGER", 1).line());
    assertThat(paid.proceed(read)).isEqualTo(Progress.DONE);
  }

  @Test
  void anEmptyFileIsAskedForDailyAndBelievedThreeDaysAfterItsPeriod() {
    world.clock.advanceTo(at(TODAY.plusDays(1), LocalTime.of(10, 0)));
    Report report = request(TODAY);
    FollowUp.ReadStatement read = new FollowUp.ReadStatement(Samples.SHOP, report.id());
    for (int day = 2; day <= 4; day++) {
      Instant next = at(TODAY.plusDays(day), LocalTime.of(10, 0));
      assertThat(shop.proceed(read)).isEqualTo(new Progress.WaitUntil(next));
      world.clock.advanceTo(next);
    }
    assertThat(shop.proceed(read)).isEqualTo(Progress.DONE);
    assertThat(stage(report)).isInstanceOf(Stage.Compared.class);
    assertThat(world.orderlessEvents()).isEmpty();
  }

  @Test
  void aLostPaymentOfAQuietSaturdayIsFoundInMondaysFile() {
    world.clock.advanceTo(at(TODAY.plusDays(1), LocalTime.of(10, 0)));
    Report report = request(TODAY);
    FollowUp.ReadStatement read = new FollowUp.ReadStatement(Samples.SHOP, report.id());
    assertThat(shop.proceed(read)).isInstanceOf(Progress.WaitUntil.class);
    world.statements.tells(FILE, Statements.of("LOST", 1000).line());
    world.clock.advanceTo(at(TODAY.plusDays(2), LocalTime.of(10, 0)));
    assertThat(shop.proceed(read)).isEqualTo(Progress.DONE);
    assertThat(world.books.reports().differences(Samples.SHOP, report.id(), 0, 9)).hasSize(1);
  }

  @Test
  void anEmptyFileThatStaysEmptyIsComparedAndNotCalledMissing() {
    Shop paid = Shop.paid(new World());
    paid.runUntil(Samples.NOW.plus(Duration.ofDays(3)));
    Report report =
        paid.world.statements.requestReport.request(
            Samples.SHOP, FILE, Period.of(TODAY.plusDays(2)));
    paid.runUntil(Samples.NOW.plus(Duration.ofDays(8)));
    assertThat(paid.world.wire.count(FILE.name())).isBetween(50, 72);
    assertThat(paid.world.orderlessEvents())
        .extracting(event -> ((IncidentRaised) event).kind())
        .containsExactly("STATEMENT_DIFFERS");
    assertThat(paid.world.books.reports().differences(Samples.SHOP, report.id(), 0, 9)).hasSize(1);
  }

  @Test
  void aLongAbsenceAndADayThatSomebodyAskedForLeaveNoGap() {
    compared(TODAY.minusDays(60));
    compared(TODAY.minusDays(1));
    world.clock.advanceTo(at(TODAY.plusDays(1), LocalTime.of(11, 0)));
    shop.proceed(new FollowUp.ReconcileDay(Samples.SHOP));
    assertThat(world.books.reports().newest(Samples.SHOP, Optional.empty(), 99))
        .filteredOn(report -> report.file() == FILE)
        .extracting(report -> report.period().first())
        .hasSize(32)
        .contains(TODAY, TODAY.minusDays(2), TODAY.minusDays(30));
  }

  private void compared(LocalDate day) {
    Report report = request(day);
    world
        .books
        .transactions()
        .run(() -> world.books.reports().save(report.reading(Samples.NOW).compared(Samples.NOW)));
  }

  @Test
  void eachMorningYesterdayIsComparedAndTheBanksFileInTheAfternoon() {
    FollowUp.ReconcileDay day = new FollowUp.ReconcileDay(Samples.SHOP);
    Instant morning = at(TODAY.plusDays(1), LocalTime.of(10, 0));
    world.clock.advanceTo(morning.minusSeconds(1));
    assertThat(shop.proceed(day)).isEqualTo(new Progress.WaitUntil(morning));
    world.clock.advanceTo(morning);
    assertThat(shop.proceed(day))
        .isEqualTo(new Progress.WaitUntil(at(TODAY.plusDays(2), LocalTime.of(10, 0))));
    assertThat(world.books.reports().newest(Samples.SHOP, Optional.empty(), 9))
        .hasSize(3)
        .allMatch(report -> report.period().equals(Period.of(TODAY)));
    assertThat(world.books.scheduled().values())
        .containsExactly(
            morning,
            morning.plusSeconds(75),
            at(TODAY.plusDays(1), LocalTime.of(14, 10)).plusSeconds(150));
  }

  @Test
  void noTwoMerchantsOfTwentyAskForAFileAtTheSameTime() {
    List<Merchant> merchants =
        IntStream.range(0, 20)
            .mapToObj(i -> new MerchantId("shop" + i))
            .map(Samples::merchant)
            .toList();
    ReconcileDay day =
        new ReconcileDay(
            world.statements.requestReport,
            world.books.reports(),
            new ReconciliationPolicy(
                EnumSet.allOf(StatementFile.class), ReconciliationPolicy.USUAL_HOUR),
            new FixedMerchants(merchants),
            world.clock);
    Instant morning = at(TODAY.plusDays(1), LocalTime.of(10, 0));
    world.clock.advanceTo(morning);
    for (Merchant merchant : merchants) {
      FollowUp.ReconcileDay followUp = new FollowUp.ReconcileDay(merchant.id());
      Instant turn = morning.plusSeconds(225L * merchants.indexOf(merchant));
      if (turn.isAfter(morning)) {
        assertThat(day.proceed(followUp)).isEqualTo(new Progress.WaitUntil(turn));
      }
      world.clock.advanceTo(turn);
      assertThat(day.proceed(followUp))
          .isEqualTo(new Progress.WaitUntil(turn.plus(Duration.ofDays(1))));
    }
    List<Instant> times = world.books.scheduled().values().stream().sorted().toList();
    assertThat(times).hasSize(60);
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i)).isAfterOrEqualTo(times.get(i - 1).plusSeconds(75));
    }
    assertThat(times.getLast()).isBefore(morning.plus(Duration.ofHours(6)));
  }

  @Test
  void daysThatNobodyComparedAreMadeUpFor() {
    request(TODAY.minusDays(4));
    world.clock.advanceTo(at(TODAY.plusDays(1), LocalTime.of(11, 0)));
    shop.proceed(new FollowUp.ReconcileDay(Samples.SHOP));
    assertThat(world.books.reports().newest(Samples.SHOP, Optional.empty(), 99))
        .filteredOn(report -> report.file() == FILE)
        .extracting(report -> report.period().first())
        .containsExactlyInAnyOrder(
            TODAY.minusDays(4), TODAY.minusDays(3), TODAY.minusDays(2), TODAY.minusDays(1), TODAY);
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(Taipei.ZONE).toInstant();
  }
}
