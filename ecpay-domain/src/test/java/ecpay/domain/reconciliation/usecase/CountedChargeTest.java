package ecpay.domain.reconciliation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.TradeDetails;
import ecpay.domain.reconciliation.Difference.Kind;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.Report;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Later charges of a contract of which ECPay told nothing but the count. */
class CountedChargeTest {
  private static final StatementFile FILE = StatementFile.QueryTradeMedia;
  private final Shop shop = Shop.paid(new World());
  private final StatementWorld statements = shop.world.statements;
  private final Payment.Paid paid = (Payment.Paid) shop.payment();

  private List<KeptDifference> compared() {
    Report report =
        statements.requestReport.request(Samples.SHOP, FILE, Period.of(Taipei.dateOf(Samples.NOW)));
    shop.runUntil(shop.world.clock.instant().plus(Duration.ofMinutes(1)));
    return shop.world.books.reports().differences(Samples.SHOP, report.id(), 0, 100);
  }

  private Instant after(int days) {
    return paid.attempt().startedAt().plus(Duration.ofDays(days));
  }

  @Rule("R-PAY-17")
  @Test
  void aChargeThatWasOnlyCountedIsFoundByItsDayAndLearnsItsNumbers() {
    Payment.Paid second = counted(2, after(31));
    Payment.Paid third = counted(3, after(61));
    statements.tells(
        FILE,
        Statements.of(paid),
        told("THIRD", 33, after(60)),
        told("SECOND", 22, after(30)),
        told("FOURTH", 44, after(90)));
    assertThat(compared())
        .filteredOn(kept -> kept.difference().kind() == Kind.MISSING_HERE)
        .singleElement()
        .satisfies(kept -> assertThat(kept.difference().about().line()).contains("FOURTH"));
    assertThat(numbers(second)).isEqualTo("SECOND 22");
    assertThat(numbers(third)).isEqualTo("THIRD 33");
  }

  @Test
  void aChargeThatHasItsNumberTakesNoOtherLineOfItsDays() {
    counted(2, after(31));
    statements.tells(
        FILE, Statements.of(paid), told("SECOND", 22, after(30)), told("AGAIN", 23, after(30)));
    assertThat(compared())
        .singleElement()
        .satisfies(kept -> {
          assertThat(kept.difference().kind()).isEqualTo(Kind.MISSING_HERE);
          assertThat(kept.difference().about().line()).contains("AGAIN");
        });
  }

  @Test
  void aFileWithoutNumbersTellsOfTheChargeOfItsDayAndCompletesNothing() {
    Payment.Paid second = counted(2, after(31));
    statements.tells(FILE, told("", 0, after(0)), told("", 0, after(30)));
    assertThat(compared()).isEmpty();
    assertThat(shop.world.books.payments().find(second.id())).contains(second);
    assertThat(shop.world.books.statementBooks().hasArrived(Samples.SHOP, FILE, second.id()))
        .isTrue();
    assertThat(shop.world.books.statementBooks().hasArrived(Samples.SHOP, FILE, paid.id()))
        .isTrue();
  }

  @Rule("R-PAY-17")
  @Test
  void whatIsBilledForAChargeThatToldNoFeeIsBookedAndNotDisputed() {
    Payment.Paid second = counted(2, after(31));
    StatementLine billed =
        Statements.of(paid.tradeNo().value(), 1000)
            .withEcpayNo("SECOND")
            .withAuthorization(22)
            .withFee("28")
            .line(after(30));
    statements.tells(FILE, Statements.of(paid), billed);
    assertThat(compared()).isEmpty();
    assertThat(shop.world.books.statementBooks().fees(Samples.SHOP, second.id()))
        .singleElement()
        .satisfies(fee -> {
          assertThat(fee.expected()).isEmpty();
          assertThat(fee.billed()).isEqualTo(new BigDecimal("28"));
        });
  }

  @Test
  void aRefundWithoutNumbersIsNoCharge() {
    counted(2, after(31));
    statements.tells(
        FILE, Statements.of(paid), Statements.of(paid.tradeNo().value(), -1).line(after(30)));
    assertThat(compared())
        .singleElement()
        .satisfies(kept -> assertThat(kept.difference().about().payment()).contains(paid.id()));
  }

  private String numbers(Payment.Paid charge) {
    Payment.Paid known = (Payment.Paid) shop.world.books.payments().find(charge.id()).orElseThrow();
    return known.trade().ecpayTradeNo()
        + " "
        + known.trade().card().map(CardDetails::authorizationId).orElse(0L);
  }

  /** A charge of which ECPay told the count only. */
  private Payment.Paid counted(int number, Instant bookedAt) {
    Attempt first = paid.attempt();
    Payment.Paid charge =
        new Payment.Paid(
            new Attempt(
                new PaymentId("CHARGE" + number),
                first.merchant(),
                first.order(),
                first.tradeNo(),
                number,
                first.amount(),
                first.offer(),
                bookedAt),
            new TradeDetails(
                "",
                first.amount(),
                "",
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Optional.empty(),
                Optional.empty()));
    shop.world
        .books
        .transactions()
        .run(() -> {
          shop.world.books.orders().lock(first.merchant(), first.order());
          shop.world.books.payments().add(charge);
        });
    return charge;
  }

  private StatementLine told(String ecpayNo, long authorization, Instant at) {
    return Statements.of(paid.tradeNo().value(), 1000)
        .withEcpayNo(ecpayNo)
        .withAuthorization(authorization)
        .line(at);
  }
}
