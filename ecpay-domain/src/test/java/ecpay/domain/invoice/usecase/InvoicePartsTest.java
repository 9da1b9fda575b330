package ecpay.domain.invoice.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.event.DomainEvent.InvoiceRequestedAgain;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.invoice.document.InvoiceOfOrder.OrderedPart;
import ecpay.domain.invoice.usecase.RequestInvoice.Result;
import ecpay.domain.money.Money;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Invoices of parts of an order: each dollar of each line once (R-INV-34). */
class InvoicePartsTest {
  private final Desk desk = Desk.paid(new InvoiceTiming.ByHand());

  private long invoiced() {
    return desk.shop.invoices().stream()
        .filter(Invoice::holdsItsParts)
        .mapToLong(invoice -> invoice.document().salesAmount().twd())
        .sum();
  }

  @Rule("R-INV-34")
  @Test
  void anOrderThatIsInvoicedByHandIssuesNothingByItself() {
    desk.shop.runToTheEnd();
    assertThat(desk.shop.invoices()).isEmpty();
    assertThat(desk.world.wire.count("Issue")).isZero();
    assertThat(desk.world.books.unfinished()).isEmpty();
  }

  @Rule("R-INV-34")
  @Test
  void anUnpaidOrderIsNotInvoicedInPartsEither() {
    Shop unpaid = new Shop(new World());
    assertThat(
            Broken.rules(() ->
                unpaid.world.requestInvoice.request(
                    Samples.SHOP, unpaid.order, Desk.part("a", 1, 1))))
        .containsExactly("R-INV-34 order");
    assertThat(
            Broken.rules(() ->
                unpaid.world.requestInvoice.preview(
                    Samples.SHOP, unpaid.order, Desk.part("a", 1, 1))))
        .containsExactly("R-INV-34 order");
  }

  @Rule("R-INV-34")
  @Test
  void twoPartsAreInvoicedAndAThirdThatIsTooMuchIsRefused() {
    assertThat(desk.request("a", 1, 1)).isInstanceOf(Result.Requested.class);
    assertThat(desk.request("b", 1, 1, 3, 1)).isInstanceOf(Result.Requested.class);
    assertThat(Broken.rules(() -> desk.request("c", 1, 1)))
        .containsExactly("R-INV-34 lines[0].line");
    assertThat(Broken.rules(() -> desk.request("d", 2, 4)))
        .containsExactly("R-INV-34 lines[0].quantity");
    assertThat(desk.world.ecpayInvoices.count()).isEqualTo(2);
    assertThat(invoiced()).isEqualTo(900);
    desk.request("rest");
    assertThat(invoiced()).isEqualTo(1000);
    assertThat(Broken.rules(() -> desk.request("none"))).containsExactly("R-INV-03 lines");
  }

  @Rule("R-INV-34")
  @Test
  void theSameRequestAgainIsFoundAndAnotherUnderItsReferenceRefused() {
    desk.request("a", 1, 1);
    Invoice first = desk.invoice();
    assertThat(desk.request("a", 1, 1)).isEqualTo(new Result.AlreadyRequested(first));
    assertThat(desk.request("a")).isEqualTo(new Result.AlreadyRequested(first));
    assertThat(desk.request("a", 1, 2)).isEqualTo(new Result.ReferenceTaken(first.id()));
    assertThat(desk.request("a", 1, 1, 3, 1)).isEqualTo(new Result.ReferenceTaken(first.id()));
    assertThat(desk.request("a", 3, 1)).isEqualTo(new Result.ReferenceTaken(first.id()));
    RequestInvoice.Request delayed =
        new RequestInvoice.Request(
            new InvoiceReference("a"),
            List.of(),
            Optional.empty(),
            Optional.of(new InvoiceTiming.AfterDays(1)));
    RequestInvoice.Request elsewhere =
        new RequestInvoice.Request(
            new InvoiceReference("a"),
            List.of(),
            Optional.of(InvoicePreference.on(new Carrier.Ecpay())),
            Optional.empty());
    for (RequestInvoice.Request other : List.of(delayed, elsewhere)) {
      assertThat(desk.world.requestInvoice.request(Samples.SHOP, desk.shop.order, other))
          .isEqualTo(new Result.ReferenceTaken(first.id()));
    }
    assertThat(desk.world.wire.count("Issue")).isEqualTo(1);
  }

  @Rule("R-INV-34")
  @Test
  void aPreviewShowsTheInvoiceAndAsksForNothing() {
    var shown =
        desk.world.requestInvoice.preview(Samples.SHOP, desk.shop.order, Desk.part("a", 1, 1));
    assertThat(shown.document().salesAmount()).isEqualTo(Money.of(350));
    assertThat(desk.shop.invoices()).isEmpty();
    assertThat(desk.world.wire.count("Issue")).isZero();
    desk.request("a", 1, 1);
    assertThat(desk.invoice().draft().parts()).isEqualTo(shown.parts());
  }

  @Rule({"R-INV-26", "R-INV-34"})
  @Test
  void afterAVoidItsPartIsFreeAgain() {
    desk.request("a", 1, 2);
    desk.voidInvoice();
    assertThat(invoiced()).isZero();
    desk.request("b", 1, 2);
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
    assertThat(invoiced()).isEqualTo(700);
  }

