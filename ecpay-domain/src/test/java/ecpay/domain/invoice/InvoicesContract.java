package ecpay.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.answer.Delivery;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderReference;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public abstract class InvoicesContract extends BooksContract {
  private static final VoidReason REASON = new VoidReason("買錯了");

  private final Invoice.Requested requested = Samples.requestedInvoice();
  private final Invoice.Issued issued = Samples.issuedInvoice();
  private final InvoiceDocument corrected =
      new Correction(
              Optional.of(InvoicePreference.on(new Carrier.Ecpay())),
              Optional.of("王大明"),
              Optional.empty(),
              Optional.empty())
          .applyTo(requested.document());
  private final Change.OfIssued voiding = new Change.VoidInvoice(REASON);
  private final Change.OfIssued reissue = new Change.Reissue(REASON, corrected);

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
          requested.awaitingNumbers("5070350", "no track", Samples.NOW),
          issued,
          issued.uploaded(Samples.NOW),
          issued.wanting(Pending.of(voiding, Samples.NOW)),
          issued.wanting(
              Pending.of(reissue, Samples.NOW).with(new Delivery.Sent(Samples.NOW, true))),
          issued.wanting(
              Pending.of(reissue, Samples.NOW).with(new Delivery.Lost(Samples.NOW, false))),
          issued,
          issued.reissued(corrected, issued.facts(), Samples.NOW),
          issued.voided(REASON, Samples.NOW)
        }) {
      holdingOrder(() -> books.invoices().save(state));
      assertThat(books.invoices().find(Samples.SHOP, requested.id())).contains(state);
    }
  }

  @Test
  void aScheduledInvoiceIsFoundWithItsDelayAndItsChange() {
    placedOrder();
    Invoice.Scheduled scheduled = Samples.scheduledInvoice(new InvoiceTiming.OnTrigger(2));
    holdingOrder(() -> books.invoices().add(scheduled));

    for (Invoice state :
        new Invoice[] {
          scheduled,
          scheduled.wanting(Pending.of(new Change.Trigger(), Samples.NOW)),
          scheduled.wanting(Pending.of(new Change.CancelDelay(), Samples.NOW)),
          scheduled.wanting(
              Pending.<Change.OfScheduled>of(new Change.Edit(corrected), Samples.NOW)
                  .with(Delivery.Due.REPEAT)),
          scheduled.doubting(Invoice.Scheduled.Doubt.TAKEN),
          scheduled
              .wanting(Pending.of(new Change.CancelDelay(), Samples.NOW))
              .doubting(Invoice.Scheduled.Doubt.GONE),
          scheduled.triggered(Samples.NOW),
          scheduled.edited(corrected),
          scheduled.edited(corrected).issued(Samples.invoiceFacts()),
          scheduled.cancelled(Samples.NOW)
        }) {
      holdingOrder(() -> books.invoices().save(state));
      assertThat(books.invoices().find(Samples.SHOP, scheduled.id())).contains(state);
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
