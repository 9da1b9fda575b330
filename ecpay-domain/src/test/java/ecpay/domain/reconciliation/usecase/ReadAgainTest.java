package ecpay.domain.reconciliation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.reconciliation.Difference.Kind;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.KeptDifference.State;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementBooks.BookedFee;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.Statements;
import ecpay.domain.rule.Rule;
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

/** What a report that is read again does to what was found, booked and applied before. */
class ReadAgainTest {
  private static final LocalDate TODAY = Taipei.dateOf(Samples.NOW);
  private static final StatementFile FILE = StatementFile.QueryTradeMedia;
  private static final StatementLine OTHER =
      Statements.of("OTHER", 9).saying(StatementLine.Status.UNPAID).line();
  private final Shop shop = Shop.paid(new World());
  private final StatementWorld statements = shop.world.statements;
  private final Payment.Paid paid = (Payment.Paid) shop.payment();
  private final String number = paid.tradeNo().value();

  private Report fetched(StatementEntry... rows) {
    return fetched(TODAY, rows);
  }

  private Report fetched(LocalDate day, StatementEntry... rows) {
    statements.tells(FILE, rows);
    Report report = statements.requestReport.request(Samples.SHOP, FILE, Period.of(day));
    wait(Duration.ofMinutes(10));
    return report;
  }

  private void wait(Duration time) {
    shop.runUntil(shop.world.clock.instant().plus(time));
  }

  private Report own(StatementEntry... rows) {
    Report report = statements.requestReport.ofOwnFile(Samples.SHOP, FILE, Period.of(TODAY));
    statements.compareStatement.compare(
        Samples.SHOP, report.id(), StatementWorld.lines(List.of(rows), Optional.empty()), true);
    return report;
  }

  private KeptDifference only(Report report) {
    List<KeptDifference> all =
        shop.world.books.reports().differences(Samples.SHOP, report.id(), 0, 9);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private void apply(KeptDifference difference) {
    statements.applyDifference.apply(Samples.SHOP, difference.id(), "seen", Optional.empty());
  }

  private List<BigDecimal> fees(Payment payment) {
    return fees(shop, payment);
  }

  private static List<BigDecimal> fees(Shop of, Payment payment) {
    return of.world.books.statementBooks().fees(Samples.SHOP, payment.id()).stream()
        .map(BookedFee::billed)
        .toList();
  }

  @Rule("U-03")
  @Test
  void aFeeThatWasAppliedAndWentWithItsLineIsOpenAgainWhenTheLineComesBack() {
    StatementLine billed = Statements.of(number, 1000).withFee("99").line();
    apply(only(fetched(billed)));
    assertThat(fees(paid)).containsExactly(new BigDecimal("99"));
    fetched(OTHER);
    assertThat(fees(paid)).isEmpty();
    KeptDifference again = only(fetched(billed));
    assertThat(again.state()).isEqualTo(State.OPEN);
    apply(again);
    assertThat(fees(paid)).containsExactly(new BigDecimal("99"));
    assertThat(only(fetched(billed)).state()).isEqualTo(State.APPLIED);
  }

  @Rule("U-03")
  @Test
  void whatIsOpenStaysSoWhileItsLineIsNotReadAndNotTakenOut() {
    StatementLine billed = Statements.of(number, 1000).withFee("99").line();
    Report report = fetched(billed);
    own(OTHER);
    assertThat(only(report).state()).as("a file of one's own without it").isEqualTo(State.OPEN);
    own();
    assertThat(only(report).state()).as("an empty one").isEqualTo(State.OPEN);
    fetched(new StatementEntry.Unreadable(2, "column amount"));
    assertThat(only(report).state()).as("a row that cannot be read").isEqualTo(State.OPEN);
    fetched();
    wait(Duration.ofDays(5));
    assertThat(only(report).state()).as("ECPay's file is empty").isEqualTo(State.OPEN);
    fetched(OTHER);
    assertThat(only(report).state()).as("ECPay tells it no more").isEqualTo(State.SETTLED);
  }

  @Rule("U-03")
  @Test
  void refundsOfSeveralLinesThatWereAppliedStaySoHoweverOftenAndInWhichOrderTheyAreRead() {
    StatementLine one = Statements.of(number, -100).line();
    StatementLine two = Statements.of(number, -200).line();
    KeptDifference refunds = only(fetched(one, two));
    assertThat(refunds.difference().kind()).isEqualTo(Kind.STATUS);
    assertThat(refunds.difference().thereTwd()).contains(BigDecimal.valueOf(-300));
    apply(refunds);
    assertThat(only(fetched(one, two)).state()).isEqualTo(State.APPLIED);
    assertThat(only(fetched(two, one)).state()).isEqualTo(State.APPLIED);
    assertThat(only(own(two)).state()).isEqualTo(State.APPLIED);
    KeptDifference less = only(fetched(two));
    assertThat(less.state()).as("ECPay took one back").isEqualTo(State.OPEN);
    assertThat(less.difference().thereTwd()).contains(BigDecimal.valueOf(-200));
  }

  @Rule("U-03")
  @Test
  void equalRefundsOfTwoDaysAreTwoThoughTheLayoutTellsOfNoDay() {
    StatementLine refund = Statements.of(number, -100).withFee("-2").line();
    assertThat(only(fetched(TODAY.minusDays(1), refund)).difference().thereTwd())
        .contains(BigDecimal.valueOf(-100));
    for (int reading = 0; reading < 2; reading++) {
      assertThat(only(fetched(TODAY, refund)).difference().thereTwd())
          .contains(BigDecimal.valueOf(-200));
    }
    fetched(TODAY.minusDays(1), refund);
    assertThat(fees(paid)).hasSize(2);
  }

  @Rule("U-03")
  @Test
  void theFeeOfAnAttemptThatIsNotPaidHereIsBookedFromTheFileThatBillsItOnly() {
    Shop unpaid = new Shop(new World());
    Payment.Open open = unpaid.open(PaymentMethod.CARD);
    StatementLine billed = Statements.of(open.tradeNo().value(), 1000).withFee("20").line();
    for (StatementFile file : List.of(StatementFile.TradeNoAio, FILE)) {
      assertThat(fees(unpaid, open)).isEmpty();
      unpaid.world.statements.tells(file, billed);
      unpaid.world.statements.requestReport.request(Samples.SHOP, file, Period.of(TODAY));
      unpaid.runUntil(unpaid.world.clock.instant().plus(Duration.ofMinutes(1)));
    }
    assertThat(fees(unpaid, open)).containsExactly(new BigDecimal("20"));
  }
}
