package ecpay.domain.transaction;

import java.util.function.Supplier;

/**
 * Port: the unit of work. Repositories called inside belong to it; it commits when the work returns
 * and rolls back when it throws. Work never calls ECPay. Transactions do not nest: a call inside a
 * transaction throws {@link IllegalStateException}. While the books do not answer, it and every
 * read throw {@link BooksUnavailableException}.
 */
public interface Transactions {
  <T> T inTransaction(Supplier<T> work);

  /** {@link #inTransaction} for work without a result. */
  default void run(Runnable work) {
    inTransaction(() -> {
      work.run();
      return Boolean.TRUE;
    });
  }
}
