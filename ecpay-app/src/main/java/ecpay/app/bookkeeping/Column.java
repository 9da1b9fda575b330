package ecpay.app.bookkeeping;

import java.util.function.Function;
import java.util.function.ToLongFunction;

/** One column of a file; what is summed is told by its type. */
sealed interface Column<E> {

  /** In Chinese with English beside it. */
  String heading();

  /** What an entry shows as text; empty where it has nothing to show. */
  record Text<E>(String heading, Function<E, String> of) implements Column<E> {}

  /** A whole number, TWD or a count, which the last line sums. */
  record Figure<E>(String heading, ToLongFunction<E> of) implements Column<E> {}
}
