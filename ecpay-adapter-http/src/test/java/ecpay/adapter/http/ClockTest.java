package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.OptionalBinder;
import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.clock.ClockDeviation;
import ecpay.domain.clock.ClockListener;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our clock beside ECPay's, which always shows the time of the samples here (R-TRN-03). */
class ClockTest {
  private static final String NO_DATA = "{\"RtnCode\":7,\"RtnMsg\":\"no data\"}";

  /** What ECPay answers to a request that names nobody. */
  private static final String NOBODY =
      "{\"MerchantID\":\"\",\"RpHeader\":{\"Timestamp\":"
          + Samples.NOW.getEpochSecond()
          + "},\"TransCode\":0,\"TransMsg\":\"Fail\",\"Data\":\"\"}";

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final MovableClock clock = new MovableClock(Samples.NOW.truncatedTo(ChronoUnit.SECONDS));
  private final List<ClockDeviation> measured = new CopyOnWriteArrayList<>();
  private final Injector adapter =
      Guice.createInjector(
          new HttpModule(Facts.settings(ecpay.uri())),
          binder -> {
            binder.bind(Clock.class).toInstance(clock);
            OptionalBinder.newOptionalBinder(binder, ClockListener.class)
                .setBinding()
                .toInstance(measured::add);
          });

  private Answer<?> ask() {
    return adapter
        .getInstance(InvoiceGateway.class)
        .getIssue(Facts.MERCHANT, new RelateNumber("INVOICE0001"));
  }

  private ScriptedEcpay answers() {
    return ecpay.thenData(Facts.INVOICE_KEYS, NO_DATA);
  }

  private ScriptedEcpay knows() {
    return ecpay.then(200, NOBODY);
  }

  @Test
  @Rule("R-TRN-03")
  void everyAnswerThatSaysEcpaysTimeIsMeasured() {
    clock.advance(Duration.ofSeconds(62));
    answers();
    ask();
    ecpay.then(500, "<html>Internal error</html>");
    ask();
    ecpay.then(200, NOBODY);
    ask();
    assertThat(measured)
        .containsExactly(
            new ClockDeviation(Duration.ofSeconds(61)), new ClockDeviation(Duration.ofSeconds(61)));
  }

  @ParameterizedTest
  @Rule("R-TRN-03")
  @ValueSource(longs = {11, -11})
  void moreThanTenMinutesAwayNothingButAKnockLeaves(long minutes) {
    clock.advance(Duration.ofMinutes(minutes));
    answers();
    assertThat(ask()).isInstanceOf(Answer.Accepted.class);
    knows();
    assertThat(ask())
        .isEqualTo(
            new Answer.NotSent<>(
                "our clock is "
                    + (minutes > 0 ? "659 s ahead of" : "660 s behind")
                    + " ECPay's: nothing is sent until it is right (R-TRN-03)"));
    assertThat(ask()).isInstanceOf(Answer.NotSent.class);
    assertThat(ecpay.requests()).hasSize(2);
    assertThat(ecpay.requests().getLast().body()).isEqualTo("{}");
    assertThat(ecpay.requests().getLast().path()).isEqualTo("/B2CInvoice/GetIssue");
  }

  @Test
  @Rule("R-TRN-03")
  void tenMinutesAwayIsStillSent() {
    clock.advance(Duration.ofMinutes(10));
    answers().thenData(Facts.INVOICE_KEYS, NO_DATA);
    ask();
    assertThat(ask()).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  @Rule("R-TRN-03")
  void aClockThatIsPutRightSendsAtOnce() {
    clock.advance(Duration.ofMinutes(11));
    answers();
    ask();
    knows();
    assertThat(ask()).isInstanceOf(Answer.NotSent.class);

    clock.advance(Duration.ofMinutes(-11));
    knows();
    answers();
    assertThat(ask()).isInstanceOf(Answer.Accepted.class);
    assertThat(measured.getLast()).isEqualTo(ClockDeviation.NONE);
  }

  @Test
  @Rule("R-TRN-03")
  void ecpayIsAskedForItsTimeOnceAMinute() {
    clock.advance(Duration.ofMinutes(30));
    answers();
    ask();
    for (int minute = 0; minute < 3; minute++) {
      knows();
      ask();
      clock.advance(Duration.ofSeconds(59));
      ask();
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(ecpay.requests()).hasSize(4);
  }

  @Test
  @Rule("R-TRN-03")
  void oneOddAnswerStopsNothing() {
    ecpay.then(
        200,
        NOBODY
            .replace("TransCode\":0", "TransCode\":0,\"Odd\":1")
            .replaceFirst("[0-9]{10}", "1000000000"));
    ask();
    knows();
    answers();
    assertThat(ask()).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  @Rule({"R-TRN-03", "R-PAY-13"})
  void whatWaitedLongForAKnockStaysForItMayHaveBeenSentAgain() {
    clock.advance(Duration.ofMinutes(11));
    answers();
    ask();
    clock.advance(Duration.ofMinutes(-11).minusSeconds(6));
    ecpay.then(exchange -> {
      clock.advance(Duration.ofSeconds(6));
      ScriptedEcpay.write(exchange, 200, NOBODY);
    });
    assertThat(ask()).isEqualTo(new Answer.NotSent<>("asking ECPay for its time took too long"));
    assertThat(ecpay.requests()).hasSize(2);
    answers();
    assertThat(ask()).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  void aKnockThatIsLostChangesNothing() {
    clock.advance(Duration.ofMinutes(11));
    answers();
    ask();
    ecpay.thenHangUp();
    assertThat(ask()).isInstanceOf(Answer.NotSent.class);
    clock.advance(Duration.ofMinutes(1));
    ecpay.then(503, "");
    assertThat(ask()).isInstanceOf(Answer.NotSent.class);
  }
}
