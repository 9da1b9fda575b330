package ecpay.domain.reconciliation;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Port: where statement files come from. ECPay gives them to registered addresses only, one per
 * minute.
 */
public interface StatementSource {

  /** Opens the file of that period, if it is its turn. */
  Opening open(Merchant merchant, StatementFile file, Period period);

  /**
   * The lines of a file that the merchant has, Big5 or UTF-8; closing them does not close it.
   *
   * @throws BrokenStatementException when it is none
   */
  StatementLines read(InputStream file);

  /** Port: whose turn it is among all nodes, for ECPay counts files by address. */
  @FunctionalInterface
  interface Turn {
    /** Of a node that is alone: its own pace is enough. */
    Turn ALONE = _ -> Optional.empty();

    /**
     * Takes the turn unless somebody took it less than {@code spacing} ago, by one clock for all
     * nodes, whose own may differ. Nobody holds it afterwards, and a time in the future, of a clock
     * that was put back, holds nothing up. Not inside a transaction.
     *
     * @param spacing from one turn to the next, above zero
     * @return after how long to come again, {@code spacing} at most; empty when it was taken
     */
    Optional<Duration> take(Duration spacing);
  }

  /** What became of asking for a file. */
  sealed interface Opening {
    /** ECPay was asked, or could not be. A file without data is one without lines. */
    record Asked(Answer<StatementLines> answer) implements Opening {}

    /**
     * Another file has the turn, perhaps another merchant's: nobody was asked.
     *
     * @param until when to come again
     */
    record Queued(Instant until) implements Opening {}
  }
}
