package ecpay.domain.world;

import ecpay.domain.Samples;
import ecpay.domain.contract.Charge;
import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.inbox.Acknowledgement;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.CardOffer;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.CodeLife;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.offer.PeriodicTerms;
import ecpay.domain.payment.offer.PeriodicTerms.Unit;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.payment.usecase.StartPayment;
import ecpay.domain.world.ecpay.ScriptedContracts;
import ecpay.domain.world.ecpay.ScriptedPayments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sample order, paid every month by a card. */
public final class Subscription {
  public final Shop shop;
  private final Payment first;

  /** With its first charge paid and invoiced. */
  public Subscription(Channel channel, int times) {
    this(new Shop(), channel, times);
    submitFirst();
    payFirst();
    follow(Duration.ofMinutes(30));
  }

  private Subscription(Shop shop, Channel channel, int times) {
    this.shop = shop;
    this.first =
        switch (shop.world.startPayment.start(Samples.SHOP, shop.order, offer(channel, times))) {
          case StartPayment.Result.Opened(Payment.Open open) -> open;
          case StartPayment.Result.HandedOver(Payment.HandedOver handed) -> handed;
          case StartPayment.Result.AlreadyPaid _,
              StartPayment.Result.UnderWay _,
              StartPayment.Result.Later _,
              StartPayment.Result.NotOpened _ ->
              throw new AssertionError("no form");
        };
  }

  /** With the form open and nothing paid. */
  public static Subscription unpaid(Channel channel, int times) {
    return new Subscription(new Shop(), channel, times);
  }

  private static Offer offer(Channel channel, int times) {
    return new Offer(
        channel,
        Set.of(PaymentMethod.CARD),
        new CardOffer(
            Set.of(),
            false,
            Optional.of(new PeriodicTerms(Unit.MONTH, 1, times)),
            Optional.empty()),
        CodeLife.DEFAULT,
        Optional.empty());
  }

  /** The buyer enters the card, and is sent to the bank. */
  public void submitFirst() {
    if (first instanceof Payment.Open) {
      shop.world.submitPayment.submit(first.id(), new PayToken("pay"));
    }
  }

  private void payFirst() {
    shop.deliver(
        ScriptedPayments.report(
            Samples.merchant().payments().merchantId(),
            tradeNo(),
            new Verdict.Paid(),
            ScriptedContracts.AMOUNT,
            false));
  }

  /** The bank refuses the first charge. */
  public void declineFirst() {
    shop.deliver(
        ScriptedPayments.report(
            Samples.merchant().payments().merchantId(),
            tradeNo(),
            new Verdict.Declined(new PaymentFailure("10200058", "card refused")),
            ScriptedContracts.AMOUNT,
            false));
  }

  public MerchantTradeNo tradeNo() {
    return first.tradeNo();
  }

  public Optional<PeriodicContract> found() {
    return shop.world.books.contracts().find(Samples.SHOP, tradeNo());
  }

  public PeriodicContract contract() {
    return found().orElseThrow();
  }

  /** Lets time pass until that charge is due. */
  public void untilCharge(int turn) {
    shop.runUntil(contract().agreement().expected(turn));
  }

  public void follow(Duration time) {
    shop.runUntil(shop.world.clock.instant().plus(time));
  }

  /** ECPay charges now; nothing is told. */
  public ChargeReport charge(boolean done) {
    return shop.world.ecpayContracts.charge(tradeNo(), done, wholeSecond());
  }

  private Instant wholeSecond() {
    return Instant.ofEpochSecond(shop.world.clock.instant().getEpochSecond());
  }

  public Acknowledgement deliver(ChargeReport report) {
    return shop.world.contracts.record.record(Samples.merchant(), shop.world.readers.write(report));
  }

  public void act(ContractAction action) {
    shop.world.contracts.act.want(Samples.SHOP, tradeNo(), action);
  }

  public Order orderOf(int number) {
    return shop.world.books.orders().find(Samples.SHOP, idOf(number)).orElseThrow();
  }

  public List<Payment> paymentsOf(int number) {
    return shop.world.books.payments().ofOrder(Samples.SHOP, idOf(number));
  }

  public List<Invoice> invoicesOf(int number) {
    return shop.world.books.invoices().ofOrder(Samples.SHOP, idOf(number));
  }

  private OrderId idOf(int number) {
    Charge charge = contract().charged(number).orElseThrow();
    return ((Charge.Result.Charged) charge.result()).order();
  }
}
