package ecpay.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.BooksContract;
import ecpay.domain.Race;
import ecpay.domain.rule.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The nodes take turns to ask for statement files, of which ECPay gives an address one a minute.
 */
@Rule("R-TRN-05")
public abstract class TurnContract extends BooksContract {
  /** So long that no test lasts a noticeable part of it. */
  private static final Duration SPACING = Duration.ofHours(1);

  /**
   * Lets so much time pass for the turn, by the clock of the books; less than none puts it back.
   */
  protected abstract void pass(Duration time);

  private Optional<Duration> take() {
    return books.statementTurn().take(SPACING);
  }

  @Test
  void whoComesTooSoonIsToldWhenToComeAgainAndTakesNothing() {
    assertThat(take()).isEmpty();
    assertThat(take().orElseThrow()).isBetween(Duration.ofMinutes(50), SPACING);
    pass(Duration.ofMinutes(40));
    assertThat(take().orElseThrow()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(20));
    pass(Duration.ofMinutes(20));
    assertThat(take()).isEmpty();
    assertThat(take().orElseThrow()).isBetween(Duration.ofMinutes(50), SPACING);
  }

  @Test
  void ofManyNodesThatComeAtOnceOneTakesTheTurn() throws Exception {
    List<Optional<Duration>> taken = Race.of(16, this::take);
    assertThat(taken).containsOnlyOnce(Optional.empty()).hasSize(16);
  }

  @Test
  void aClockThatIsALittleBehindWaitsItsSpacingAndOneThatWasPutBackNotAtAll() {
    assertThat(take()).isEmpty();
    pass(Duration.ofMinutes(-20));
    assertThat(take()).contains(SPACING);
    pass(Duration.ofHours(-3));
    assertThat(take()).isEmpty();
  }
}
