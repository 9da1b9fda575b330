package ecpay.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.reconciliation.Difference.AmountDiffers;
import ecpay.domain.reconciliation.Difference.FeeDiffers;
import ecpay.domain.reconciliation.Difference.MissingHere;
import ecpay.domain.reconciliation.Difference.MissingThere;
import ecpay.domain.reconciliation.Difference.Status;
import ecpay.domain.reconciliation.Difference.StatusDiffers;
import ecpay.domain.reconciliation.Difference.Subject;
import ecpay.domain.reconciliation.KeptDifference.State;
import ecpay.domain.reconciliation.StatementBooks.BookedFee;
import ecpay.domain.reconciliation.StatementBooks.Entry;
import ecpay.domain.reconciliation.StatementBooks.ToldRefunds;
import ecpay.domain.reconciliation.StatementBooks.UntoldRefund;
import ecpay.domain.reconciliation.StatementEntry.Unreadable;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.StepState;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

public abstract class StatementsContract extends BooksContract {
  private static final StatementFile FILE = StatementFile.QueryTradeMedia;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final StepState DONE = new StepState.Done(Samples.NOW, Optional.empty());
  private final Report report =
      Report.request(new ReportId("REPORT1"), Samples.SHOP, FILE, Period.of(DAY), Samples.NOW);
  private final Payment.Paid paid = new Payment.Paid(Samples.attempt(), Samples.tradeDetails());

  private Report begun() {
    return inTransaction(() -> {
      books.reports().findOrAdd(report);
      Report reading = report.reading(Samples.NOW);
      books.reports().save(reading);
      return reading;
    });
  }

  private Payment.Paid paidOrder() {
    placedOrder();
    holdingOrder(() -> {
      books.payments().add(Payment.begin(paid.attempt()));
      books.payments().save(paid);
    });
    return paid;
  }

  private void enter(Report to, Difference... found) {
    List<DifferenceId> ids =
        Stream.of(found)
            .map(one -> new DifferenceId("D" + to.run() + one.kind().name().replace("_", "")))
            .toList();
    books.transactions().run(() -> books.reports().enter(to, List.of(found), ids, Samples.NOW));
  }

  private List<KeptDifference> differences() {
    return books.reports().differences(Samples.SHOP, report.id(), 0, 100);
  }

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

  @Test
  void aPaymentIsKnownByItsNumber() {
    Payment.Paid known = paidOrder();
    Map<String, List<KnownPayment>> found =
        books.statementBooks().known(Samples.SHOP, Set.of(known.tradeNo().value(), "UNKNOWN"));
    assertThat(found).hasSize(1);
    KnownPayment one = found.getOrDefault(known.tradeNo().value(), List.of()).getFirst();
    assertThat(one.payment()).isEqualTo(known);
    assertThat(one.isSecond()).isFalse();
    assertThat(one.refunded()).isEqualTo(Money.ZERO);
  }

  @Test
  void theSecondPaymentOfAnOrderIsKnownAsSuch() {
    Payment.Paid known = paidOrder();
    holdingOrder(() ->
        books.orders().save(Samples.order().paidBy(new MerchantTradeNo("ANOTHER"), Samples.NOW)));
    assertThat(
            books
                .statementBooks()
                .known(Samples.SHOP, Set.of(known.tradeNo().value()))
                .getOrDefault(known.tradeNo().value(), List.of())
                .getFirst()
                .isSecond())
        .isTrue();
  }

  @Test
  void aLineIsEnteredOnceAndItsFeeBookedOnce() {
    Payment.Paid known = paidOrder();
    Report reading = begun();
    StatementLine line = Statements.of(known.tradeNo().value(), 1000).withFee("25.50").line();
    for (int read = 0; read < 2; read++) {
      enter(
          reading,
          new Entry(
              "n#1",
              line,
              Optional.of(known.id()),
              Optional.of(new BigDecimal("25.50")),
              Optional.of(Samples.NOW)));
    }
    assertThat(books.statementBooks().fees(Samples.SHOP, known.id()))
        .containsExactly(
            new BookedFee(
                FILE,
                "n#1",
                1000,
                Optional.of(new BigDecimal("25.50")),
                new BigDecimal("25.50"),
                Samples.NOW));
    ToldLine told =
        new ToldLine(
            "n#1",
            line.identity(),
            Optional.of(known.id()),
            Optional.of(new BigDecimal("25.50")),
            true,
            false);
    assertThat(told(reading, line)).containsExactly(told);
    assertThat(told(reading.reading(Samples.NOW), line))
        .singleElement()
        .satisfies(other -> {
          assertThat(other.isTaken()).isFalse();
          assertThat(other.isEarlier()).isTrue();
        });
    assertThat(books.statementBooks().told(reading, Set.of("none"))).isEmpty();
  }

