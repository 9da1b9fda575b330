package ecpay.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.PaymentFailure;
import org.junit.jupiter.api.Test;

public abstract class PaymentsContract extends BooksContract {
  private final Payment.Opening opening = Payment.begin(Samples.attempt());

  @Test
  void aPaymentIsFoundByItsIdItsTradeNumberAndItsOrder() {
    placedOrder();
    holdingOrder(() -> books.payments().add(opening));

    assertThat(books.payments().find(opening.id())).contains(opening);
    assertThat(books.payments().findByTradeNo(Samples.SHOP, opening.tradeNo())).contains(opening);
    assertThat(books.payments().ofOrder(Samples.SHOP, Samples.ORDER)).containsExactly(opening);
  }

  @Test
  void theStateThatWasSavedLastIsFound() {
    placedOrder();
    Payment.Open open =
        opening.opened(Samples.checkoutToken(), Samples.NOW, Samples.NOW.plus(Payment.TOKEN_LIFE));
    Payment.Submitted submitted = open.submit(Samples.NOW);
    Payment.Paid paid = new Payment.Paid(opening.attempt(), Samples.tradeDetails());
    holdingOrder(() -> books.payments().add(opening));

    for (Payment state : new Payment[] {open, submitted, paid}) {
      holdingOrder(() -> books.payments().save(state));
      assertThat(books.payments().find(opening.id())).contains(state);
    }
  }

  @Test
  void theAttemptsOfAnOrderComeOldestFirst() {
    placedOrder();
    Payment second = attempt("AAA", "SECOND");
    holdingOrder(() -> books.payments().add(opening));
    holdingOrder(() -> books.payments().add(second));
    Payment failed = opening.notOpened(new PaymentFailure("10200047", "taken"));
    holdingOrder(() -> books.payments().save(failed));

    assertThat(books.payments().ofOrder(Samples.SHOP, Samples.ORDER))
        .containsExactly(failed, second);
  }

  @Test
  void aTradeNumberIsUsedOnceForEver() {
    placedOrder();
    holdingOrder(() -> books.payments().add(opening));
    Payment same = attempt("ANOTHER", opening.tradeNo().value());

    assertThatIllegalStateException()
        .isThrownBy(() -> holdingOrder(() -> books.payments().add(same)));

    assertThat(books.payments().ofOrder(Samples.SHOP, Samples.ORDER)).containsExactly(opening);
  }

  /** The later charges of a periodic contract bear its trade number (R-PAY-17). */
  @Test
  void aTradeNumberNamesItsFirstChargeAndEachChargeIsThereOnce() {
    placedOrder();
    holdingOrder(() -> books.payments().add(opening));
    Payment second = charge("SECOND", 2);
    holdingOrder(() -> books.payments().add(second));

    assertThat(books.payments().findByTradeNo(Samples.SHOP, opening.tradeNo())).contains(opening);
    assertThat(books.payments().ofOrder(Samples.SHOP, Samples.ORDER))
        .containsExactly(opening, second);
    assertThatIllegalStateException()
        .isThrownBy(() -> holdingOrder(() -> books.payments().add(charge("AGAIN", 2))));
  }

  private Payment charge(String id, int number) {
    Attempt first = opening.attempt();
    return Payment.begin(
        new Attempt(
            new PaymentId(id),
            first.merchant(),
            first.order(),
            first.tradeNo(),
            number,
            first.amount(),
            first.offer(),
            first.startedAt()));
  }

  @Test
  void aPaymentThatIsNotThereCannotBeSaved() {
    placedOrder();

    assertThatIllegalStateException()
        .isThrownBy(() -> holdingOrder(() -> books.payments().save(opening)));
  }

  @Test
  void aPaymentIsWrittenUnderTheLockOfItsOrderOnly() {
    placedOrder();
    holdingOrder(() -> books.payments().add(opening));

    assertThatIllegalStateException().isThrownBy(() -> books.payments().save(opening));
    assertThatIllegalStateException()
        .isThrownBy(() -> books.transactions().run(() -> books.payments().save(opening)));
    assertThatIllegalStateException()
        .isThrownBy(
            () -> books.transactions().run(() -> books.payments().add(attempt("NEW", "NEW"))));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(books.payments().find(opening.id())).isEmpty();
    assertThat(books.payments().findByTradeNo(new MerchantId("stranger"), opening.tradeNo()))
        .isEmpty();
    assertThat(books.payments().ofOrder(Samples.SHOP, Samples.ORDER)).isEmpty();
  }

  private static Payment attempt(String id, String tradeNo) {
    return Payment.begin(
        Samples.attempt(Samples.ORDER, new PaymentId(id), new MerchantTradeNo(tradeNo)));
  }
}
