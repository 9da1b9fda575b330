package ecpay.domain;

import static ecpay.domain.RandomValues.DIGITS;
import static ecpay.domain.RandomValues.LETTERS;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.AllowanceReference;
import ecpay.domain.allowance.Reason;
import ecpay.domain.allowance.Withdrawal;
import ecpay.domain.allowance.document.AllowableInvoice;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.AllowanceItem;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.document.NotifyMail;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.Rounding;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.Order;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Allowances in any state, and what a buyer consents to. */
final class RandomAllowances {
  private final Random random;
  private final RandomValues any;

  RandomAllowances(Random random, RandomValues any) {
    this.random = random;
    this.any = any;
  }

  /** An allowance of an order's invoice, in any state. */
  Allowance allowance(Order order) {
    Allowance.Draft draft =
        new Allowance.Draft(
            new AllowanceId(any.name()),
            order.merchant(),
            order.id(),
            new AllowanceReference(any.name()),
            allowanceDocument(),
            List.of(new Part(1, any.decimal(1, 1000, 2), Money.of(random.nextInt(1000)))),
            any.time());
    AllowanceNumber number = new AllowanceNumber(any.of(DIGITS + LETTERS, 16));
    Reason reason = new Reason(any.text(20));
    return any.oneOf(
        () -> new Allowance.Requested(draft, any.maybe(any::time)),
        () -> new Allowance.Unknown(draft, any.text(200), random.nextBoolean(), any.time()),
        () ->
            new Allowance.AwaitingConsent(
                draft, number, any.time(), any.maybe(() -> withdrawal(reason))),
        () -> new Allowance.Issued(draft, number, any.time(), any.maybe(() -> withdrawal(reason))),
        () -> new Allowance.Cancelled(draft, number, reason, any.time()),
        () -> new Allowance.Expired(draft, any.maybe(() -> number), any.time()),
        () -> new Allowance.Voided(draft, number, reason, any.time()),
        () -> new Allowance.Refused(draft, any.of(DIGITS, 7), any.text(200)));
  }

  private Withdrawal withdrawal(Reason reason) {
    return new Withdrawal(reason, any.time(), any.delivery());
  }

  AllowanceDocument allowanceDocument() {
    List<AllowanceItem> items =
        IntStream.rangeClosed(1, 1 + random.nextInt(5)).mapToObj(this::allowanceItem).toList();
    Money amount = Money.of(items.stream().mapToLong(item -> item.amount().longValueExact()).sum());
    AllowableInvoice invoice =
        new AllowableInvoice(
            any.invoiceNumber(),
            LocalDate.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28)),
            amount.plus(Money.of(random.nextInt(1000))),
            Set.of(TaxKind.TAXABLE, TaxKind.ZERO_RATED),
            random.nextBoolean());
    return new AllowanceDocument(
        invoice, consent(), any.maybe(() -> any.of("王小明Lee09", 10)), amount, items);
  }

  private AllowanceItem allowanceItem(int sequence) {
    Quantity count = new Quantity(any.decimal(1, 1000, 2));
    UnitPrice price = new UnitPrice(any.decimal(1, 10_000, 7));
    Money amount = Rounding.toWholeDollars(count.value().multiply(price.value()));
    BigDecimal written = BigDecimal.valueOf(amount.twd()).setScale(random.nextInt(3));
    return new AllowanceItem(
        sequence, any.text(100), count, any.text(6), price, Optional.of(TaxKind.TAXABLE), written);
  }

  private Consent consent() {
    NotifyMail mail = new NotifyMail(List.of(any.email(), any.email()));
    return any.oneOf(
        () -> new Consent.Online(mail, Samples.merchant().callbacks().allowanceReturn()),
        () ->
            new Consent.Paper(
                any.oneOf(
                    () -> new Consent.Signature.Recorded(any.time()),
                    () -> new Consent.Signature.Owed(any.text(100))),
                new Consent.Notice(any.maybe(() -> mail), any.maybe(any::phone))));
  }
}
