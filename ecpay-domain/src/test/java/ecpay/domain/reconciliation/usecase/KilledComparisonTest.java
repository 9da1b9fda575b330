package ecpay.domain.reconciliation.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.DifferenceApplied;
import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.Difference.Kind;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.Statements;
import ecpay.domain.world.Shop;
import ecpay.domain.world.StatementWorld;
import ecpay.domain.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A comparison that is killed anywhere, or read by two at once, comes to the same. */
class KilledComparisonTest extends ComparingShop {
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
}
