package ecpay.domain;

import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** What every contract test of the books starts from. */
public abstract class BooksContract {
  protected Books books;

  /** The books under test, empty. */
  protected abstract Books emptyBooks();

  @BeforeEach
  final void open() {
    books = emptyBooks();
  }

  /** The sample order, which is in the books already. */
  protected final Order placedOrder() {
    Order order = Samples.order();
    inTransaction(() -> books.orders().add(order));
    return order;
  }

  protected final <T> T inTransaction(Supplier<T> work) {
    return books.transactions().inTransaction(work);
  }

  /** Does the work in a transaction that holds the order. */
  protected final void holding(OrderId order, Runnable work) {
    books
        .transactions()
        .run(() -> {
          books.orders().lock(Samples.SHOP, order);
          work.run();
        });
  }

  /** Does the work in a transaction that holds the sample order. */
  protected final void holdingOrder(Runnable work) {
    holding(Samples.ORDER, work);
  }
}