  @Rule("U-03")
  @Test
  void theRefundsOfOtherDaysAreTakenAndTheirPaymentsAreNot() {
    Payment.Paid known = paidOrder();
    String number = known.tradeNo().value();
    enter(begun(), refundLine(known, "r#1", -100));
    StatementLine payment = Statements.of(number, 1000).line();
    enter(begun(), entry("p#1", payment, Optional.of(known.id())));
    Report next = reportOf(DAY.plusDays(2));
    assertThat(told(next, payment))
        .extracting(line -> line.name() + line.isTaken())
        .containsExactlyInAnyOrder("r#1true", "p#1false");
    Report around = begun("REPORT8", new Period(DAY.minusDays(3), DAY.plusDays(1)));
    assertThat(told(around, payment)).noneMatch(ToldLine::isTaken);
  }

  private Report begun(String id, Period period) {
    Report requested = Report.request(new ReportId(id), Samples.SHOP, FILE, period, Samples.NOW);
    return inTransaction(() -> books.reports().findOrAdd(requested));
  }

  private List<ToldLine> told(Report to, StatementLine line) {
    return books
        .statementBooks()
        .told(to, Set.of(line.tradeNo(), "none"))
        .getOrDefault(line.tradeNo(), List.of());
  }

  @Test
  void aLineThatIsNoLongerInTheFileGoesWithItsFee() {
    Payment.Paid known = paidOrder();
    Report first = begun();
    StatementLine line = Statements.of(known.tradeNo().value(), 900).withFee("25.50").line();
    Optional<PaymentId> payment = Optional.of(known.id());
    Optional<Instant> now = Optional.of(Samples.NOW);
    enter(first, new Entry("n#1", line, payment, Optional.empty(), now));
    books.transactions().run(() -> books.statementBooks().removeUnseen(first));
    assertThat(books.statementBooks().fees(Samples.SHOP, known.id())).hasSize(1);
    books.transactions().run(() -> books.statementBooks().removeUnseen(first.reading(Samples.NOW)));
    assertThat(books.statementBooks().fees(Samples.SHOP, known.id())).isEmpty();
  }

  @Test
  void aDisputedFeeIsBookedWhenSomebodySaysSoAndOnlyOnce() {
    Payment.Paid known = paidOrder();
    StatementLine line = Statements.of(known.tradeNo().value(), 1000).withFee("30").line();
    enter(begun(), entry("n#1", line, Optional.of(known.id())));
    assertThat(books.statementBooks().fees(Samples.SHOP, known.id())).isEmpty();
    assertThat(bookFee("n#1", "29.99", Samples.NOW)).as("shown before").isFalse();
    assertThat(bookFee("gone#1", "30", Samples.NOW)).isFalse();
    assertThat(books.statementBooks().fees(Samples.SHOP, known.id())).isEmpty();
    assertThat(bookFee("n#1", "30.00", Samples.NOW)).isTrue();
    assertThat(bookFee("n#1", "30", Samples.NOW.plusSeconds(9))).isTrue();
    assertThat(books.statementBooks().fees(Samples.SHOP, known.id()))
        .containsExactly(
            new BookedFee(FILE, "n#1", 1000, Optional.empty(), new BigDecimal("30"), Samples.NOW));
  }

  private boolean bookFee(String line, String billed, Instant now) {
    return inTransaction(() ->
        books.statementBooks().bookFee(Samples.SHOP, FILE, line, new BigDecimal(billed), now));
  }

