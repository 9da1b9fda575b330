package ecpay.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.reconciliation.Difference.AmountDiffers;
import ecpay.domain.reconciliation.Difference.FeeDiffers;
import ecpay.domain.reconciliation.Difference.MissingHere;
import ecpay.domain.reconciliation.Difference.MissingThere;
import ecpay.domain.reconciliation.Difference.Status;
import ecpay.domain.reconciliation.Difference.StatusDiffers;
import ecpay.domain.reconciliation.Difference.Subject;
import ecpay.domain.reconciliation.KeptDifference.State;
import ecpay.domain.reconciliation.StatementEntry.Unreadable;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The reports and their differences, in any books (U-03). */
public abstract class ReportsContract extends ReportOfADay {
  @Test
  void aReportIsThereOnceForItsFileAndPeriod() {
    begun();
    Report same =
        Report.request(new ReportId("REPORT2"), Samples.SHOP, FILE, Period.of(DAY), Samples.NOW);
    assertThat(inTransaction(() -> books.reports().findOrAdd(same)).id()).isEqualTo(report.id());
    assertThat(books.reports().find(Samples.SHOP, new ReportId("REPORT2"))).isEmpty();
    assertThat(books.reports().find(new MerchantId("other"), report.id())).isEmpty();
  }

  @Test
  void everyStageOfAReportIsFoundAsItWasSaved() {
    Report read =
        begun()
            .read(
                List.of(
                    Statements.of("A1", 300).withFee("8.25").line(),
                    new Unreadable(3, "column amount: expected whole TWD")),
                Samples.NOW);
    for (Report stage :
        List.of(
            read,
            read.compared(Samples.NOW),
            read.troubled("no file", Samples.NOW),
            read.troubled("never", Samples.NOW.plus(Report.ASKED_FOR)))) {
      books.transactions().run(() -> books.reports().save(stage));
      assertThat(books.reports().find(Samples.SHOP, report.id())).contains(stage);
      assertThat(inTransaction(() -> books.reports().lock(Samples.SHOP, report.id())))
          .contains(stage);
    }
  }

  @Test
  void reportsComeNewestFirst() {
    begun();
    Report next =
        Report.request(
            new ReportId("REPORT2"), Samples.SHOP, FILE, Period.of(DAY.plusDays(1)), Samples.NOW);
    inTransaction(() -> books.reports().findOrAdd(next));
    assertThat(books.reports().newest(Samples.SHOP, Optional.empty(), 10))
        .extracting(Report::id)
        .containsExactly(next.id(), report.id());
    assertThat(books.reports().newest(Samples.SHOP, Optional.of(next.id()), 10))
        .extracting(Report::id)
        .containsExactly(report.id());
  }

  @Test
  void theDaysToBeAskedForAreThoseThatAreNotComparedSinceTheFirstReport() {
    assertThat(open(FILE, DAY.plusDays(4))).containsExactly(DAY.plusDays(4));
    keep("REPORT2", new Period(DAY.plusDays(1), DAY.plusDays(2)), false);
    keep("REPORT3", Period.of(DAY.minusDays(1)), true);
    assertThat(open(FILE, DAY.plusDays(4))).containsExactly(DAY, DAY.plusDays(3), DAY.plusDays(4));
    keep("REPORT4", Period.of(DAY.plusDays(3)), false);
    assertThat(open(FILE, DAY.plusDays(3))).containsExactly(DAY, DAY.plusDays(3));
    assertThat(open(FILE, DAY.minusDays(2))).containsExactly(DAY.minusDays(2));
    assertThat(open(FILE, DAY.plusDays(60))).hasSize(32).contains(DAY.plusDays(29));
    assertThat(open(StatementFile.TradeNoAio, DAY)).containsExactly(DAY);
  }

  @Test
  void aDayThatWasComparedBeforeItWasOverIsToBeAskedForOnceMore() {
    Period days = new Period(DAY.minusDays(1), DAY);
    Report requested =
        Report.request(new ReportId("REPORT2"), Samples.SHOP, FILE, days, Samples.NOW);
    inTransaction(() -> books.reports().findOrAdd(requested));
    books
        .transactions()
        .run(() -> books.reports().save(requested.compared(days.end().minusMillis(1))));
    assertThat(open(FILE, DAY)).containsExactly(DAY);
    books.transactions().run(() -> books.reports().save(requested.compared(days.end())));
    assertThat(open(FILE, DAY)).isEmpty();
  }

