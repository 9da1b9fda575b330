package ecpay.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.BooksContract;
import ecpay.domain.Race;
import ecpay.domain.Samples;
import ecpay.domain.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The nodes take turns to ask for statement files, of which ECPay gives an address one a minute.
 */
@Rule("R-TRN-05")
public abstract class TurnContract extends BooksContract {
  private static final Duration SPACING = Duration.ofSeconds(65);

  private Optional<Instant> take(Instant now) {
    return books.statementTurn().take(now, SPACING);
  }

  @Test
  void whoComesTooSoonIsToldWhenToComeAgainAndTakesNothing() {
    assertThat(take(Samples.NOW)).isEmpty();
    Instant free = Samples.NOW.plus(SPACING);
    assertThat(take(Samples.NOW)).contains(free);
    assertThat(take(free.minusMillis(1))).contains(free);
    assertThat(take(free)).isEmpty();
    assertThat(take(free)).contains(free.plus(SPACING));
  }

  @Test
  void ofManyNodesThatComeAtOnceOneTakesTheTurn() throws Exception {
    List<Optional<Instant>> taken = Race.of(16, () -> take(Samples.NOW));
    assertThat(taken).containsOnlyOnce(Optional.empty()).hasSize(16);
  }

  @Test
  void aClockThatIsALittleBehindWaitsItsSpacingAndOneThatWasPutBackNotAtAll() {
    assertThat(take(Samples.NOW)).isEmpty();
    Instant behind = Samples.NOW.minusSeconds(2);
    assertThat(take(behind)).contains(behind.plus(SPACING));
    assertThat(take(Samples.NOW.minus(Duration.ofHours(3)))).isEmpty();
    assertThat(take(Samples.NOW)).as("and forward again").isEmpty();
  }
}