  @Test
  void aPaymentIsUnseenUntilAFileTellsThatItWasPaid() {
    Payment.Paid known = paidOrder();
    Report reading = begun();
    assertThat(unseen(Optional.empty())).containsExactly(known);
    assertThat(unseen(Optional.of(known))).isEmpty();
    enter(
        reading,
        entry("r#1", Statements.of(known.tradeNo().value(), -1).line(), Optional.of(known.id())));
    assertThat(unseen(Optional.empty())).containsExactly(known);
    enter(reading, new MissingThere(subject(known), 1000, true));
    enter(
        reading,
        entry("p#1", Statements.of(known.tradeNo().value(), 1000).line(), Optional.of(known.id())));
    assertThat(unseen(Optional.empty())).isEmpty();
    assertThat(books.statementBooks().hasArrived(Samples.SHOP, FILE, known.id())).isTrue();
    assertThat(
            books.statementBooks().hasArrived(Samples.SHOP, StatementFile.TradeNoAio, known.id()))
        .isFalse();
    books.transactions().run(() -> books.reports().settleArrived(Samples.SHOP, FILE, Samples.NOW));
    assertThat(differences()).allMatch(kept -> kept.state() == State.SETTLED);
  }

  @Rule("R-CAP-02")
  @Test
  void whatWentBackByOurOwnRefundsIsKnownAndAReleasedCardIsNotExpected() {
    Payment.Paid known = paidOrder();
    RefundStep back = step(1, new RefundAct.RefundCard(Money.of(400)));
    RefundStep undone = step(2, new RefundAct.CancelCapture(Money.of(600)));
    RefundStep release = step(3, new RefundAct.Abandon(Money.of(600)));
    Refund refund = refund(known, back, undone, release);
    holdingOrder(() -> books.refunds().add(refund));
    assertThat(refunded(known)).isEqualTo(Money.ZERO);
    Refund half = refund.with(back, DONE);
    holdingOrder(() -> books.refunds().save(half));
    assertThat(refunded(known)).isEqualTo(Money.of(400));
    Refund uncaptured = half.with(undone, DONE);
    holdingOrder(() -> books.refunds().save(uncaptured));
    assertThat(refunded(known)).as("undoing a capture moves nothing").isEqualTo(Money.of(400));
    assertThat(unseen(Optional.empty())).containsExactly(known);
    holdingOrder(() -> books.refunds().save(uncaptured.with(release, DONE)));
    assertThat(refunded(known)).isEqualTo(Money.of(1000));
    assertThat(overtold(begun(), refundLine(known, "r#1", -401)))
        .containsExactly(new ToldRefunds(known, Money.of(400), Money.of(401)));
    assertThat(unseen(Optional.empty())).isEmpty();
    assertThat(unseen(StatementFile.FundingReconDetail, Period.of(DAY))).isEmpty();
  }

  @Rule("R-CAP-02")
  @Test
  void aReleasedCardIsStillATradeOfItsDay() {
    Payment.Paid hosted = Statements.hosted(paid);
    placedOrder();
    RefundStep release = step(1, new RefundAct.Abandon(Money.of(1000)));
    holdingOrder(() -> {
      books.payments().add(Payment.begin(hosted.attempt()));
      books.payments().save(hosted);
      books.refunds().add(refund(hosted, release).with(release, DONE));
    });
    assertThat(unseen(StatementFile.TradeNoAio, Period.of(DAY))).containsExactly(hosted);
    assertThat(unseen(StatementFile.FundingReconDetail, Period.of(DAY))).isEmpty();
  }

  @Test
  void refundsOfACardAreUntoldUntilFilesTellOfAllOfThem() {
    Payment.Paid known = paidOrder();
    Report reading = begun();
    assertThat(untold(FILE, DAY, Optional.empty())).isEmpty();
    holdingOrder(() -> books.refunds().add(Statements.refunded(known, 400, Samples.NOW)));
    UntoldRefund all = new UntoldRefund(known, Money.of(400));
    assertThat(untold(FILE, DAY, Optional.empty())).containsExactly(all);
    assertThat(untold(FILE, DAY, Optional.of(all))).isEmpty();
    assertThat(untold(FILE, DAY.plusDays(1), Optional.empty())).isEmpty();
    assertThat(untold(FILE, DAY.minusDays(1), Optional.empty())).isEmpty();
    assertThat(untold(StatementFile.FundingReconDetail, DAY, Optional.empty()))
        .containsExactly(all);
    assertThat(untold(StatementFile.TradeNoAio, DAY, Optional.empty())).isEmpty();
    enter(reading, refundLine(known, "r#1", -100));
    assertThat(untold(FILE, DAY, Optional.empty()))
        .containsExactly(new UntoldRefund(known, Money.of(300)));
    enter(reading, refundLine(known, "r#2", -300));
    assertThat(untold(FILE, DAY, Optional.empty())).isEmpty();
  }

