package ecpay.domain.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Payment;
import org.junit.jupiter.api.Test;

public abstract class TransactionsContract extends BooksContract {
  private static final class Trouble extends RuntimeException {}

  @Test
  void whatTheWorkReturnsIsHandedOn() {
    assertThat(books.transactions().inTransaction(() -> "done")).isEqualTo("done");
  }

  @Test
  void whatWasWrittenStaysWhenTheWorkReturns() {
    books.transactions().run(() -> books.orders().add(Samples.order()));

    assertThat(books.orders().find(Samples.SHOP, Samples.ORDER)).contains(Samples.order());
  }

  @Test
  void nothingThatWasWrittenStaysWhenTheWorkThrows() {
    Order order = placedOrder();

    assertThatThrownBy(() ->
            holdingOrder(() -> {
              books.orders().save(order.paidBy(Samples.attempt().tradeNo(), Samples.NOW));
              books.payments().add(Payment.begin(Samples.attempt()));
              throw new Trouble();
            }))
        .isInstanceOf(Trouble.class);

    assertThat(books.orders().find(Samples.SHOP, Samples.ORDER)).contains(order);
    assertThat(books.payments().ofOrder(Samples.SHOP, Samples.ORDER)).isEmpty();
  }

  @Test
  void aTransactionInsideAnotherIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> books.transactions().run(() -> books.transactions().run(() -> {})));
  }

  @Test
  void anotherTransactionMayFollowOneThatFailed() {
    assertThatThrownBy(() ->
            books
                .transactions()
                .run(() -> {
                  throw new Trouble();
                }))
        .isInstanceOf(Trouble.class);

    assertThat(inTransaction(() -> books.orders().add(Samples.order()))).isTrue();
  }

  @Test
  void theWorkSeesWhatItHasWrittenItself() {
    Order seen =
        inTransaction(() -> {
          books.orders().add(Samples.order());
          return books.orders().find(Samples.SHOP, Samples.ORDER).orElseThrow();
        });

    assertThat(seen).isEqualTo(Samples.order());
  }
}
