package ecpay.domain.reconciliation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.Difference.Action;
import ecpay.domain.reconciliation.Difference.MissingThere;
import ecpay.domain.reconciliation.Difference.Subject;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.KeptDifference.State;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.Statements;
import ecpay.domain.rule.Rule;
import ecpay.domain.time.Taipei;
import ecpay.domain.world.Shop;
import ecpay.domain.world.StatementWorld;
import ecpay.domain.world.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Refunds that our books have for done, and that never came to the bank. */
class UntoldRefundTest {
  private static final LocalDate TODAY = Taipei.dateOf(Samples.NOW);
  private static final StatementFile FILE = StatementFile.QueryTradeMedia;
  private final Shop shop = Shop.paid(new World());
  private final StatementWorld statements = shop.world.statements;
  private final Payment.Paid paid = (Payment.Paid) shop.payment();
  private final String number = paid.tradeNo().value();

  private List<KeptDifference> compared(StatementFile file) {
    Report report =
        statements.requestReport.request(Samples.SHOP, file, Period.of(TODAY.plusDays(2)));
    shop.runUntil(shop.world.clock.instant().plus(Duration.ofMinutes(1)));
    return shop.world.books.reports().differences(Samples.SHOP, report.id(), 0, 100);
  }

  private void refunded(long twd) {
    shop.world
        .books
        .transactions()
        .run(() -> {
          shop.world.books.orders().lock(Samples.SHOP, paid.order());
          shop.world.books.refunds().add(Statements.refunded(paid, twd, Samples.NOW));
        });
    shop.runUntil(Samples.NOW.plus(Duration.ofDays(3)));
  }

  @Rule("R-CAP-09")
  @Test
  void aRefundThatTheBankDoesNotTellOfAfterItsDaysIsMissingThereAndAPersonLooks() {
    refunded(400);
    statements.tells(FILE, Statements.of(number, 1000).line());
    KeptDifference missing = compared(FILE).getFirst();
    Subject about =
        new Subject(number, Optional.of(paid.id()), Optional.of(paid.order()), "refund");
    assertThat(missing.difference()).isEqualTo(new MissingThere(about, -400, false));
    assertThat(missing.difference().action()).isEqualTo(Action.LOOK_AT_ECPAY);
  }

  @Test
  void onlyWhatTheBankDoesNotTellOfIsMissingAndItIsSettledOnceItDoes() {
    refunded(400);
    statements.tells(FILE, Statements.of(number, 1000).line(), Statements.of(number, -100).line());
    KeptDifference missing = compared(FILE).getFirst();
    assertThat(((MissingThere) missing.difference()).here()).isEqualTo(-300);
    statements.tells(FILE, Statements.of(number, -300).line());
    statements.requestReport.request(Samples.SHOP, FILE, Period.of(TODAY.plusDays(3)));
    shop.runUntil(shop.world.clock.instant().plus(Duration.ofMinutes(1)));
    assertThat(
            shop.world
                .books
                .reports()
                .findDifference(Samples.SHOP, missing.id())
                .orElseThrow()
                .state())
        .isEqualTo(State.SETTLED);
  }

  @Test
  void aPaymentThatComesDoesNotSettleItsRefund() {
    refunded(400);
    statements.tells(FILE, Statements.of("STRANGER", 1).line());
    List<KeptDifference> missing =
        compared(FILE).stream().filter(kept -> kept.difference() instanceof MissingThere).toList();
    assertThat(missing).hasSize(2);
    statements.tells(FILE, Statements.of(number, 1000).line());
    statements.requestReport.request(Samples.SHOP, FILE, Period.of(TODAY.plusDays(1)));
    shop.runUntil(shop.world.clock.instant().plus(Duration.ofMinutes(1)));
    assertThat(missing)
        .extracting(kept ->
            kept.difference().about().line()
                + shop.world
                    .books
                    .reports()
                    .findDifference(Samples.SHOP, kept.id())
                    .orElseThrow()
                    .state())
        .containsExactlyInAnyOrder("SETTLED", "refundOPEN");
  }

  @Test
  void theFileOfTradesByTheirDayOfPaymentTellsOfNoRefunds() {
    refunded(400);
    statements.tells(StatementFile.TradeNoAio, Statements.of("STRANGER", 1).line());
    assertThat(compared(StatementFile.TradeNoAio))
        .noneMatch(kept -> kept.difference() instanceof MissingThere);
  }

  @Test
  void aFileThatDoesNotBillAPaymentBooksNoFeeOfItAndDisputesNone() {
    statements.tells(StatementFile.TradeNoAio, Statements.of(number, 1000).withFee("99").line());
    shop.runUntil(Samples.NOW.plus(Duration.ofDays(3)));
    assertThat(compared(StatementFile.TradeNoAio)).isEmpty();
    assertThat(shop.world.books.statementBooks().fees(Samples.SHOP, paid.id())).isEmpty();
  }
}