  @Rule("U-03")
  @Test
  void refundsOfAPaymentAreOvertoldOnceFilesTellTogetherOfMoreThanWentBackHowOftenTheyAreRead() {
    Payment.Paid known = paidOrder();
    holdingOrder(() -> books.refunds().add(Statements.refunded(known, 400, Samples.NOW)));
    Report first = begun();
    Entry hundred = refundLine(known, "r#1", -100);
    Entry more = refundLine(known, "r#2", -301);
    assertThat(overtold(first, hundred)).isEmpty();
    ToldRefunds all = new ToldRefunds(known, Money.of(400), Money.of(401));
    assertThat(overtold(first, more)).containsExactly(all);
    assertThat(books.statementBooks().overtoldRefunds(first, Optional.of(all), 10)).isEmpty();
    Report again = first.reading(Samples.NOW);
    assertThat(overtold(again, hundred, more)).containsExactly(all);
    Report other = reportOf(DAY.plusDays(2));
    assertThat(overtold(other)).isEmpty();
    assertThat(overtold(other, refundLine(known, "r#3", -1)))
        .containsExactly(new ToldRefunds(known, Money.of(400), Money.of(402)));
  }

  private List<ToldRefunds> overtold(Report to, Entry... lines) {
    enter(to, lines);
    return books.statementBooks().overtoldRefunds(to, Optional.empty(), 10);
  }

  @Rule("U-03")
  @Test
  void aFeeIsTakenBackFromWhatTheReportHasNotToldOfThisTimeOnly() {
    Payment.Paid known = paidOrder();
    Report first = begun();
    StatementLine line = Statements.of(known.tradeNo().value(), 1000).withFee("25.50").line();
    for (String name : List.of("n#1", "n#2", "n#3")) {
      Optional<PaymentId> payment = Optional.of(known.id());
      enter(first, new Entry(name, line, payment, Optional.empty(), Optional.of(Samples.NOW)));
    }
    Report second = first.reading(Samples.NOW);
    enter(second, entry("n#2", line, Optional.of(known.id())));
    takeBackFees(second, "n#1", "n#2", "gone#1");
    takeBackFees(reportOf(DAY.plusDays(2)), "n#3");
    assertThat(books.statementBooks().fees(Samples.SHOP, known.id()))
        .extracting(BookedFee::line)
        .containsExactlyInAnyOrder("n#2", "n#3");
    assertThat(told(second, line))
        .extracting(ToldLine::name)
        .containsExactlyInAnyOrder("n#1", "n#2", "n#3");
  }

  private void takeBackFees(Report from, String... lines) {
    books.transactions().run(() -> books.statementBooks().takeBackFees(from, List.of(lines)));
  }

  @Test
  void anUntoldRefundIsSettledByItsOwnLinesOnly() {
    Payment.Paid known = paidOrder();
    begun();
    Report due = reportOf(DAY.plusDays(2));
    holdingOrder(() -> books.refunds().add(Statements.refunded(known, 400, Samples.NOW)));
    Subject about =
        new Subject(
            known.tradeNo().value(),
            Optional.of(known.id()),
            Optional.of(known.order()),
            Subject.REFUND);
    enter(due, new MissingThere(about, -400, false));
    StatementLine payment = Statements.of(known.tradeNo().value(), 1000).line();
    enter(due, entry("p#1", payment, Optional.of(known.id())), refundLine(known, "r#1", -399));
    assertThat(arrived(due)).isEqualTo(State.OPEN);
    enter(due, refundLine(known, "r#2", -1));
    assertThat(arrived(due)).isEqualTo(State.SETTLED);
  }

  private Report reportOf(LocalDate day) {
    return begun("REPORT9", Period.of(day));
  }

  private State arrived(Report in) {
    books.transactions().run(() -> books.reports().settleArrived(Samples.SHOP, FILE, Samples.NOW));
    return books.reports().differences(Samples.SHOP, in.id(), 0, 9).getFirst().state();
  }

  private static Entry refundLine(Payment.Paid known, String name, long amount) {
    return entry(
        name, Statements.of(known.tradeNo().value(), amount).line(), Optional.of(known.id()));
  }

