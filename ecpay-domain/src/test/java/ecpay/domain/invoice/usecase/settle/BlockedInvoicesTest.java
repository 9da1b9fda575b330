package ecpay.domain.invoice.usecase.settle;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.InvoiceAwaitsNumbers;
import ecpay.domain.event.DomainEvent.InvoiceIssued;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderLine;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Invoices that wait for numbers and issue by themselves once there is stock (R-INV-28). */
class BlockedInvoicesTest {
  private static WakeBlockedInvoices waker(World world) {
    return new WakeBlockedInvoices(
        world.books.transactions(),
        world.books.invoices(),
        new InvoiceBooks(
            world.books.orders(),
            world.books.invoices(),
            world.books.eventLog(),
            world.books.followUps()),
        world.books.followUps(),
        world.clock);
  }

  /** Runs what was scheduled for the invoices of the order. */
  private static void settleAll(Desk desk) {
    desk.shop
        .invoices()
        .forEach(one -> desk.shop.proceed(new FollowUp.SettleInvoice(Samples.SHOP, one.id())));
  }

  @Rule("R-INV-28")
  @Test
  void withoutNumbersAnInvoiceWaitsAndTheTracksAreLookedAt() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    desk.world.ecpayInvoices.numbersLeft(false);
    desk.request("a", 1, 1);
    assertThat(desk.invoice()).isInstanceOf(Invoice.AwaitingNumbers.class);
    assertThat(desk.invoice().holdsItsParts()).isTrue();
    assertThat(desk.shop.events(InvoiceAwaitsNumbers.class))
        .extracting(InvoiceAwaitsNumbers::code)
        .containsExactly("5070350");
    assertThat(desk.world.books.scheduled())
        .containsEntry(new FollowUp.WatchTracks(Samples.SHOP), desk.world.clock.instant());
  }

  @Rule("R-INV-28")
  @Test
  void onceWokenItIsIssuedByItselfAndOnlyOnce() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    desk.world.ecpayInvoices.numbersLeft(false);
    desk.request("a", 1, 1);
    desk.world.ecpayInvoices.numbersLeft(true);
    assertThat(desk.settle())
        .isEqualTo(new Progress.WaitUntil(desk.world.clock.instant().plus(Duration.ofHours(6))));
    waker(desk.world).wake(Samples.SHOP, 1_000);
    waker(desk.world).wake(Samples.SHOP, 1_000);
    assertThat(desk.world.books.scheduled())
        .containsEntry(
            new FollowUp.SettleInvoice(Samples.SHOP, desk.id()), desk.world.clock.instant());
    settleAll(desk);
    settleAll(desk);
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
    assertThat(desk.world.ecpayInvoices.count()).isEqualTo(1);
    assertThat(desk.shop.events(InvoiceIssued.class)).hasSize(1);
    waker(desk.world).wake(Samples.SHOP, 1_000);
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
  }

  @Rule("R-INV-28")
  @Test
  void ifNobodyWakesItItIsTriedAgainAfterSixHours() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    desk.world.ecpayInvoices.numbersLeft(false);
    desk.request("a", 1, 1);
    desk.world.clock.advance(Duration.ofHours(6).minusSeconds(1));
    desk.settle();
    assertThat(desk.world.wire.count("Issue")).isEqualTo(1);
    desk.world.clock.advance(Duration.ofSeconds(1));
    assertThat(desk.settle()).isEqualTo(new Progress.WaitUntil(desk.world.clock.instant()));
    assertThat(desk.settle()).isEqualTo(Progress.DONE); // blocked again
    assertThat(desk.invoice()).isInstanceOf(Invoice.AwaitingNumbers.class);
    assertThat(desk.world.wire.count("Issue")).isEqualTo(2);
    desk.world.ecpayInvoices.numbersLeft(true);
    desk.world.clock.advance(Duration.ofHours(6));
    desk.settle();
    desk.settle();
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
  }

  @Rule("R-INV-28")
  @Test
  void manyBlockedOnesAreAllIssuedAndNoneTwice() {
    int many = 510; // more than one batch
    OrderContent sample = Samples.content();
    OrderLine stickers =
        new OrderLine(
            "貼紙", Quantity.of(many), "張", UnitPrice.of(1), Money.of(many), TaxKind.TAXABLE);
    Desk desk =
        Desk.of(
            Shop.paid(
                new World(),
                new OrderContent(
                    sample.buyer(),
                    List.of(stickers),
                    Money.of(many),
                    sample.description(),
                    sample.invoice(),
                    new InvoiceTiming.ByHand())));
    desk.world.ecpayInvoices.numbersLeft(false);
    for (int i = 0; i < many; i++) {
      desk.request("part-" + i, 1, 1);
    }
    assertThat(desk.shop.invoices()).allMatch(Invoice.AwaitingNumbers.class::isInstance);
    desk.world.ecpayInvoices.numbersLeft(true);
    assertThat(waker(desk.world).wake(Samples.SHOP, 505)).isEqualTo(505);
    assertThat(desk.shop.invoices())
        .filteredOn(Invoice.AwaitingNumbers.class::isInstance)
        .hasSize(many - 505);
    assertThat(waker(desk.world).wake(Samples.SHOP, 1_000)).isEqualTo(many - 505);
    assertThat(waker(desk.world).wake(Samples.SHOP, 1_000)).isZero();
    settleAll(desk);
    settleAll(desk);
    assertThat(desk.shop.invoices()).hasSize(many).allMatch(Invoice.Issued.class::isInstance);
    assertThat(desk.world.ecpayInvoices.count()).isEqualTo(many);
    assertThat(desk.shop.events(InvoiceIssued.class)).hasSize(many);
  }
}
