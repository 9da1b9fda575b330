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
import ecpay.domain.answer.Delivery;
import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.Invoice.Scheduled.Doubt;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.Pending;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.document.InvoiceOfOrder;
import ecpay.domain.invoice.document.InvoiceOfOrder.Calculated;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.Rounding;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.Company;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.LoveCode;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderLine;
import ecpay.domain.order.OrderReference;
import ecpay.domain.order.ZeroRating;
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
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Valid things of every shape, the same for the same seed. Ids never repeat within one instance.
 */
public final class RandomSamples {

  private final Random random;
  private final RandomValues any;

  public RandomSamples(long seed) {
    this.random = new Random(seed);
    this.any = new RandomValues(random);
  }

  /** Paid or not. */
  public Order order() {
    Order order =
        Order.place(
            new OrderId(any.name()),
            Samples.SHOP,
            new OrderReference(any.name()),
            content(),
            any.time());
    return random.nextBoolean() ? order : order.paidBy(new MerchantTradeNo(any.name()), any.time());
  }

  public OrderContent content() {
    boolean zeroRated = random.nextInt(4) == 0;
    List<OrderLine> lines =
        IntStream.rangeClosed(1, 1 + random.nextInt(5))
            .mapToObj(number -> line(zeroRated && number == 1))
            .toList();
    Money total = Money.of(lines.stream().mapToLong(line -> line.amount().twd()).sum());
    InvoicePreference plain = preference();
    InvoicePreference preference =
        new InvoicePreference(
            plain.carrier(),
            plain.company(),
            plain.printAddress(),
            plain.donation(),
            zeroRated
                ? Optional.of(new ZeroRating(random.nextBoolean(), 71 + random.nextInt(9)))
                : Optional.empty());
    return new OrderContent(buyer(), lines, total, any.text(200), preference);
  }

  private OrderLine line(boolean zeroRated) {
    Quantity quantity = new Quantity(any.decimal(1, 1000, 3));
    UnitPrice price = new UnitPrice(any.decimal(1, 100_000, 7));
    Money amount = Rounding.toWholeDollars(quantity.value().multiply(price.value()));
    return new OrderLine(
        any.text(100),
        quantity,
        any.text(6),
        price,
        amount,
        zeroRated ? TaxKind.ZERO_RATED : TaxKind.TAXABLE);
  }

  public InvoicePreference preference() {
    Company company = new Company(new CompanyNumber("97025978"), any.text(60));
    Carrier barcode = new Carrier.MobileBarcode("/" + any.of("0123456789ABCXYZ+-.", 7));
    return any.oneOf(
        () -> InvoicePreference.on(new Carrier.Ecpay()),
        () -> InvoicePreference.on(barcode),
        () ->
            InvoicePreference.on(
                new Carrier.CitizenCertificate(any.of(LETTERS, 2) + any.of(DIGITS, 14))),
        () -> InvoicePreference.printedFor(any.text(100)),
        () -> InvoicePreference.donatedTo(new LoveCode(any.of(DIGITS, 3 + random.nextInt(5)))),
        () ->
            new InvoicePreference(
                barcode,
                Optional.of(company),
                any.maybe(() -> any.text(100)),
                Optional.empty(),
                Optional.empty()),
        () ->
            new InvoicePreference(
                new Carrier.None(),
                Optional.of(company),
                Optional.of(any.text(100)),
                Optional.empty(),
                Optional.empty()));
  }

  /** An attempt to pay an order, in any state. */
  public Payment payment(Order order) {
    Attempt attempt =
        new Attempt(
            new PaymentId(any.name()),
            order.merchant(),
            order.id(),
            new MerchantTradeNo(any.name()),
            order.total(),
            offer(),
            any.time());
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

  public TradeDetails trade(Money amount) {
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

  public PaymentInstructions instructions() {
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
                any.of(DIGITS, 9), any.of(LETTERS, 16), any.of(DIGITS, 15), any.time()));
  }