  private void keep(String id, Period period, boolean isCompared) {
    Report requested = Report.request(new ReportId(id), Samples.SHOP, FILE, period, Samples.NOW);
    inTransaction(() -> books.reports().findOrAdd(requested));
    if (isCompared) {
      books.transactions().run(() -> books.reports().save(requested.compared(Samples.NOW)));
    }
  }

  private List<LocalDate> open(StatementFile file, LocalDate last) {
    return books.reports().open(Samples.SHOP, file, last.minusDays(31), last);
  }

  @Test
  void everyKindOfDifferenceIsFoundAsItWasEntered() {
    Report reading = begun();
    Subject known = new Subject("T1", Optional.of(paid.id()), Optional.of(Samples.ORDER), "T1|x#1");
    Subject unknown = new Subject("T2", Optional.empty(), Optional.empty(), "T2|x#1");
    Difference[] all = {
      new MissingHere(unknown, 100),
      new MissingThere(known, 100, true),
      new AmountDiffers(known, 100, 90),
      new FeeDiffers(known, new BigDecimal("2.75"), new BigDecimal("3.00")),
      new StatusDiffers(known, Status.REFUNDED_THERE, 0, -50)
    };
    enter(reading, all);
    assertThat(differences()).extracting(KeptDifference::difference).containsExactlyInAnyOrder(all);
    assertThat(books.reports().counts(Samples.SHOP, report.id()))
        .hasSize(5)
        .containsEntry(new Reports.Count(Difference.Kind.FEE, State.OPEN), 1L);
  }

  @Test
  void aDifferenceIsThereOnceAndSettledOnceItIsNotSeenAgain() {
    Report first = begun();
    Subject about = new Subject("T1", Optional.empty(), Optional.empty(), "T1#1");
    enter(first, new MissingHere(about, 100), new AmountDiffers(about, 1, 2));
    Report second = first.reading(Samples.NOW);
    enter(second, new MissingHere(about, 100));
    books.transactions().run(() -> books.reports().settleUnseen(second, Samples.NOW));
    assertThat(differences())
        .extracting(kept -> kept.difference().kind() + " " + kept.state())
        .containsExactly("MISSING_HERE OPEN", "AMOUNT SETTLED");
    Report third = second.reading(Samples.NOW);
    enter(third, new AmountDiffers(about, 1, 2));
    assertThat(differences()).hasSize(2).allMatch(kept -> kept.state() == State.OPEN);
  }

  @Test
  void whatWasAppliedStaysSo() {
    Report first = begun();
    Subject about = new Subject("T1", Optional.empty(), Optional.empty(), "T1#1");
    enter(first, new MissingHere(about, 100));
    KeptDifference applied = differences().getFirst().applied("found it", Samples.NOW);
    books.transactions().run(() -> books.reports().save(Samples.SHOP, applied));
    enter(first.reading(Samples.NOW), new MissingHere(about, 100));
    KeptDifference found = books.reports().findDifference(Samples.SHOP, applied.id()).orElseThrow();
    assertThat(found.state()).isEqualTo(State.APPLIED);
    assertThat(found.note()).isEqualTo("found it");
    assertThat(found.endedAt()).contains(Samples.NOW);
    assertThat(books.reports().findDifference(new MerchantId("other"), applied.id())).isEmpty();
  }

  @Test
  void whatWasAppliedIsOpenAgainOnceTheFactsAreOthers() {
    Report reading = begun();
    Subject about = new Subject("T1", Optional.of(paid.id()), Optional.of(Samples.ORDER), "T1#1");
    enter(reading, fee(about, "2.75", "10"), refunded(about, Status.REFUNDED_THERE, -300));
    Report next = applied(reading);
    enter(reading, fee(about, "2.750", "10.0"));
    enter(next, refunded(about, Status.REFUNDED_THERE, -300));
    assertThat(differences()).allMatch(kept -> kept.state() == State.APPLIED);
    enter(reading, fee(about, "2.75", "50"), refunded(about, Status.REFUNDED_THERE, -900));
    assertThat(differences())
        .allMatch(kept -> kept.state() == State.OPEN && kept.endedAt().isEmpty());
    reading = applied(reading);
    enter(reading, fee(about, "10", "50"), refunded(about, Status.SECOND_PAYMENT, -900));
    assertThat(differences()).allMatch(kept -> kept.state() == State.OPEN);
  }

