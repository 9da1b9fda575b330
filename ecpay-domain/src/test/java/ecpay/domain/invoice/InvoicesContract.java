package ecpay.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderReference;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public abstract class InvoicesContract extends BooksContract {
  private final Invoice.Requested requested = Samples.requestedInvoice();
  private final Invoice.Issued issued = Samples.issuedInvoice();

  @Test
  void anInvoiceIsFoundByItsIdAndItsOrder() {
    placedOrder();
    holdingOrder(() -> books.invoices().add(requested));

    assertThat(books.invoices().find(Samples.SHOP, requested.id())).contains(requested);
    assertThat(books.invoices().ofOrder(Samples.SHOP, Samples.ORDER)).contains(requested);
  }

  @Test
  void theStateThatWasSavedLastIsFound() {
    placedOrder();
    holdingOrder(() -> books.invoices().add(requested));

    for (Invoice state :
        new Invoice[] {
          requested.sending(Samples.NOW),
          requested.outcomeUnknown("timed out", true),
          requested.outcomeUnknown("HTTP 500", false),
          requested,
          requested.refused("1200065", "wrong carrier"),
          issued
        }) {
      holdingOrder(() -> books.invoices().save(state));
      assertThat(books.invoices().find(Samples.SHOP, requested.id())).contains(state);
    }
  }

  @Test
  void anIssuedInvoiceIsFoundByItsNumber() {
    placedOrder();
    holdingOrder(() -> books.invoices().add(requested));
    assertThat(books.invoices().findByNumber(Samples.SHOP, issued.facts().number())).isEmpty();

    holdingOrder(() -> books.invoices().save(issued));

    assertThat(books.invoices().findByNumber(Samples.SHOP, issued.facts().number()))
        .contains(issued);
    assertThat(books.invoices().findByNumber(new MerchantId("stranger"), issued.facts().number()))
        .isEmpty();
  }

  @Test
  void aReferenceIsUsedOncePerOrder() {
    placedOrder();
    holdingOrder(() -> books.invoices().add(requested));
    Invoice second = Samples.requestedInvoice(Samples.ORDER, new InvoiceId("SECOND"));

    assertThatIllegalStateException()
        .isThrownBy(() -> holdingOrder(() -> books.invoices().add(second)));

    assertThat(books.invoices().ofOrder(Samples.SHOP, Samples.ORDER)).contains(requested);
  }

  @Test
  void aRelateNumberIsUsedOnce() {
    placedOrder();
    Order other = otherOrder();
    holdingOrder(() -> books.invoices().add(requested));
    Invoice same =
        Invoice.request(
            new Invoice.Draft(
                new InvoiceId("SECOND"),
                Samples.SHOP,
                other.id(),
                requested.draft().reference(),
                requested.document(),
                requested.draft().parts(),
                Optional.empty(),
                Samples.NOW));

    assertThatIllegalStateException()
        .isThrownBy(() -> holding(other.id(), () -> books.invoices().add(same)));
  }

  @Test
  void anInvoiceNumberBelongsToOneInvoice() {
    placedOrder();
    Order other = otherOrder();
    Invoice.Requested second = Samples.requestedInvoice(other.id(), new InvoiceId("SECOND"));
    holdingOrder(() -> books.invoices().add(requested));
    holdingOrder(() -> books.invoices().save(issued));
    holding(other.id(), () -> books.invoices().add(second));

    assertThatThrownBy(
            () -> holding(other.id(), () -> books.invoices().save(second.issued(issued.facts()))))
        .isInstanceOf(RuntimeException.class);

    assertThat(books.invoices().find(Samples.SHOP, second.id())).contains(second);
  }

  @Test
  void anInvoiceIsWrittenUnderTheLockOfItsOrderOnly() {
    placedOrder();

    assertThatIllegalStateException().isThrownBy(() -> books.invoices().add(requested));
    assertThatIllegalStateException()
        .isThrownBy(() -> books.transactions().run(() -> books.invoices().add(requested)));
    assertThatIllegalStateException()
        .isThrownBy(() -> books.transactions().run(() -> books.invoices().save(requested)));
  }

  @Test
  void anInvoiceThatIsNotThereCannotBeSaved() {
    placedOrder();

    assertThatIllegalStateException()
        .isThrownBy(() -> holdingOrder(() -> books.invoices().save(issued)));
  }

  private Order otherOrder() {
    Order other = Samples.order(new OrderId("OTHER"), new OrderReference("other"));
    inTransaction(() -> books.orders().add(other));
    return other;
  }
}
