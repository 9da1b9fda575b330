package ecpay.domain.refund.usecase;

import ecpay.domain.Samples;
import ecpay.domain.card.CardState;
import ecpay.domain.merchant.CardTerms;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.RefundPolicy;
import ecpay.domain.money.Money;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.TradeDetails;
import ecpay.domain.payment.usecase.StartPayment;
import ecpay.domain.world.Shop;
import ecpay.domain.world.Till;
import ecpay.domain.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Orders that were paid in a particular way, and invoiced. */
public final class Tills {
  private Tills() {}

  /** Money goes back before a buyer has consented online. */
  static Merchant moneyFirst() {
    return Till.merchant(
        CardTerms.DEFAULT,
        new RefundPolicy(RefundPolicy.First.MONEY_FIRST, RefundPolicy.ConsentBy.ONLINE));
  }

  /** Its cards are captured by hand, so that ECPay has no quiet quarter of an hour. */
  static Merchant capturedByHand() {
    return Till.merchant(new CardTerms(false, true, Optional.empty()), RefundPolicy.DEFAULT);
  }

  static Merchant onStage() {
    return Till.merchant(new CardTerms(true, false, Optional.empty()), RefundPolicy.DEFAULT);
  }

  public static Till byAtm() {
    return paid(PaymentMethod.ATM, "ATM_TAISHIN", Optional.empty());
  }

  static Till byUnionPay() {
    return paid(PaymentMethod.UNION_PAY, "UnionPay", Optional.empty());
  }

  static Till inInstalments() {
    CardDetails sample = Samples.card();
    CardDetails card =
        new CardDetails(
            sample.firstSix(),
            sample.lastFour(),
            sample.authCode(),
            sample.authorizationId(),
            sample.processedAt(),
            sample.eci(),
            Optional.of(new CardDetails.Instalments(3, Money.of(334), Money.of(333))),
            Optional.empty(),
            Optional.empty(),
            sample.issuingBank(),
            sample.issuingBankCode());
    return paid(PaymentMethod.CARD, "Credit_CreditCard", Optional.of(card));
  }

  /** Two attempts were under way, and both brought money. */
  static Till paidTwice() {
    World world = new World();
    world.ecpayCharges.begin(CardState.CAPTURED);
    Shop shop = new Shop(world);
    Payment.Open first = shop.open(PaymentMethod.CARD);
    Payment.Open second = shop.open(PaymentMethod.CVS_CODE);
    for (Payment.Open open : new Payment.Open[] {first, second}) {
      world.submitPayment.submit(open.id(), new PayToken("pay"));
      world.clock.advanceTo(world.clock.instant().plus(Duration.ofMinutes(1)));
      shop.deliver(report(open, "Credit_CreditCard", Optional.empty()));
    }
    shop.runUntil(world.clock.instant().plus(Duration.ofMinutes(30)));
    return Till.of(shop);
  }

  /** By card, and of an account that may want a check code before it tells of the card. */
  public static Till onEcpaysPage(World world) {
    Shop shop = new Shop(world);
    StartPayment.Result started =
        world.startPayment.start(
            Samples.SHOP, shop.order, Offer.hosted(Set.of(PaymentMethod.CARD)));
    Payment handed = ((StartPayment.Result.HandedOver) started).payment();
    shop.deliver(report(handed, "Credit_CreditCard", Optional.of(Samples.card())));
    shop.runUntil(world.clock.instant().plus(Duration.ofMinutes(30)));
    return Till.of(shop);
  }

  private static Till paid(PaymentMethod method, String type, Optional<CardDetails> card) {
    World world = new World();
    Shop shop = new Shop(world);
    Payment.Open open = shop.open(method);
    world.submitPayment.submit(open.id(), new PayToken("pay"));
    shop.deliver(report(open, type, card));
    shop.runUntil(world.clock.instant().plus(Duration.ofMinutes(30)));
    return Till.of(shop);
  }

  private static PaymentReport report(Payment open, String type, Optional<CardDetails> card) {
    TradeDetails sample = Samples.tradeDetails();
    return new PaymentReport(
        Samples.merchant().payments().merchantId(),
        open.tradeNo(),
        new PaymentReport.Verdict.Paid(),
        new TradeDetails(
            sample.ecpayTradeNo(),
            open.attempt().amount(),
            type,
            sample.createdAt(),
            sample.paidAt(),
            sample.chargeFee(),
            sample.processFee(),
            card,
            Optional.empty()),
        false);
  }
}