  @Rule("U-03")
  @Test
  void whatWasAppliedWithoutAPersonsHandIsOpenAgainWhenALaterRunStillSeesIt() {
    Report reading = begun();
    Subject about = new Subject("T1", Optional.of(paid.id()), Optional.of(Samples.ORDER), "T1#1");
    Difference fee = fee(about, "2.75", "10");
    Difference waiting = new MissingThere(subject(paid), 1000, true);
    Difference looked = new AmountDiffers(about, 1000, 900);
    enter(reading, fee, waiting, looked);
    Report next = applied(reading);
    enter(reading, fee, waiting, looked);
    assertThat(differences()).allMatch(kept -> kept.state() == State.APPLIED);
    enter(next, fee, waiting, looked);
    assertThat(differences())
        .extracting(kept -> kept.difference().kind() + " " + kept.state())
        .containsExactlyInAnyOrder("FEE OPEN", "MISSING_THERE OPEN", "AMOUNT APPLIED");
    enter(next, new MissingThere(subject(paid), 1000, false));
    enter(applied(next), new MissingThere(subject(paid), 1000, false));
    assertThat(differences()).allMatch(kept -> kept.state() == State.APPLIED);
  }

  @Rule("U-03")
  @Test
  void whatIsUnseenStaysOpenAsLongAsItsLineStaysInTheBooks() {
    Report first = begun();
    StatementLine line = Statements.of("T1", 100).line();
    enter(first, entry("n#1", line, Optional.empty()), entry("n#2", line, Optional.empty()));
    enter(first, new MissingHere(about("n#1"), 100), new AmountDiffers(about("n#2"), 90, 100));
    Report second = first.reading(Samples.NOW);
    enter(second, entry("n#2", line, Optional.empty()));
    books.transactions().run(() -> books.reports().settleUnseen(second, Samples.NOW));
    assertThat(differences())
        .extracting(kept -> kept.difference().kind() + " " + kept.state())
        .containsExactly("MISSING_HERE OPEN", "AMOUNT SETTLED");
    books
        .transactions()
        .run(() -> {
          books.statementBooks().removeUnseen(second);
          books.reports().settleUnseen(second, Samples.NOW);
        });
    assertThat(differences()).allMatch(kept -> kept.state() == State.SETTLED);
  }

  private static Subject about(String line) {
    return new Subject("T1", Optional.empty(), Optional.empty(), line);
  }

  private static FeeDiffers fee(Subject about, String expected, String billed) {
    return new FeeDiffers(about, new BigDecimal(expected), new BigDecimal(billed));
  }

  private static StatusDiffers refunded(Subject about, Status status, long there) {
    return new StatusDiffers(about, status, 0, there);
  }

  private Report applied(Report reading) {
    books
        .transactions()
        .run(() ->
            differences()
                .forEach(
                    kept -> books.reports().save(Samples.SHOP, kept.applied("", Samples.NOW))));
    return reading.reading(Samples.NOW);
  }

  @Test
  void aQuestionToEcpayThatSettledNothingIsOpenAgainAtTheNextReading() {
    Report first = begun();
    Subject about = new Subject("T1", Optional.of(paid.id()), Optional.of(Samples.ORDER), "T1#1");
    enter(first, new MissingHere(about, 100));
    KeptDifference asked = differences().getFirst().applied("", Samples.NOW);
    books.transactions().run(() -> books.reports().save(Samples.SHOP, asked));
    enter(first, new MissingHere(about, 100));
    assertThat(differences().getFirst().state()).isEqualTo(State.APPLIED);
    enter(first.reading(Samples.NOW), new MissingHere(about, 100));
    assertThat(differences().getFirst().state()).isEqualTo(State.OPEN);
    assertThat(differences().getFirst().endedAt()).isEmpty();
  }
}
