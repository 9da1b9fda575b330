package ecpay.domain.world.life;

import ecpay.domain.Samples;
import ecpay.domain.card.CardState;
import ecpay.domain.contract.Charge;
import ecpay.domain.contract.ChargeReport;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.refund.Refund;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The sample order, with a buyer, a shop, a bank and a network that do whatever comes to mind. */
public final class Market {
  private final World world = new World();
  private final Shop shop = new Shop(world);
  private final List<Runnable> mail = new ArrayList<>();
  private final Chance chance;
  private final Customer customer;
  private final Clerk clerk;

  public Market(RandomGenerator random) {
    this.chance = new Chance(random);
    this.customer = new Customer(shop, chance, mail);
    this.clerk = new Clerk(shop, chance);
    world.ecpayCharges.begin(CardState.AUTHORIZED);
  }

  /** One thing happens before the order is paid, or after. */
  public void pay() {
    switch (chance.below(10)) {
      case 0, 1 -> customer.begin();
      case 2, 3 -> customer.submit();
      case 4, 5 -> customer.pay();
      case 6, 7 -> post();
      case 8 -> clerk.refund(orders());
      default ->
          follow(chance.below(3) > 0 ? Duration.ofMinutes(chance.below(90)) : chance.days(3));
    }
  }

  /** One thing happens on the way back. */
  public void giveBack() {
    switch (chance.below(10)) {
      case 0, 1, 2 -> clerk.refund(orders());
      case 3, 4, 5 -> clerk.act(refundsUnderWay());
      case 6 -> clerk.capture();
      case 7 -> post();
      case 8 -> world.ecpayCharges.night();
      default -> follow(chance.days(2));
    }
  }

  /** Something that is on its way arrives, or gets lost. */
  private void post() {
    if (!mail.isEmpty()) {
      Runnable letter = mail.remove(chance.below(mail.size()));
      if (chance.below(4) > 0) {
        letter.run();
      }
    }
  }

  /** The later charges of a contract, if one was paid, with refunds of them. */
  public void chargeOn() {
    follow(Duration.ofDays(1));
    for (int turn = 1; turn < Customer.TIMES && customer.contract().isPresent(); turn++) {
      follow(
          Duration.between(
              world.clock.instant(), customer.contract().get().agreement().expected(turn)));
      boolean done = chance.below(4) > 0;
      ChargeReport told =
          world.ecpayContracts.charge(
              customer.contract().get().tradeNo(),
              done,
              Instant.ofEpochSecond(world.clock.instant().getEpochSecond()));
      for (int copy = chance.below(3); copy > 0; copy--) {
        mail.add(
            () -> world.contracts.record.record(Samples.merchant(), world.readers.write(told)));
      }
      for (int more = chance.below(6); more > 0; more--) {
        post();
        clerk.refund(orders());
        clerk.act(refundsUnderWay());
      }
      follow(chance.days(3));
    }
  }

  /** Everything comes to its end: what is lost stays lost, and people finish what they began. */
  public void settle() {
    for (int letters = mail.size() / 2; letters > 0; letters--) {
      post();
    }
    follow(Duration.ofDays(8));
    world.ecpayCharges.covered(true);
    for (int round = 0; round < 8; round++) {
      refundsUnderWay().forEach(clerk::consent);
      follow(Duration.ofDays(1));
      refundsUnderWay().forEach(clerk::proceed);
      follow(Duration.ofHours(3));
    }
  }

  /** Time passes, a night at ECPay with each whole day of it. */
  private void follow(Duration time) {
    Instant end = world.clock.instant().plus(time);
    for (long day = time.toDays(); day > 0; day--) {
      shop.runUntil(end.minus(Duration.ofDays(day)));
      world.ecpayCharges.night();
    }
    shop.runUntil(end);
  }

  /** The order, and those that the later charges of its contract made. */
  public List<Sold> orders() {
    List<Sold> orders = new ArrayList<>(List.of(new Sold(world, shop.order)));
    customer
        .contract()
        .ifPresent(known ->
            known.charges().stream()
                .map(Charge::result)
                .filter(Charge.Result.Charged.class::isInstance)
                .map(result -> ((Charge.Result.Charged) result).order())
                .filter(order -> !order.equals(shop.order))
                .forEach(order -> orders.add(new Sold(world, order))));
    return orders;
  }

  public List<Refund> refundsUnderWay() {
    return orders().stream()
        .flatMap(order -> order.refunds().stream())
        .filter(Refund::isOpen)
        .toList();
  }

  /** What the invoices say that was sold, less what their allowances take back, TWD. */
  public long documents() {
    return world.ecpayInvoices.liveTotal()
        - orders().stream()
            .flatMap(order -> order.invoices().stream())
            .filter(Invoice.Issued.class::isInstance)
            .mapToLong(
                invoice -> world.ecpayAllowances.held(((Invoice.Issued) invoice).facts().number()))
            .sum();
  }

  /** What ECPay collected, less what went back to cards and by hand, TWD. */
  public long collected() {
    long times =
        world.ecpayPayments.paid().size() + Math.max(0L, world.ecpayContracts.successes() - 1L);
    return times * Samples.content().total().twd()
        - world.ecpayCharges.wentBack()
        - orders().stream().mapToLong(Sold::byHand).sum();
  }
}
