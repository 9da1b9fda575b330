package ecpay.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Race;
import ecpay.domain.Samples;
import ecpay.domain.payment.Payment;
import ecpay.domain.rule.Rule;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A line that several reports tell of, in any books. */
@Rule("U-03")
public abstract class TakenOverLinesContract extends ReportOfADay {
  private Payment.Paid known = paid;

  private void enter(Report to, String name) {
    enter(to, entry(name));
  }

  private StatementBooks.Entry entry(String name) {
    StatementLine line = Statements.of(known.tradeNo().value(), 1000).withFee("25.50").line();
    return new StatementBooks.Entry(
        name, line, Optional.of(known.id()), Optional.empty(), Optional.of(Samples.NOW));
  }

  /** The report, being read once more. */
  private Report again(Report before) {
    return inTransaction(() -> {
      Report reading = before.reading(Samples.NOW);
      books.reports().save(reading);
      return reading;
    });
  }

  private Report month() {
    return again(begun("REPORT2", new Period(DAY.withDayOfMonth(1), DAY.plusDays(9))));
  }

  private List<String> left() {
    return books.statementBooks().fees(Samples.SHOP, known.id()).stream()
        .map(StatementBooks.BookedFee::line)
        .toList();
  }

  private boolean isEarlier(Report report) {
    return books
        .statementBooks()
        .told(report, Set.of(known.tradeNo().value()))
        .getOrDefault(known.tradeNo().value(), List.of())
        .getFirst()
        .isEarlier();
  }

  private void removeUnseen(Report report) {
    books.transactions().run(() -> books.statementBooks().removeUnseen(report));
  }

  @Test
  void whatAnotherReportToldOfSinceIsEarlierAllTheSameAndIsTakenOut() {
    known = paidOrder();
    Report day = begun();
    enter(day, "n#1");
    Report month = month();
    enter(month, "n#1");
    assertThat(isEarlier(day)).as("its own run").isFalse();
    Report second = again(day);
    assertThat(isEarlier(second)).isTrue();
    removeUnseen(second);
    assertThat(left()).isEmpty();
  }

  @Test
  void itsFeeIsTakenBackLikewise() {
    known = paidOrder();
    Report day = begun();
    enter(day, "n#1");
    enter(month(), "n#1");
    Report second = again(day);
    books.transactions().run(() -> books.statementBooks().takeBackFees(second, List.of("n#1")));
    assertThat(left()).isEmpty();
  }

  @Test
  void whatThePresentRunToldOfStaysThoughAnotherReportTellsOfItMeanwhile() {
    known = paidOrder();
    Report day = begun();
    enter(day, "n#1");
    Report month = month();
    enter(month, "n#1");
    Report second = again(day);
    enter(second, "n#1");
    enter(month, "n#1");
    removeUnseen(second);
    assertThat(left()).containsExactly("n#1");
  }

  @Test
  void whatOnlyTheOtherReportToldOfStays() {
    known = paidOrder();
    Report day = begun();
    enter(month(), "n#1");
    removeUnseen(again(day));
    assertThat(left()).containsExactly("n#1");
  }

  @Test
  void whatAReportOfOtherDaysTellsOfStaysUntilThatTellsOfItNoMore() {
    known = paidOrder();
    Report day = begun();
    enter(day, "n#1");
    Report next = again(reportOf(DAY.plusDays(1)));
    enter(next, "n#1");
    removeUnseen(again(day));
    assertThat(left()).containsExactly("n#1");
    removeUnseen(again(next));
    assertThat(left()).isEmpty();
  }

  @Test
  void whatAReportOfOtherDaysTellsOfStaysWhileThatIsReadOnceMore() {
    known = paidOrder();
    Report day = begun();
    enter(day, "n#1");
    Report next = again(reportOf(DAY.plusDays(1)));
    enter(next, "n#1");
    again(next);
    removeUnseen(again(day));
    assertThat(left()).containsExactly("n#1");
  }

  @Test
  void whatAReportTellsOfNoMoreIsLeftToTheOneOfOtherDaysThatToldOfItBefore() {
    known = paidOrder();
    Report next = again(reportOf(DAY.plusDays(1)));
    enter(next, "n#1");
    Report day = begun();
    enter(day, "n#1");
    removeUnseen(again(day));
    assertThat(left()).containsExactly("n#1");
    removeUnseen(again(next));
    assertThat(left()).isEmpty();
  }

  @Test
  void whatTwoReportsTellOfAtTheSameMomentWasToldByBoth() throws Exception {
    known = paidOrder();
    Report day = begun();
    Report month = month();
    Iterator<Report> next = List.of(day, month).iterator();
    Race.of(
        2,
        () -> {
          Report mine;
          synchronized (next) {
            mine = next.next();
          }
          return inTransaction(() -> {
            books.statementBooks().enter(mine, List.of(entry("n#1")));
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            return mine;
          });
        });
    assertThat(isEarlier(again(day))).isTrue();
    assertThat(isEarlier(again(month))).isTrue();
  }
}
