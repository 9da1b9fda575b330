package ecpay.domain.reconciliation.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.BrokenStatementException;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.Statements;
import ecpay.domain.time.Taipei;
import ecpay.domain.world.Shop;
import ecpay.domain.world.StatementWorld;
import ecpay.domain.world.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A statement file that the merchant uploads, and that turns out to be none (U-03). */
class OwnFileTest {
  private static final LocalDate TODAY = Taipei.dateOf(Samples.NOW);
  private static final StatementFile FILE = StatementFile.QueryTradeMedia;
  private final Shop shop = Shop.paid(new World());
  private final StatementWorld statements = shop.world.statements;
  private final Payment.Paid paid = (Payment.Paid) shop.payment();

  private Report own() {
    return statements.requestReport.ofOwnFile(Samples.SHOP, FILE, Period.of(TODAY));
  }

  private void breaksOff(Report before) {
    assertThatThrownBy(() ->
            statements.compareStatement.compare(
                Samples.SHOP,
                before.id(),
                StatementWorld.lines(
                    List.of(Statements.of("WRONG", 1).line()), Optional.of("breaks off")),
                true))
        .isInstanceOf(BrokenStatementException.class);
    statements.requestReport.ownFileBroke(before);
  }

  private Report find(Report report) {
    return shop.world.books.reports().find(Samples.SHOP, report.id()).orElseThrow();
  }

  private Report request() {
    return statements.requestReport.request(Samples.SHOP, FILE, Period.of(TODAY));
  }

  private void wait(Duration time) {
    shop.runUntil(shop.world.clock.instant().plus(time));
  }

  @Test
  void aReportThatWasComparedStaysSoWhenAWrongFileIsUploaded() {
    statements.tells(FILE, Statements.of(paid));
    Report compared = request();
    wait(Duration.ofMinutes(1));
    Report.Stage stage = find(compared).stage();
    assertThat(stage).isInstanceOf(Report.Stage.Compared.class);
    Report before = own();
    assertThat(before.stage()).isEqualTo(stage);
    breaksOff(before);
    assertThat(find(compared).stage()).isEqualTo(stage);
    assertThat(find(compared).sums().lines()).isEqualTo(1);
    assertThat(find(compared).sums().paid()).isEqualTo(1000);
  }

  @Test
  void ecpaysFileIsStillFetchedAfterAWrongUploadAndTakesItsLinesOut() {
    statements.tells(FILE, Statements.of(paid));
    Report requested = request();
    breaksOff(own());
    assertThat(find(requested).stage()).isInstanceOf(Report.Stage.Requested.class);
    wait(Duration.ofMinutes(1));
    assertThat(find(requested).stage()).isInstanceOf(Report.Stage.Compared.class);
    assertThat(shop.world.books.reports().counts(Samples.SHOP, requested.id()).keySet())
        .noneMatch(count -> count.state() == KeptDifference.State.OPEN);
  }

  @Test
  void whoReadsTheReportByThenIsLeftAlone() {
    Report before = own();
    breaksOff(before);
    Report other = find(before).reading(shop.world.clock.instant());
    shop.world.books.transactions().run(() -> shop.world.books.reports().save(other));
    statements.requestReport.ownFileBroke(before);
    assertThat(find(before)).isEqualTo(other);
  }

  @Test
  void aDayOfWhichOnlyAWrongFileWasUploadedIsStillToBeAskedFor() {
    breaksOff(own());
    assertThat(shop.world.books.reports().open(Samples.SHOP, FILE, TODAY.minusDays(9), TODAY))
        .containsExactly(TODAY);
  }
}
