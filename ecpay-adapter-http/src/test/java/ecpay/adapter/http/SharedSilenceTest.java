package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.inmemory.record.InMemorySilences;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.journal.Silences;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.reconciliation.StatementSource;
import ecpay.domain.rule.Rule;
import ecpay.domain.transaction.BooksUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What one node was told by HTTP 403 holds for all of them, and after each is started anew. */
@Rule("R-TRN-05")
class SharedSilenceTest {
  private static final String NO_DATA = "{\"RtnCode\":7,\"RtnMsg\":\"no data\"}";
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
  private final InstantSource time = now::get;
  private final InMemorySilences silences = new InMemorySilences();

  private Injector node(Silences kept) {
    return Facts.adapter(
        Facts.settings(ecpay.uri()),
        time.withZone(ZoneOffset.UTC),
        StatementSource.Turn.ALONE,
        kept);
  }

  private static Answer<?> ask(Injector node) {
    return node.getInstance(InvoiceGateway.class)
        .getIssue(Facts.MERCHANT, new RelateNumber("INVOICE0001"));
  }

  @Test
  void afterStatus403AtOneNodeNothingLeavesFromAnyForThirtyMinutes() {
    Injector other = node(silences);
    ecpay.thenData(Facts.INVOICE_KEYS, NO_DATA).then(403, "");
    assertThat(ask(other)).isInstanceOf(Answer.Accepted.class);
    Answer<?> closed = ask(node(silences));
    assertThat(closed).isInstanceOf(Answer.NotSent.class);

    now.set(Samples.NOW.plus(HALF_AN_HOUR).minusNanos(1));
    assertThat(ask(other)).isEqualTo(closed);
    assertThat(ask(node(silences))).isEqualTo(closed);
    assertThat(ecpay.requests()).hasSize(2);

    now.set(Samples.NOW.plus(HALF_AN_HOUR));
    ecpay.thenData(Facts.INVOICE_KEYS, NO_DATA).thenData(Facts.INVOICE_KEYS, NO_DATA);
    assertThat(ask(other)).isInstanceOf(Answer.Accepted.class);
    assertThat(ask(node(silences))).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  void aNodeWhoseClockIsALittleBehindKeepsTheSilenceToo() {
    ecpay.then(403, "");
    ask(node(silences));
    now.set(Samples.NOW.minusSeconds(30));
    assertThat(ask(node(silences))).isInstanceOf(Answer.NotSent.class);
    assertThat(ecpay.requests()).hasSize(1);
  }

  @Test
  void anotherServiceGoesOnAtAllNodes() {
    ecpay.then(403, "").thenData(Facts.PAYMENT_KEYS, "{\"RtnCode\":10200047}");
    ask(node(silences));
    assertThat(
            node(silences)
                .getInstance(PaymentGateway.class)
                .queryTrade(Facts.MERCHANT, Facts.attempt()))
        .isInstanceOf(Answer.Accepted.class);
  }

  @Test
  void aSilenceThatAClockKeptWhichHasBeenPutBackSinceHoldsNobody() {
    ecpay.then(403, "");
    now.set(Samples.NOW.plus(Duration.ofDays(3)));
    ask(node(silences));
    now.set(Samples.NOW);
    ecpay.thenData(Facts.INVOICE_KEYS, NO_DATA);
    assertThat(ask(node(silences))).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  void nothingLeavesWhileTheBooksDoNotSayWhetherItMay() {
    assertThat(ask(node(new Unreachable())))
        .isEqualTo(
            new Answer.NotSent<>("no word on whether ECPay wants calls: the books do not answer"));
    assertThat(ecpay.requests()).isEmpty();
  }

  @Test
  void nothingLeavesThatWaitedLongForTheBooks() {
    assertThat(ask(node(new Slow())))
        .isEqualTo(
            new Answer.NotSent<>("asking the books whether ECPay wants calls took too long"));
    assertThat(ecpay.requests()).isEmpty();
  }

  @Test
  void aSilenceThatCannotBeKeptHoldsAtItsNode() {
    ecpay.then(403, "");
    Injector node = node(new Forgetful());
    Answer<?> closed = ask(node);
    assertThat(closed).isInstanceOf(Answer.NotSent.class);
    assertThat(ask(node)).isEqualTo(closed);
    assertThat(ecpay.requests()).hasSize(1);
  }

  private static BooksUnavailableException unavailable() {
    return new BooksUnavailableException(new IllegalStateException("the pool is exhausted"));
  }

  private static final class Unreachable implements Silences {
    @Override
    public Optional<Instant> until(String lane) {
      throw unavailable();
    }

    @Override
    public void keep(String lane, Instant until) {
      throw unavailable();
    }
  }

  private final class Slow implements Silences {
    @Override
    public Optional<Instant> until(String lane) {
      now.updateAndGet(before -> before.plusSeconds(6));
      return Optional.empty();
    }

    @Override
    public void keep(String lane, Instant until) {
      throw unavailable();
    }
  }

  private static final class Forgetful implements Silences {
    @Override
    public Optional<Instant> until(String lane) {
      return Optional.empty();
    }

    @Override
    public void keep(String lane, Instant until) {
      throw unavailable();
    }
  }
}