  /** The invoice of an order, in any state. */
  public Invoice invoice(Order order) {
    String id = any.name();
    Calculated calculated =
        InvoiceOfOrder.of(
            new RelateNumber(id), order.content(), order.content().invoice(), List.of(), List.of());
    Invoice.Draft draft =
        new Invoice.Draft(
            new InvoiceId(id),
            order.merchant(),
            order.id(),
            new InvoiceReference(any.name()),
            calculated.document(),
            calculated.parts(),
            any.maybe(this::delay),
            any.time());
    IssuedInvoice facts = new IssuedInvoice(invoiceNumber(), any.time(), any.of(DIGITS, 4));
    return any.oneOf(
        () -> new Invoice.Requested(draft, any.maybe(any::time)),
        () -> new Invoice.AwaitingNumbers(draft, any.of(DIGITS, 7), any.text(200), any.time()),
        () -> new Invoice.Unknown(draft, any.text(200), random.nextBoolean()),
        () ->
            new Invoice.Scheduled(
                delayed(draft),
                any.time(),
                any.maybe(any::time),
                any.maybe(() -> scheduledChange(draft)),
                any.maybe(() ->
                    any.oneOf(
                        () -> Doubt.TAKEN,
                        () -> Doubt.TRIGGERED,
                        () -> Doubt.CANCELLED,
                        () -> Doubt.GONE))),
        () ->
            new Invoice.Issued(
                draft,
                facts,
                any.maybe(any::time),
                any.maybe(any::time),
                any.maybe(() -> issuedChange(draft))),
        () -> new Invoice.Voided(draft, facts, new VoidReason(any.text(20)), any.time()),
        () -> new Invoice.Cancelled(draft, any.time()),
        () -> new Invoice.Refused(draft, any.of(DIGITS, 7), any.text(200)));
  }

  private Invoice.Draft delayed(Invoice.Draft draft) {
    return new Invoice.Draft(
        draft.id(),
        draft.merchant(),
        draft.order(),
        draft.reference(),
        draft.document(),
        draft.parts(),
        Optional.of(draft.delay().orElseGet(this::delay)),
        draft.requestedAt());
  }

  private InvoiceTiming.Delayed delay() {
    return any.oneOf(
        () -> new InvoiceTiming.AfterDays(1 + random.nextInt(15)),
        () -> new InvoiceTiming.OnTrigger(random.nextInt(16)));
  }

  private Pending<Change.OfScheduled> scheduledChange(Invoice.Draft draft) {
    Change.OfScheduled change =
        any.oneOf(
            Change.Trigger::new, Change.CancelDelay::new, () -> new Change.Edit(draft.document()));
    return new Pending<>(change, any.time(), delivery());
  }

  private Pending<Change.OfIssued> issuedChange(Invoice.Draft draft) {
    VoidReason reason = new VoidReason(any.text(20));
    Change.OfIssued change =
        any.oneOf(
            () -> new Change.VoidInvoice(reason),
            () -> new Change.Reissue(reason, draft.document()));
    return new Pending<>(change, any.time(), delivery());
  }

  private Delivery delivery() {
    return any.oneOf(
        () -> new Delivery.Due(random.nextBoolean()),
        () -> new Delivery.Sent(any.time(), random.nextBoolean()),
        () -> new Delivery.Lost(any.time(), random.nextBoolean()));
  }

  /** An allowance of an order's invoice, in any state. */
  public Allowance allowance(Order order) {
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
    return new Withdrawal(reason, any.time(), delivery());
  }

  public AllowanceDocument allowanceDocument() {
    List<AllowanceItem> items =
        IntStream.rangeClosed(1, 1 + random.nextInt(5)).mapToObj(this::allowanceItem).toList();
    Money amount = Money.of(items.stream().mapToLong(item -> item.amount().longValueExact()).sum());
    AllowableInvoice invoice =
        new AllowableInvoice(
            invoiceNumber(),
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

  public Consent consent() {
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

  private Buyer buyer() {
    return any.oneOf(
        () -> new Buyer(any.text(50), Optional.of(any.email()), any.maybe(any::phone)),
        () -> new Buyer(any.text(50), Optional.empty(), Optional.of(any.phone())));
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

  private InvoiceNumber invoiceNumber() {
    return new InvoiceNumber(any.of(LETTERS, 2) + any.of(DIGITS, 8));
  }
}
