package ecpay.adapter.persistence.transaction;

import ecpay.domain.transaction.BooksUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tells a database that cannot be asked at the moment from one that says no. */
final class Outage {
  /**
   * Classes of SQLSTATE: no connection, given up for another transaction, out of resources, ended
   * by an operator or by a limit of ours.
   */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

  /** A lock was waited for too long; a transaction was idle too long. */
  private static final Set<String> STATES = Set.of("55P03", "25P03");

  private Outage() {}

  /**
   * Does the work.
   *
   * @throws BooksUnavailableException in the place of what it throws in an outage
   */
  static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (BooksUnavailableException told) {
      throw told;
    } catch (RuntimeException failed) {
      if (isIn(failed)) {
        throw new BooksUnavailableException(failed);
      }
      throw failed;
    }
  }

  private static boolean isIn(Throwable failed) {
    return Stream.iterate(Optional.of(failed), Optional::isPresent, Outage::cause)
        .flatMap(Optional::stream)
        .limit(20)
        .anyMatch(cause -> cause instanceof SQLException refused && isOutage(refused));
  }

  private static Optional<Throwable> cause(Optional<Throwable> failed) {
    return failed.map(Throwable::getCause);
  }

  private static boolean isOutage(SQLException refused) {
    String state = Optional.ofNullable(refused.getSQLState()).orElse("");
    // The pool says so with whatever state its last attempt to connect had.
    return refused instanceof SQLTransientConnectionException
        || STATES.contains(state)
        || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }
}
