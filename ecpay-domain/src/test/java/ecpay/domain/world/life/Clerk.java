package ecpay.domain.world.life;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.payment.Payment;
import ecpay.domain.refund.Goods;
import ecpay.domain.refund.PaidByHand;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundReference;
import ecpay.domain.world.Shop;
import ecpay.domain.world.Till;
import ecpay.domain.world.World;
import java.util.List;
import java.util.Optional;

/** Who captures and gives back, and finishes what others began. */
final class Clerk {
  private final World world;
  private final Shop shop;
  private final Chance chance;
  private int references;

  Clerk(Shop shop, Chance chance) {
    this.world = shop.world;
    this.shop = shop;
    this.chance = chance;
  }

  /** Gives something of an order back, if a rule lets it. */
  void refund(List<Sold> orders) {
    List<Payment.Paid> paid = orders.stream().flatMap(order -> order.paid().stream()).toList();
    if (paid.isEmpty()) {
      return;
    }
    world.ecpayCharges.covered(chance.coin());
    world.wire.script("DoAction", chance.fault());
    Goods goods = chance.below(3) == 0 ? Till.everything() : Till.amount(1 + chance.below(600));
    Chance.tolerate(() ->
        world.requestRefund.request(
            Samples.SHOP,
            chance.some(paid).id(),
            new RefundReference("r" + references++),
            Till.wish(goods, chance.coin() ? Samples.paperConsent() : Samples.onlineConsent())));
  }

  /** A person, or the buyer, does something about a refund. */
  void act(List<Refund> open) {
    if (!open.isEmpty()) {
      Refund refund = chance.some(open);
      switch (chance.below(6)) {
        case 0 -> Chance.tolerate(() -> world.changeRefund.cancel(Samples.SHOP, refund.id()));
        case 1, 2, 3 -> Chance.tolerate(() -> byHand(refund));
        case 4 -> consent(refund);
        default -> proceed(refund);
      }
    }
  }

  private void byHand(Refund refund) {
    PaidByHand evidence = new PaidByHand("Ms Lin", world.clock.instant(), "TX-" + refund.id(), "");
    world.changeRefund.paidByHand(Samples.SHOP, refund.id(), evidence);
  }

  void proceed(Refund refund) {
    Chance.tolerate(() ->
        world.changeRefund.proceed(Samples.SHOP, refund.id(), Optional.of(Samples.paperConsent())));
  }

  void consent(Refund refund) {
    world.books.allowances().ofOrder(Samples.SHOP, refund.order()).stream()
        .filter(Allowance.AwaitingConsent.class::isInstance)
        .map(Allowance.AwaitingConsent.class::cast)
        .forEach(waiting -> shop.deliver(world.ecpayAllowances.consent(waiting.number())));
  }

  /** Captures what is authorised. */
  void capture() {
    world.wire.script("DoAction", chance.fault());
    shop.payments()
        .forEach(payment ->
            Chance.tolerate(() -> world.capturePayment.capture(Samples.SHOP, payment.id())));
  }
}
