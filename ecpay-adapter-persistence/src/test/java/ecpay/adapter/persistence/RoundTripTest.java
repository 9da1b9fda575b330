package ecpay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Books;
import ecpay.domain.RandomSamples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Payment;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is put into the books comes out as it was. */
class RoundTripTest {
  private static final long SEED = 20_261_121L;
  private static final int RUNS = 150;

  private final RandomSamples samples = new RandomSamples(SEED);
  private final Books books = PostgresBooks.empty();

  @Test
  void everyOrderWithItsPaymentInvoiceAndAllowanceIsFoundAsItWasAdded() {
    Set<Class<?>> seen = new HashSet<>();
    for (int run = 0; run < RUNS; run++) {
      Order order = samples.order();
      Payment payment = samples.payment(order);
      Invoice invoice = samples.invoice(order);
      Allowance allowance = samples.allowance(order);
      books
          .transactions()
          .run(() -> {
            books.orders().add(order);
            books.payments().add(payment);
            books.invoices().add(invoice);
            books.allowances().add(allowance);
          });

      String hint = "seed " + SEED + ", run " + run;
      assertThat(books.orders().find(order.merchant(), order.id())).as(hint).contains(order);
      assertThat(books.payments().find(payment.id())).as(hint).contains(payment);
      assertThat(books.invoices().find(order.merchant(), invoice.id())).as(hint).contains(invoice);
      assertThat(books.allowances().find(order.merchant(), allowance.id()))
          .as(hint)
          .contains(allowance);
      seen.add(payment.getClass());
      seen.add(invoice.getClass());
      seen.add(allowance.getClass());
    }
    assertThat(seen)
        .as("states seen")
        .contains(Payment.class.getPermittedSubclasses())
        .contains(Invoice.Unconfirmed.class.getPermittedSubclasses())
        .contains(
            Invoice.Scheduled.class,
            Invoice.Issued.class,
            Invoice.Voided.class,
            Invoice.Cancelled.class,
            Invoice.Refused.class)
        .contains(Allowance.Unconfirmed.class.getPermittedSubclasses())
        .contains(
            Allowance.AwaitingConsent.class,
            Allowance.Issued.class,
            Allowance.Cancelled.class,
            Allowance.Expired.class,
            Allowance.Voided.class,
            Allowance.Refused.class);
  }

  @Test
  void anyStateMayReplaceAnyOther() {
    Order order = samples.order();
    Payment first = samples.payment(order);
    Invoice invoice = samples.invoice(order);
    books
        .transactions()
        .run(() -> {
          books.orders().add(order);
          books.payments().add(first);
          books.invoices().add(invoice);
        });
    for (int run = 0; run < RUNS; run++) {
      Payment next = withAttemptOf(first, samples.payment(order));
      books
          .transactions()
          .run(() -> {
            books.orders().lock(order.merchant(), order.id());
            books.payments().save(next);
          });

      assertThat(books.payments().find(first.id())).as("run " + run).contains(next);
    }
  }

  private static Payment withAttemptOf(Payment known, Payment state) {
    return switch (state) {
      case Payment.Opening _ -> new Payment.Opening(known.attempt());
      case Payment.Open open -> new Payment.Open(known.attempt(), open.token(), open.usableUntil());
      case Payment.HandedOver handed -> new Payment.HandedOver(known.attempt(), handed.since());
      case Payment.Submitted submitted -> new Payment.Submitted(known.attempt(), submitted.at());
      case Payment.AwaitingBuyer awaiting ->
          new Payment.AwaitingBuyer(known.attempt(), awaiting.page(), awaiting.since());
      case Payment.AwaitingMoney awaiting ->
          new Payment.AwaitingMoney(known.attempt(), awaiting.trade(), awaiting.instructions());
      case Payment.Paid paid -> new Payment.Paid(known.attempt(), paid.trade(), paid.code());
      case Payment.Failed failed -> new Payment.Failed(known.attempt(), failed.failure());
      case Payment.Expired expired ->
          new Payment.Expired(known.attempt(), expired.at(), expired.code());
    };
  }
}
