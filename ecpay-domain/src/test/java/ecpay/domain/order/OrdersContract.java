package ecpay.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.BooksContract;
import ecpay.domain.Race;
import ecpay.domain.Samples;
import ecpay.domain.merchant.MerchantId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

public abstract class OrdersContract extends BooksContract {
  private static final MerchantTradeNo FIRST = new MerchantTradeNo("FIRST");
  private static final MerchantTradeNo SECOND = new MerchantTradeNo("SECOND");

  @Test
  void anOrderIsFoundByItsIdAndByItsReferenceAsItWasAdded() {
    Order order = placedOrder();

    assertThat(books.orders().find(order.merchant(), order.id())).contains(order);
    assertThat(books.orders().findByReference(order.merchant(), order.reference())).contains(order);
  }

  @Test
  void aPaymentOfAnOrderIsKept() {
    Order paid = placedOrder().paidBy(FIRST, Samples.NOW);

    holdingOrder(() -> books.orders().save(paid));

    assertThat(books.orders().find(paid.merchant(), paid.id())).contains(paid);
  }

  @Test
  void aReferenceThatIsThereAlreadyIsNotAddedAgain() {
    Order order = placedOrder();
    Order other = Samples.order(new OrderId("OTHER"), order.reference());

    assertThat(inTransaction(() -> books.orders().add(other))).isFalse();

    assertThat(books.orders().find(other.merchant(), other.id())).isEmpty();
    assertThat(books.orders().findByReference(order.merchant(), order.reference())).contains(order);
  }

  @Test
  void theOrdersOfOneMerchantAreNotThoseOfAnother() {
    Order order = placedOrder();
    MerchantId stranger = new MerchantId("stranger");

    assertThat(books.orders().find(stranger, order.id())).isEmpty();
    assertThat(books.orders().findByReference(stranger, order.reference())).isEmpty();
  }

  @Test
  void theNewestOrdersOfAMerchantComeFirstAndNotMoreThanAskedFor() {
    Order first = added(Samples.SHOP, "01M8A");
    Order third = added(Samples.SHOP, "01M8C");
    added(new MerchantId("stranger"), "01M8D");
    Order second = added(Samples.SHOP, "01M8B");

    assertThat(books.orders().newest(Samples.SHOP, 20)).containsExactly(third, second, first);
    assertThat(books.orders().newest(Samples.SHOP, 2)).containsExactly(third, second);
    assertThat(books.orders().newest(new MerchantId("nobody"), 20)).isEmpty();
  }

  private Order added(MerchantId merchant, String id) {
    Order order =
        Order.place(
            new OrderId(id),
            merchant,
            new OrderReference("of-" + id),
            Samples.order().content(),
            Samples.NOW);
    assertThat(inTransaction(() -> books.orders().add(order))).isTrue();
    return order;
  }

  @Test
  void anotherMerchantMayUseTheSameReferenceAndTheSameId() {
    Order order = placedOrder();
    Order same =
        Order.place(
            order.id(),
            new MerchantId("stranger"),
            order.reference(),
            order.content(),
            order.placedAt());

    assertThat(inTransaction(() -> books.orders().add(same))).isTrue();
  }

  @Test
  void anOrderThatIsNotThereCannotBeLocked() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> holdingOrder(() -> {}));
  }

  @Test
  void anOrderIsLockedInsideATransactionOnly() {
    placedOrder();

    assertThatIllegalStateException()
        .isThrownBy(() -> books.orders().lock(Samples.SHOP, Samples.ORDER));
  }

  @Test
  void anOrderIsWrittenInsideATransactionOnly() {
    Order order = placedOrder();

    assertThatIllegalStateException()
        .isThrownBy(
            () -> books.orders().add(Samples.order(new OrderId("NEW"), new OrderReference("new"))));
    assertThatIllegalStateException().isThrownBy(() -> books.orders().save(order));
  }

  @Test
  void anOrderIsSavedUnderItsLockOnly() {
    Order paid = placedOrder().paidBy(FIRST, Samples.NOW);

    assertThatIllegalStateException()
        .isThrownBy(() -> books.transactions().run(() -> books.orders().save(paid)));

    assertThat(books.orders().find(paid.merchant(), paid.id())).contains(Samples.order());
  }

  @Test
  void aLockEndsWithItsTransaction() {
    Order order = placedOrder();
    holdingOrder(() -> {});

    assertThatIllegalStateException()
        .isThrownBy(() -> books.transactions().run(() -> books.orders().save(order)));
  }

  @Test
  void whoeverLocksSecondWaitsAndSeesWhatTheFirstHasWritten() throws Exception {
    placedOrder();
    CountDownLatch firstHolds = new CountDownLatch(1);
    CountDownLatch secondIsComing = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          threads.submit(() ->
              holdingOrder(() -> {
                firstHolds.countDown();
                awaitQuietly(secondIsComing);
                Order order = books.orders().find(Samples.SHOP, Samples.ORDER).orElseThrow();
                books.orders().save(order.paidBy(FIRST, Samples.NOW));
              }));
      var second =
          threads.submit(() -> {
            awaitQuietly(firstHolds);
            secondIsComing.countDown();
            return inTransaction(() -> {
              Order order = books.orders().lock(Samples.SHOP, Samples.ORDER);
              books.orders().save(order.paidBy(SECOND, Samples.NOW));
              return order;
            });
          });
      first.get(60, TimeUnit.SECONDS);

      assertThat(second.get(60, TimeUnit.SECONDS).payment())
          .contains(new Order.Settlement(FIRST, Samples.NOW));
    }
    assertThat(books.orders().find(Samples.SHOP, Samples.ORDER).orElseThrow().payment())
        .contains(new Order.Settlement(FIRST, Samples.NOW));
  }

  @Test
  void ofManyAttemptsThatPayAnOrderAtOnceExactlyOneIsTheOne() throws Exception {
    placedOrder();

    List<Boolean> wasFirst =
        Race.of(
            16,
            () -> {
              MerchantTradeNo mine = new MerchantTradeNo(randomLetters(20));
              return inTransaction(() -> {
                Order order = books.orders().lock(Samples.SHOP, Samples.ORDER);
                books.orders().save(order.paidBy(mine, Samples.NOW));
                return !order.isPaid();
              });
            });

    assertThat(wasFirst).containsOnlyOnce(true).hasSize(16);
  }

  @Test
  void ofManyThatAddOneReferenceAtOnceExactlyOneSucceeds() throws Exception {
    OrderReference reference = new OrderReference("the-one");

    List<Boolean> added =
        Race.of(
            16,
            () -> {
              Order mine = Samples.order(new OrderId(randomLetters(26)), reference);
              return inTransaction(() -> books.orders().add(mine));
            });

    assertThat(added).containsOnlyOnce(true).hasSize(16);
  }

  private static String randomLetters(int count) {
    return UUID.randomUUID().toString().replace("-", "").substring(0, count);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