  private List<UntoldRefund> untold(
      StatementFile file, LocalDate day, Optional<UntoldRefund> after) {
    Period period = Period.of(day);
    return books
        .statementBooks()
        .untoldRefunds(Samples.SHOP, file, period.begin(), period.end(), after, 10);
  }

  @Rule("R-CAP-09")
  @Test
  void whatAPersonPaidBackWentBackToo() {
    Payment.Paid known = paidOrder();
    RefundStep byHand = step(1, new RefundAct.PayByHand(Money.of(1000), "ATM_TAISHIN"));
    Refund refund = refund(known, byHand);
    holdingOrder(() -> books.refunds().add(refund));

    holdingOrder(() -> books.refunds().save(refund.with(byHand, DONE)));

    assertThat(refunded(known)).isEqualTo(Money.of(1000));
    assertThat(overtold(begun(), refundLine(known, "r#1", -1000)))
        .as("what a person paid back stands in no file")
        .containsExactly(new ToldRefunds(known, Money.ZERO, Money.of(1000)));
    assertThat(unseen(Optional.empty())).as("it came in all the same").containsExactly(known);
  }

  private static Refund refund(Payment.Paid known, RefundStep... steps) {
    return Statements.refund(known, 1000, List.of(steps), Samples.NOW);
  }

  private static RefundStep step(int number, RefundAct act) {
    return new RefundStep(number, act, new StepState.Due());
  }

  private Money refunded(Payment payment) {
    return known(payment).refunded();
  }

  private KnownPayment known(Payment payment) {
    return books
        .statementBooks()
        .known(Samples.SHOP, Set.of(payment.tradeNo().value()))
        .getOrDefault(payment.tradeNo().value(), List.of())
        .getFirst();
  }

  @Test
  void unseenPaymentsAreThoseOfTheFileAndTheTimeInOrder() {
    placedOrder();
    for (String number : List.of("B", "A", "C")) {
      Attempt attempt =
          Samples.attempt(
              Samples.ORDER, new PaymentId("PAY" + number), new MerchantTradeNo("T" + number));
      holdingOrder(() -> {
        books.payments().add(Payment.begin(attempt));
        books.payments().save(new Payment.Paid(attempt, Samples.tradeDetails()));
      });
    }
    List<Payment.Paid> all = unseen(Optional.empty());
    assertThat(all).extracting(one -> one.id().value()).containsExactly("PAYA", "PAYB", "PAYC");
    assertThat(unseen(Optional.of(all.getFirst())))
        .extracting(one -> one.id().value())
        .containsExactly("PAYB", "PAYC");
    assertThat(unseen(StatementFile.FundingReconDetail, Period.of(DAY))).hasSize(3);
    assertThat(unseen(StatementFile.TradeNoAio, Period.of(DAY))).isEmpty();
    assertThat(unseen(FILE, Period.of(DAY.plusDays(1)))).isEmpty();
    assertThat(unseen(FILE, Period.of(DAY.minusDays(1)))).isEmpty();
  }

  @Test
  void statementsAreChangedInsideATransactionOnly() {
    assertThatIllegalStateException().isThrownBy(() -> books.reports().findOrAdd(report));
    assertThatIllegalStateException()
        .isThrownBy(() -> books.reports().lock(Samples.SHOP, report.id()));
  }

  private List<Payment.Paid> unseen(Optional<Payment.Paid> after) {
    return books
        .statementBooks()
        .unseen(Samples.SHOP, FILE, Period.of(DAY).begin(), Period.of(DAY).end(), after, 10);
  }

  private List<Payment.Paid> unseen(StatementFile file, Period period) {
    Instant from = period.begin();
    return books
        .statementBooks()
        .unseen(Samples.SHOP, file, from, period.end(), Optional.empty(), 10);
  }

  private static Subject subject(Payment.Paid known) {
    return new Subject(
        known.tradeNo().value(), Optional.of(known.id()), Optional.of(known.order()), "");
  }

  private static Entry entry(String name, StatementLine line, Optional<PaymentId> payment) {
    return new Entry(name, line, payment, Optional.empty(), Optional.empty());
  }

  private void enter(Report to, Entry... entries) {
    books.transactions().run(() -> books.statementBooks().enter(to, List.of(entries)));
  }
}