  @Rule("R-INV-34")
  @Test
  void aRefusedOneGivesItsPartBackAndIsRetriedUnderItsRelateNumber() {
    desk.world.wire.script("Issue", Fault.REFUSED);
    desk.request("a", 1, 2);
    Invoice refused = desk.invoice();
    assertThat(refused).isInstanceOf(Invoice.Refused.class);
    assertThat(refused.holdsItsParts()).isFalse();
    Correction email = Desk.TO_OTHER_ADDRESS;
    Invoice issued = desk.world.retryInvoice.retry(Samples.SHOP, refused.id(), email);
    assertThat(issued).isInstanceOf(Invoice.Issued.class);
    assertThat(issued.document().relateNumber()).isEqualTo(refused.document().relateNumber());
    assertThat(issued.document().email()).contains(new EmailAddress("other@example.com"));
    assertThat(desk.shop.events(InvoiceRequestedAgain.class)).hasSize(1);
    assertThat(desk.world.retryInvoice.retry(Samples.SHOP, refused.id(), email)).isEqualTo(issued);
    assertThat(desk.shop.events(InvoiceRequestedAgain.class)).hasSize(1);
    assertThat(desk.world.wire.count("Issue")).isEqualTo(2);
    Correction other =
        new Correction(
            Optional.of(InvoicePreference.on(new Carrier.Ecpay())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(Broken.rules(() -> desk.world.retryInvoice.retry(Samples.SHOP, refused.id(), other)))
        .containsExactly("R-INV-26 invoice");
  }

  @Rule("R-INV-26")
  @Test
  void oneThatWasNeverRefusedIsNotRetriedEvenIfNothingWouldChange() {
    desk.request("a", 1, 2);
    assertThat(
            Broken.rules(
                () -> desk.world.retryInvoice.retry(Samples.SHOP, desk.id(), Correction.NONE)))
        .containsExactly("R-INV-26 invoice");
  }

  @Rule("R-INV-34")
  @Test
  void aRefusedOneIsRetriedOnlyWhileItsUnitsAreFree() {
    desk.world.wire.script("Issue", Fault.REFUSED);
    desk.request("a", 1, 1);
    Invoice refused = desk.invoice();
    desk.request("b", 1, 2);
    assertThat(
            Broken.rules(
                () -> desk.world.retryInvoice.retry(Samples.SHOP, refused.id(), Correction.NONE)))
        .containsExactly("R-INV-34 invoice");
    assertThat(desk.world.wire.count("Issue")).isEqualTo(2);
    desk.voidInvoice();
    desk.request("c", 1, 1); // one of the two is left
    assertThat(desk.world.retryInvoice.retry(Samples.SHOP, refused.id(), Correction.NONE))
        .isInstanceOf(Invoice.Issued.class);
    assertThat(invoiced()).isEqualTo(700);
  }

  @Rule("R-INV-34")
  @Test
  void aRefusedOneIsRetriedOnlyWhileItsDollarsAreFree() {
    desk.world.wire.script("Issue", Fault.REFUSED);
    desk.world.requestInvoice.request(Samples.SHOP, desk.shop.order, dollars("a", 300));
    Invoice refused = desk.invoice();
    desk.world.requestInvoice.request(Samples.SHOP, desk.shop.order, dollars("b", 401));
    assertThat(
            Broken.rules(
                () -> desk.world.retryInvoice.retry(Samples.SHOP, refused.id(), Correction.NONE)))
        .containsExactly("R-INV-34 invoice");
    desk.voidInvoice();
    desk.world.requestInvoice.request(Samples.SHOP, desk.shop.order, dollars("c", 400));
    assertThat(desk.world.retryInvoice.retry(Samples.SHOP, refused.id(), Correction.NONE))
        .isInstanceOf(Invoice.Issued.class);
  }

  /** A deposit on the books. */
  private static RequestInvoice.Request dollars(String reference, long twd) {
    return new RequestInvoice.Request(
        new InvoiceReference(reference),
        List.of(new OrderedPart(1, Optional.empty(), Optional.of(Money.of(twd)))),
        Optional.empty(),
        Optional.empty());
  }

  @Rule("R-INV-34")
  @Test
  void whatWasInvoicedBeforeThePaymentsOwnInvoiceIsLeftOutOfIt() {
    Desk early = Desk.paid(new InvoiceTiming.OnPayment());
    early.request("a", 1, 2);
    early.follow(Duration.ofHours(1));
    assertThat(early.shop.invoices()).hasSize(2);
    assertThat(early.invoice().document().salesAmount()).isEqualTo(Money.of(300));
    Desk whole = Desk.paid(new InvoiceTiming.OnPayment());
    whole.request("a");
    assertThat(whole.shop.proceed(new FollowUp.IssueInvoice(Samples.SHOP, whole.shop.order)))
        .isEqualTo(Progress.DONE);
    assertThat(whole.shop.invoices()).hasSize(1);
  }

  @Rule("R-INV-34")
  @Test
  void theInvoiceOfThePaymentIsNotAskedForAgainAfterItWasVoided() {
    Desk voided = Desk.invoiced();
    voided.voidInvoice();
    assertThat(voided.shop.proceed(new FollowUp.IssueInvoice(Samples.SHOP, voided.shop.order)))
        .isEqualTo(Progress.DONE);
    assertThat(voided.shop.invoices()).hasSize(1);
  }
}
