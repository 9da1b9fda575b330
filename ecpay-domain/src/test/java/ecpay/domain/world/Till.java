package ecpay.domain.world;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.card.CardState;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.merchant.CardTerms;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.RefundPolicy;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.refund.Goods;
import ecpay.domain.refund.PaidByHand;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundReference;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.RefundWish;
import ecpay.domain.refund.usecase.RequestRefund.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the sample order's money is given back. */
public final class Till {
  public final Shop shop;
  public final World world;

  private Till(Shop shop) {
    this.shop = shop;
    this.world = shop.world;
  }

  public static Till of(Shop shop) {
    return new Till(shop);
  }

  /** With the order paid by a card that stands like that, and invoiced. */
  public static Till invoiced(CardState state) {
    return invoiced(Samples.merchant(), state);
  }

  public static Till invoiced(Merchant merchant, CardState state) {
    World world = new World(merchant);
    world.ecpayCharges.begin(state);
    Till till = new Till(Shop.invoiced(world));
    assertThat(till.shop.invoice()).isInstanceOf(Invoice.Issued.class);
    return till;
  }

  /** The sample merchant with other choices for the way back. */
  public static Merchant merchant(CardTerms cards, RefundPolicy refunds) {
    Merchant sample = Samples.merchant();
    return new Merchant(
        sample.id(),
        sample.name(),
        sample.payments(),
        sample.invoices(),
        sample.callbacks(),
        sample.dashboardNotifies(),
        sample.invoicing(),
        cards,
        refunds);
  }

  public static Goods everything() {
    return new Goods.Everything();
  }

  public static Goods amount(long twd) {
    return new Goods.Amount(Optional.empty(), Money.of(twd));
  }

  /** So many units of a line of the only invoice. */
  public static Goods units(int line, long count) {
    return new Goods.Lines(
        Optional.empty(), List.of(new ReturnedLine(line, Quantity.of(count), Optional.empty())));
  }

  public static RefundWish wish(Goods goods, Consent consent) {
    return new RefundWish(
        goods, Optional.of(consent), Optional.empty(), new VoidReason("customer return"));
  }

  /** Asks for a refund, on paper. */
  public Result ask(String reference, Goods goods) {
    return ask(reference, goods, Samples.paperConsent());
  }

  public Result ask(String reference, Goods goods, Consent consent) {
    return world.requestRefund.request(
        Samples.SHOP,
        world.requestRefund.paymentOf(Samples.SHOP, shop.order),
        new RefundReference(reference),
        wish(goods, consent));
  }

  public Refund refund(String reference, Goods goods) {
    return ((Result.Requested) ask(reference, goods)).refund();
  }

  public Refund refund(String reference, Goods goods, Consent consent) {
    return ((Result.Requested) ask(reference, goods, consent)).refund();
  }

  public List<Refund> refunds() {
    return world.books.refunds().ofOrder(Samples.SHOP, shop.order);
  }

  /** The newest one. */
  public Refund refund() {
    return refunds().getLast();
  }

  /** What it was done by, in order, as the timeline names it. */
  public List<String> steps() {
    return steps(refund());
  }

  public static List<String> steps(Refund refund) {
    return refund.steps().stream()
        .map(RefundStep::act)
        .map(act -> act.getClass().getSimpleName())
        .toList();
  }

  public Refund payByHand() {
    return world.changeRefund.paidByHand(
        Samples.SHOP,
        refund().id(),
        new PaidByHand("Ms Lin", world.clock.instant(), "TX-2026-0001", ""));
  }

  /** The buyer clicks the link of the newest allowance. */
  public void consent() {
    Allowance.AwaitingConsent waiting = (Allowance.AwaitingConsent) shop.allowances().getLast();
    shop.deliver(world.ecpayAllowances.consent(waiting.number()));
  }

  public void follow(Duration time) {
    shop.runUntil(world.clock.instant().plus(time));
  }

  /** A person lets the newest refund go on. */
  public void proceed() {
    world.changeRefund.proceed(Samples.SHOP, refund().id(), Optional.empty());
  }

  public void proceedOnPaper() {
    world.changeRefund.proceed(Samples.SHOP, refund().id(), Optional.of(Samples.paperConsent()));
  }

  /** A person calls the newest refund off. */
  public void cancel() {
    world.changeRefund.cancel(Samples.SHOP, refund().id());
  }

  public void isStopped() {
    assertThat(refund().status()).isInstanceOf(Refund.Status.Stopped.class);
  }

  /** The newest refund is done, and so much is left of the money and of the documents, TWD. */
  public void agrees(long left) {
    assertThat(refund().status()).isInstanceOf(Refund.Status.Done.class);
    assertThat(money()).isEqualTo(left);
    assertThat(documents()).isEqualTo(left);
  }

  /** What ECPay's books hold of the order: invoices that count, less their allowances, TWD. */
  public long documents() {
    return world.ecpayInvoices.liveTotal()
        - shop.invoices().stream()
            .filter(Invoice.Issued.class::isInstance)
            .mapToLong(
                invoice -> world.ecpayAllowances.held(((Invoice.Issued) invoice).facts().number()))
            .sum();
  }

  /** What the shop has of the order's money, TWD. */
  public long money() {
    long byHand =
        refunds().stream()
            .flatMap(refund -> refund.steps().stream())
            .filter(step ->
                step.act() instanceof ecpay.domain.refund.RefundAct.PayByHand && step.isDone())
            .mapToLong(step -> step.act().amount().twd())
            .sum();
    return shop.order().total().twd() - world.ecpayCharges.wentBack() - byHand;
  }
}
