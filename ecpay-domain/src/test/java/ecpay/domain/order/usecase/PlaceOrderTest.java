package ecpay.domain.order.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.OrderPlaced;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.LoveCode;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderLine;
import ecpay.domain.order.OrderReference;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {
  private static final OrderReference REFERENCE = new OrderReference("2026-1");
  private final World world = new World();
  private final Shop shop = new Shop(world);

  @Test
  void anOrderIsPlacedAndToldOnce() {
    assertThat(shop.order().reference()).isEqualTo(REFERENCE);
    assertThat(shop.order().placedAt()).isEqualTo(Samples.NOW);
    assertThat(shop.order().isPaid()).isFalse();
    assertThat(shop.events()).containsExactly(new OrderPlaced(REFERENCE, Money.of(1000)));
  }

  @Test
  void theSameOrderAgainIsFoundAndNotAddedTwice() {
    assertThat(world.placeOrder.place(Samples.SHOP, REFERENCE, Samples.content()))
        .isEqualTo(new PlaceOrder.Result.AlreadyPlaced(shop.order()));
    assertThat(shop.events()).hasSize(1);
  }

  @Test
  void aReferenceThatNamesAnotherOrderIsTaken() {
    OrderContent other = Samples.content(InvoicePreference.donatedTo(new LoveCode("168001")));
    assertThat(world.placeOrder.place(Samples.SHOP, REFERENCE, other))
        .isEqualTo(new PlaceOrder.Result.ReferenceTaken(shop.order));
    assertThat(shop.order().content()).isEqualTo(Samples.content());
  }

  @Rule("R-INV-17")
  @Test
  void anOrderThatCouldNeverBeInvoicedIsRefusedBeforeAnythingIsKept() {
    OrderContent exported =
        new OrderContent(
            Samples.buyer(),
            List.of(
                new OrderLine(
                    "書", Quantity.of(1), "本", UnitPrice.of(9), Money.of(9), TaxKind.ZERO_RATED)),
            Money.of(9),
            "x",
            InvoicePreference.on(new Carrier.Ecpay()));
    OrderReference reference = new OrderReference("2026-2");
    assertThat(Broken.rules(() -> world.placeOrder.place(Samples.SHOP, reference, exported)))
        .containsExactly("R-INV-17 invoice.zeroRating");
    assertThat(world.books.orders().findByReference(Samples.SHOP, reference)).isEmpty();
  }
}
