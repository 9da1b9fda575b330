package ecpay.adapter.http.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import ecpay.adapter.http.Facts;
import ecpay.adapter.http.ScriptedEcpay;
import ecpay.adapter.http.setting.EcpaySettings.FileLimits;
import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.inmemory.statement.InMemoryTurn;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.StatementLines;
import ecpay.domain.reconciliation.StatementSource;
import ecpay.domain.reconciliation.StatementSource.Opening;
import ecpay.domain.reconciliation.StatementSource.Turn;
import ecpay.domain.rule.Rule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** ECPay gives one file a minute to an address, whichever merchant it is for. */
class FileTurnTest {
  private static final String CSV = "特店訂單編號,訂單金額\r\nA1,100\r\n";
  private static final Merchant OTHER =
      Facts.merchant(
          Facts.account("3085779", Facts.PAYMENT_KEY, Facts.PAYMENT_IV),
          Facts.account("2000133", Facts.INVOICE_KEY, Facts.INVOICE_IV));

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
  private final Turn amongNodes = new InMemoryTurn(clock(Duration.ZERO));
  private final Injector adapter = node(Duration.ZERO);

  /**
   * @param ahead how far its clock is ahead of the others'
   */
  private Injector node(Duration ahead) {
    return Facts.adapter(Facts.settings(ecpay.uri(), FileLimits.USUAL), clock(ahead), amongNodes);
  }

  private Clock clock(Duration ahead) {
    InstantSource time = () -> now.get().plus(ahead);
    return time.withZone(ZoneOffset.UTC);
  }

  private Opening ask(Merchant merchant, StatementFile file) {
    return ask(adapter, merchant, file);
  }

  private static Opening ask(Injector node, Merchant merchant, StatementFile file) {
    return node.getInstance(StatementSource.class)
        .open(merchant, file, Period.of(LocalDate.of(2026, 11, 20)));
  }

  private void isGiven(Merchant merchant, StatementFile file) {
    isGiven(ask(merchant, file));
  }

  private static void isGiven(Opening opening) {
    Answer<StatementLines> answer = ((Opening.Asked) opening).answer();
    ((Answer.Accepted<StatementLines>) answer).value().close();
  }

  @Test
  void oneFileLeavesInSixtyFiveSecondsWhoeverAsks() {
    ecpay.then(200, CSV).then(200, CSV);
    isGiven(Facts.MERCHANT, StatementFile.TradeNoAio);
    Opening queued = new Opening.Queued(Samples.NOW.plusSeconds(65));
    assertThat(ask(OTHER, StatementFile.TradeNoAio)).isEqualTo(queued);
    assertThat(ask(OTHER, StatementFile.QueryTradeMedia)).isEqualTo(queued);
    now.set(Samples.NOW.plusSeconds(65).minusNanos(1));
    assertThat(ask(Facts.MERCHANT, StatementFile.FundingReconDetail)).isEqualTo(queued);
    assertThat(ecpay.requests()).hasSize(1);

    now.set(Samples.NOW.plusSeconds(65));
    isGiven(OTHER, StatementFile.FundingReconDetail);
    assertThat(ask(OTHER, StatementFile.TradeNoAio))
        .isEqualTo(new Opening.Queued(Samples.NOW.plusSeconds(130)));
    assertThat(ecpay.requests()).hasSize(2);
  }

