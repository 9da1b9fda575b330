package ecpay.domain.invoice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ecpay.domain.rule.IllegalMoveException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Tells which rule forbids a move. */
public final class Moves {
  private Moves() {}

  public static String ruleOf(ThrowingCallable move) {
    return requireNonNull(catchThrowableOfType(IllegalMoveException.class, move)).rule();
  }
}
