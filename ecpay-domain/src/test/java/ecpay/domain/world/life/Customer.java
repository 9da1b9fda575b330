package ecpay.domain.world.life;

import ecpay.domain.Samples;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.CardOffer;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.CodeLife;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.offer.PeriodicTerms;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.payment.usecase.StartPayment.Result;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import ecpay.domain.world.ecpay.ScriptedPayments;
import ecpay.domain.world.ecpay.ScriptedPayments.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who pays the order in every way there is, once or more. */
final class Customer {
  /** How often a contract charges in all. */
  static final int TIMES = 3;

  private final World world;
  private final Shop shop;
  private final Chance chance;
  private final List<Runnable> mail;
  private Optional<Payment> periodic = Optional.empty();

  /**
   * @param mail what ECPay has sent and nobody has got yet
   */
  Customer(Shop shop, Chance chance, List<Runnable> mail) {
    this.world = shop.world;
    this.shop = shop;
    this.chance = chance;
    this.mail = mail;
  }

  /** Wants to pay, perhaps once more, and perhaps beside another attempt. */
  void begin() {
    List<Payment> earlier = shop.payments();
    Optional<PaymentId> beside =
        earlier.isEmpty() || chance.coin()
            ? Optional.empty()
            : Optional.of(chance.some(earlier).id());
    if (chance.below(4) == 0) {
      world.wire.script("QueryTrade", Fault.LOST);
    }
    switch (world.payOrder.pay(Samples.SHOP, shop.order, offer(), beside)) {
      case Result.Opened(Payment.Open open) -> remember(open);
      case Result.HandedOver(Payment.HandedOver handed) -> {
        remember(handed);
        if (chance.below(3) > 0) {
          world.ecpayPayments.chargeByCard(handed.attempt());
        }
      }
      case Result.AlreadyPaid _, Result.UnderWay _, Result.Later _, Result.NotOpened _ -> {}
    }
  }

  private void remember(Payment payment) {
    if (payment.attempt().offer().card().periodic().isPresent()) {
      periodic = Optional.of(payment);
    }
  }

  private Offer offer() {
    return switch (chance.below(periodic.isEmpty() ? 4 : 3)) {
      case 0 -> Offer.embedded(Set.of(PaymentMethod.CVS_CODE));
      case 1 -> Offer.hosted(Set.of(PaymentMethod.CARD));
      case 2 -> Offer.embedded(Set.of(PaymentMethod.CARD));
      default ->
          new Offer(
              chance.coin() ? Channel.EMBEDDED : Channel.HOSTED,
              Set.of(PaymentMethod.CARD),
              new CardOffer(
                  Set.of(),
                  false,
                  Optional.of(new PeriodicTerms(PeriodicTerms.Unit.MONTH, 1, TIMES)),
                  Optional.empty()),
              CodeLife.DEFAULT,
              Optional.empty());
    };
  }

  /** Sends a form that is open. */
  void submit() {
    List<Payment> open = shop.payments().stream().filter(Payment.Open.class::isInstance).toList();
    if (open.isEmpty()) {
      return;
    }
    Payment form = chance.some(open);
    boolean byCode = form.attempt().methods().contains(PaymentMethod.CVS_CODE);
    world.ecpayPayments.answerWith(
        byCode ? Way.CODE : chance.below(3) == 0 ? Way.CHARGED : Way.BANK_PAGE);
    world.wire.script("CreatePayment", chance.fault());
    Chance.tolerate(() -> world.submitPayment.submit(form.id(), new PayToken("pay")));
  }

  /** At the bank's page, on ECPay's, or at a counter; ECPay tells it up to three times, or not. */
  void pay() {
    List<Payment> payable = shop.payments().stream().filter(this::isPayable).toList();
    if (!payable.isEmpty()) {
      Payment paying = chance.some(payable);
      world.ecpayPayments.moneyArrives(paying.tradeNo());
      PaymentReport told = world.ecpayPayments.report(Samples.merchant(), paying.tradeNo());
      for (int copy = chance.below(4); copy > 0; copy--) {
        mail.add(() -> shop.deliver(told));
      }
      mail.add(() -> shop.deliver(simulated(paying)));
    }
  }

  private boolean isPayable(Payment payment) {
    Instant end =
        payment
            .code()
            .map(PaymentInstructions::deadline)
            .orElse(payment.attempt().startedAt().plus(Duration.ofHours(2)));
    return world.ecpayPayments.knows(payment.tradeNo())
        && !world.ecpayPayments.paid().contains(payment.tradeNo())
        && world.clock.instant().isBefore(end);
  }

  private static PaymentReport simulated(Payment payment) {
    return ScriptedPayments.report(
        Samples.merchant().payments().merchantId(),
        payment.tradeNo(),
        new Verdict.Paid(),
        payment.attempt().amount(),
        true);
  }

  /** The contract that was agreed, once its first charge is paid. */
  Optional<PeriodicContract> contract() {
    return periodic.flatMap(first -> world.books.contracts().find(Samples.SHOP, first.tradeNo()));
  }
}