  @Rule("R-TRN-05")
  @Test
  void twoNodesBehindOneAddressTakeTurnsAndOneThatIsHeldUpItselfTakesNone() {
    ecpay.then(200, CSV).then(200, CSV).then(403, "<html>Forbidden</html>").then(200, CSV);
    Injector other = node(Duration.ZERO);
    isGiven(ask(adapter, Facts.MERCHANT, StatementFile.TradeNoAio));
    Opening queued = new Opening.Queued(Samples.NOW.plusSeconds(65));
    assertThat(ask(other, OTHER, StatementFile.TradeNoAio)).isEqualTo(queued);
    now.set(Samples.NOW.plusSeconds(65));
    isGiven(ask(other, OTHER, StatementFile.TradeNoAio));
    assertThat(ask(adapter, Facts.MERCHANT, StatementFile.TradeNoAio))
        .isEqualTo(new Opening.Queued(Samples.NOW.plusSeconds(130)));

    now.set(Samples.NOW.plusSeconds(130));
    ask(adapter, Facts.MERCHANT, StatementFile.TradeNoAio);
    now.set(Samples.NOW.plusSeconds(195));
    assertThat(ask(adapter, Facts.MERCHANT, StatementFile.TradeNoAio))
        .isEqualTo(new Opening.Queued(Samples.NOW.plusSeconds(130).plus(Duration.ofMinutes(30))));
    isGiven(ask(other, OTHER, StatementFile.TradeNoAio));
    assertThat(ecpay.requests()).hasSize(4);
  }

  @Rule("R-TRN-05")
  @Test
  void nodesWhoseClocksDifferByMoreThanTheSpacingKeepOnePaceAllTheSame() {
    ecpay.then(200, CSV).then(200, CSV).then(200, CSV);
    Duration ahead = Duration.ofMinutes(5);
    Injector fast = node(ahead);
    isGiven(ask(adapter, Facts.MERCHANT, StatementFile.TradeNoAio));
    assertThat(ask(fast, OTHER, StatementFile.TradeNoAio))
        .as("in the words of its own clock")
        .isEqualTo(new Opening.Queued(Samples.NOW.plus(ahead).plusSeconds(65)));
    now.set(Samples.NOW.plusSeconds(65));
    isGiven(ask(fast, OTHER, StatementFile.TradeNoAio));
    now.set(Samples.NOW.plusSeconds(130));
    isGiven(ask(adapter, Facts.MERCHANT, StatementFile.TradeNoAio));
    assertThat(ecpay.requests()).hasSize(3);
  }

  @Rule("R-TRN-05")
  @Test
  void status403HoldsTheFilesOfAllMerchantsAndNoPayment() {
    ecpay
        .then(403, "<html>Forbidden</html>")
        .thenData(Facts.PAYMENT_KEYS, "{\"RtnCode\":10200047}")
        .then(200, CSV);
    assertThat(((Opening.Asked) ask(Facts.MERCHANT, StatementFile.TradeNoAio)).answer())
        .isInstanceOf(Answer.NotSent.class);
    Instant open = Samples.NOW.plus(Duration.ofMinutes(30));
    assertThat(ask(OTHER, StatementFile.QueryTradeMedia)).isEqualTo(new Opening.Queued(open));
    assertThat(
            adapter.getInstance(PaymentGateway.class).queryTrade(Facts.MERCHANT, Facts.attempt()))
        .isInstanceOf(Answer.Accepted.class);
    now.set(open);
    isGiven(OTHER, StatementFile.QueryTradeMedia);
  }

  @Test
  void whileAFileIsBeingFetchedNobodyAsksForAnother() throws InterruptedException {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    ecpay.then(exchange -> {
      arrived.countDown();
      await(answer);
      ScriptedEcpay.write(exchange, 200, CSV);
    });
    Thread first =
        Thread.startVirtualThread(() -> isGiven(Facts.MERCHANT, StatementFile.TradeNoAio));
    arrived.await();
    now.set(Samples.NOW.plusSeconds(100));
    assertThat(ask(OTHER, StatementFile.TradeNoAio))
        .isEqualTo(new Opening.Queued(Samples.NOW.plusSeconds(165)));
    answer.countDown();
    first.join();
    assertThat(ecpay.requests()).hasSize(1);
  }

  @Test
  void aClockThatIsPutBackHoldsNothingUp() {
    ecpay.then(200, CSV).then(200, CSV);
    isGiven(Facts.MERCHANT, StatementFile.TradeNoAio);
    now.set(Samples.NOW.minus(Duration.ofHours(3)));
    isGiven(OTHER, StatementFile.TradeNoAio);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
