package ecpay.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.merchant.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which invoices the books give together, in which order, and to whom. */
public abstract class InvoiceListsContract extends BooksContract {
  private static final VoidReason REASON = new VoidReason("買錯了");

  private final Invoice.Requested requested = Samples.requestedInvoice();
  private final Invoice.Issued issued = Samples.issuedInvoice();
  private final Change.OfIssued voiding = new Change.VoidInvoice(REASON);

  @Test
  void theInvoicesOfAnOrderComeOldestFirst() {
    placedOrder();
    Invoice second = invoice("AAA", "second-half");
    holdingOrder(() -> books.invoices().add(requested));
    holdingOrder(() -> books.invoices().add(second));
    holdingOrder(() -> books.invoices().save(issued));

    assertThat(books.invoices().ofOrder(Samples.SHOP, Samples.ORDER))
        .containsExactly(issued, second);
  }

  @Test
  void thoseThatWaitForNumbersComeOldestFirst() {
    placedOrder();
    List<Invoice.AwaitingNumbers> waiting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Invoice.AwaitingNumbers blocked =
          invoice("WAITS" + i, "part-" + i)
              .awaitingNumbers("5070350", "no track", Samples.NOW.minusSeconds(i));
      waiting.addFirst(blocked);
      holdingOrder(() -> books.invoices().add(blocked));
    }
    holdingOrder(() -> books.invoices().add(requested));

    assertThat(books.invoices().awaitingNumbers(Samples.SHOP, 1000)).isEqualTo(waiting);
    assertThat(books.invoices().awaitingNumbers(Samples.SHOP, 2)).isEqualTo(waiting.subList(0, 2));
    assertThat(books.invoices().awaitingNumbers(new MerchantId("stranger"), 1000)).isEmpty();

    holdingOrder(() -> books.invoices().save(waiting.getFirst().again()));

    assertThat(books.invoices().awaitingNumbers(Samples.SHOP, 1000))
        .isEqualTo(waiting.subList(1, 3));
  }

  @Test
  void theNumbersOfADayInTaipeiAreGivenOneByOneVoidOnesToo() {
    placedOrder();
    List<InvoiceNumber> numbers = new ArrayList<>();
    for (String at :
        List.of(
            "2026-11-20T15:59:59Z",
            "2026-11-20T16:00:00Z",
            "2026-11-21T15:59:59Z",
            "2026-11-21T16:00:00Z")) {
      int i = numbers.size();
      numbers.add(new InvoiceNumber("UV0000000" + i));
      Invoice.Issued one =
          invoice("DAY" + i, "part-" + i)
              .issued(new IssuedInvoice(numbers.get(i), Instant.parse(at), "0000"));
      Invoice state = i == 1 ? one.voided(REASON, Samples.NOW) : one;
      holdingOrder(() -> books.invoices().add(state));
    }
    holdingOrder(() -> books.invoices().add(requested));

    List<InvoiceNumber> given = new ArrayList<>();
    books.invoices().numbersIssuedOn(Samples.SHOP, LocalDate.of(2026, 11, 21), given::add);

    assertThat(given).containsExactlyInAnyOrderElementsOf(numbers.subList(1, 3));
    books
        .invoices()
        .numbersIssuedOn(new MerchantId("stranger"), LocalDate.of(2026, 11, 21), given::add);
    assertThat(given).hasSize(2);
  }

  @Test
  void theOpenEndsOfATimeAreItsLiveInvoicesAndThoseThatAreToBeVoid() {
    placedOrder();
    Invoice.Issued live = numbered("LIVE", "UV00000001");
    Invoice.Issued wanted =
        numbered("WANTED", "UV00000002").wanting(Pending.of(voiding, Samples.NOW));
    Invoice.Voided gone = numbered("GONE", "UV00000003").voided(REASON, Samples.NOW);
    for (Invoice invoice : List.of(live, wanted, gone, requested)) {
      holdingOrder(() -> books.invoices().add(invoice));
    }
    LocalDate day = LocalDate.of(2026, 11, 21);
    Invoices all = books.invoices();
    Invoices.OpenEnds none = new Invoices.OpenEnds(0, 0);
    assertThat(all.openEnds(Samples.SHOP, day, day)).isEqualTo(new Invoices.OpenEnds(2, 1));
    assertThat(all.openEnds(Samples.SHOP, day.minusDays(9), day.minusDays(1))).isEqualTo(none);
    assertThat(all.openEnds(Samples.SHOP, day.plusDays(1), day.plusDays(9))).isEqualTo(none);
    assertThat(all.openEnds(new MerchantId("stranger"), day, day)).isEqualTo(none);
    assertThat(all.pendingVoids(Samples.SHOP, day, day, 9)).hasSize(1);
    assertThat(all.pendingVoids(Samples.SHOP, day.plusDays(1), day.plusDays(9), 9)).isEmpty();
  }

  /** Another invoice of the sample order. */
  private static Invoice.Requested invoice(String id, String reference) {
    Invoice.Draft draft = Samples.requestedInvoice(Samples.ORDER, new InvoiceId(id)).draft();
    return Invoice.request(
        new Invoice.Draft(
            draft.id(),
            draft.merchant(),
            draft.order(),
            new InvoiceReference(reference),
            draft.document(),
            draft.parts(),
            draft.delay(),
            draft.requestedAt()));
  }

  private static Invoice.Issued numbered(String id, String number) {
    return invoice(id, id)
        .issued(
            new IssuedInvoice(
                new InvoiceNumber(number), Samples.invoiceFacts().issuedAt(), "0000"));
  }
}
