package ecpay.domain;

import static ecpay.domain.RandomValues.DIGITS;
import static ecpay.domain.RandomValues.LETTERS;

import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.CheckoutToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.CardOffer;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.CodeLife;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.offer.PeriodicTerms;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.Payer;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.TradeDetails;
import java.net.URI;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Attempts to pay in any state, by any way, with all that may be told of them. */
final class RandomPayments {
  private final Random random;
  private final RandomValues any;

  RandomPayments(Random random, RandomValues any) {
    this.random = random;
    this.any = any;
  }

  /** An attempt to pay an order, in any state. */
  Payment payment(Order order) {
    Attempt attempt =
        new Attempt(
            new PaymentId(any.name()),
            order.merchant(),
            order.id(),
            new MerchantTradeNo(any.name()),
            1,
            order.total(),
            offer(),
            any.time(),
            any.maybe(() -> new PaymentId(any.name())));
    return any.oneOf(
        () -> new Payment.Opening(attempt),
        () -> new Payment.Open(attempt, new CheckoutToken(any.of(LETTERS, 64)), any.time()),
        () -> new Payment.HandedOver(attempt, any.time()),
        () -> new Payment.Submitted(attempt, any.time()),
        () ->
            new Payment.AwaitingBuyer(
                attempt, URI.create("https://bank.example/3ds?a=%20"), any.time()),
        () -> new Payment.AwaitingMoney(attempt, trade(order.total()), instructions()),
        () -> new Payment.Paid(attempt, trade(order.total()), any.maybe(this::instructions)),
        () -> new Payment.Failed(attempt, new PaymentFailure(any.of(DIGITS, 8), any.text(200))),
        () -> new Payment.Expired(attempt, any.time(), any.maybe(this::instructions)));
  }

  private TradeDetails trade(Money amount) {
    return new TradeDetails(
        any.of(DIGITS, 20),
        amount,
        any.text(20),
        any.maybe(any::time),
        any.maybe(any::time),
        any.decimal(0, 100, 2),
        any.decimal(0, 100, 2),
        any.maybe(() -> card(amount)),
        any.maybe(() ->
            any.oneOf(
                () -> new Payer.Account(any.of(DIGITS, 3), any.of(DIGITS, 5)),
                () -> new Payer.Counter("family", any.text(10)))),
        any.oneOf(List::of, () -> List.of(any.text(50), "", any.text(50))));
  }

  private CardDetails card(Money amount) {
    return new CardDetails(
        any.oneOf(() -> "", () -> any.of(DIGITS, 6)),
        any.of(DIGITS, 4),
        any.of(DIGITS, 6),
        random.nextLong(1L << 40),
        any.maybe(any::time),
        amount,
        "05",
        any.maybe(() -> new CardDetails.Instalments(3, amount, Money.of(1))),
        any.maybe(() -> new CardDetails.Bonus(random.nextInt(999), amount, amount, 7)),
        any.maybe(() -> new CardDetails.Period(terms(), amount, 2, amount)),
        any.text(10),
        any.of(DIGITS, 3));
  }

  private PeriodicTerms terms() {
    return new PeriodicTerms(
        random.nextBoolean() ? PeriodicTerms.Unit.DAY : PeriodicTerms.Unit.YEAR,
        1,
        2 + random.nextInt(90));
  }

  /** Ways to pay, on either page. */
  private Offer offer() {
    return any.oneOf(
        () -> Offer.embedded(methods()),
        () -> Offer.hosted(EnumSet.of(PaymentMethod.WEB_ATM, PaymentMethod.TWQR)),
        () ->
            new Offer(
                Channel.HOSTED,
                EnumSet.of(PaymentMethod.INSTALMENTS, PaymentMethod.CVS_CODE),
                new CardOffer(
                    Set.of(3, 24), false, Optional.empty(), Optional.of(new MemberId("m-1"))),
                new CodeLife(60, 1, 30),
                Optional.empty()),
        () ->
            new Offer(
                Channel.EMBEDDED,
                EnumSet.of(PaymentMethod.CVS_CODE),
                CardOffer.PLAIN,
                new CodeLife(60, 1, 30),
                Optional.of("FAMILY")),
        () ->
            new Offer(
                Channel.EMBEDDED,
                EnumSet.of(PaymentMethod.CARD),
                new CardOffer(Set.of(), false, Optional.of(terms()), Optional.empty()),
                CodeLife.DEFAULT,
                Optional.empty()));
  }

  private PaymentInstructions instructions() {
    return any.oneOf(
        () ->
            new PaymentInstructions.Atm(
                any.of(DIGITS, 3),
                any.of(DIGITS, 16),
                LocalDate.of(2026, 2, 1 + random.nextInt(28))),
        () ->
            new PaymentInstructions.CvsCode(
                any.of(DIGITS, 14),
                any.time(),
                any.maybe(() -> URI.create("https://pay.example/code"))),
        () ->
            new PaymentInstructions.CvsBarcode(
                any.of(DIGITS, 9), any.of(LETTERS, 16), any.of(DIGITS, 15), any.time()),
        () ->
            new PaymentInstructions.Application(
                any.of(LETTERS, 20), any.of(DIGITS, 2), any.time()));
  }

  private Set<PaymentMethod> methods() {
    Set<PaymentMethod> methods = EnumSet.of(PaymentMethod.CARD);
    for (PaymentMethod method : PaymentMethod.values()) {
      if (method.isOfferedOn(Channel.EMBEDDED)
          && method != PaymentMethod.INSTALMENTS
          && method != PaymentMethod.FLEXIBLE_INSTALMENTS
          && random.nextBoolean()) {
        methods.add(method);
      }
    }
    return methods;
  }
}
