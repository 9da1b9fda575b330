package ecpay.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.reconciliation.Difference.MissingThere;
import ecpay.domain.reconciliation.KeptDifference.State;
import ecpay.domain.reconciliation.StatementBooks.BookedFee;
import ecpay.domain.reconciliation.StatementBooks.Entry;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lines of files and their fees, beside what the books know, in any books (U-03). */
public abstract class StatementsContract extends ReportOfADay {
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
}
