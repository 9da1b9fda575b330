package ecpay.domain;

import ecpay.domain.allowance.AllowableInvoice;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceDocument;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.AllowanceItem;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.AllowanceReference;
import ecpay.domain.allowance.Consent;
import ecpay.domain.allowance.NotifyMail;
import ecpay.domain.allowance.Reason;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceDocument;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.InvoiceOfOrder;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.RelateNumber;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.Rounding;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.Company;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.LoveCode;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderLine;
import ecpay.domain.order.OrderReference;
import ecpay.domain.order.ZeroRating;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.CardDetails;
import ecpay.domain.payment.CheckoutToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentFailure;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.PaymentInstructions;
import ecpay.domain.payment.PaymentMethod;
import ecpay.domain.payment.TradeDetails;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Valid things of every shape, the same for the same seed. Ids never repeat within one instance.
 */
public final class RandomSamples {
  private static final String TEXT = "甲乙丙王小明書籤ñß漢𠮷😀xyzQZ0189 '\"\\/+-&%#=?,:~!*()";
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";

  private final Random random;
  private int names;

  public RandomSamples(long seed) {
    this.random = new Random(seed);
  }

  /** Paid or not. */
  public Order order() {
    Order order =
        Order.place(
            new OrderId(name()), Samples.SHOP, new OrderReference(name()), content(), time());
    return random.nextBoolean() ? order : order.paidBy(new MerchantTradeNo(name()), time());
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
    return new OrderContent(buyer(), lines, total, text(200), preference);
  }

  private OrderLine line(boolean zeroRated) {
    Quantity quantity = new Quantity(decimal(1, 1000, 3));
    UnitPrice price = new UnitPrice(decimal(1, 100_000, 7));
    Money amount = Rounding.toWholeDollars(quantity.value().multiply(price.value()));
    return new OrderLine(
        text(100),
        quantity,
        text(6),
        price,
        amount,
        zeroRated ? TaxKind.ZERO_RATED : TaxKind.TAXABLE);
  }

  public InvoicePreference preference() {
    Company company = new Company(new CompanyNumber("97025978"), text(60));
    Carrier barcode = new Carrier.MobileBarcode("/" + of("0123456789ABCXYZ+-.", 7));
    return oneOf(
        () -> InvoicePreference.on(new Carrier.Ecpay()),
        () -> InvoicePreference.on(barcode),
        () -> InvoicePreference.on(new Carrier.CitizenCertificate(of(LETTERS, 2) + of(DIGITS, 14))),
        () -> InvoicePreference.printedFor(text(100)),
        () -> InvoicePreference.donatedTo(new LoveCode(of(DIGITS, 3 + random.nextInt(5)))),
        () ->
            new InvoicePreference(
                barcode,
                Optional.of(company),
                maybe(() -> text(100)),
                Optional.empty(),
                Optional.empty()),
        () ->
            new InvoicePreference(
                new Carrier.None(),
                Optional.of(company),
                Optional.of(text(100)),
                Optional.empty(),
                Optional.empty()));
  }

  /** An attempt to pay an order, in any state. */
  public Payment payment(Order order) {
    Attempt attempt =
        new Attempt(
            new PaymentId(name()),
            order.merchant(),
            order.id(),
            new MerchantTradeNo(name()),
            order.total(),
            methods(),
            time());
    return oneOf(
        () -> new Payment.Opening(attempt),
        () -> new Payment.Open(attempt, new CheckoutToken(of(LETTERS, 64)), time()),
        () -> new Payment.Submitted(attempt, time()),
        () ->
            new Payment.AwaitingBuyer(
                attempt, URI.create("https://bank.example/3ds?a=%20"), time()),
        () -> new Payment.AwaitingMoney(attempt, of(DIGITS, 20), instructions()),
        () -> new Payment.Paid(attempt, trade(order.total())),
        () -> new Payment.Failed(attempt, new PaymentFailure(of(DIGITS, 8), text(200))),
        () -> new Payment.Expired(attempt, time()));
  }

  public TradeDetails trade(Money amount) {
    return new TradeDetails(
        of(DIGITS, 20),
        amount,
        text(20),
        maybe(this::time),
        decimal(0, 100, 2),
        decimal(0, 100, 2),
        maybe(() ->
            new CardDetails(
                oneOf(() -> "", () -> of(DIGITS, 6)),
                of(DIGITS, 4),
                of(DIGITS, 6),
                random.nextLong(1L << 40),
                "05",
                random.nextInt(25),
                text(10))));
  }

  public PaymentInstructions instructions() {
    return oneOf(
        () ->
            new PaymentInstructions.Atm(
                of(DIGITS, 3), of(DIGITS, 16), LocalDate.of(2026, 2, 1 + random.nextInt(28))),
        () ->
            new PaymentInstructions.CvsCode(
                of(DIGITS, 14), time(), maybe(() -> URI.create("https://pay.example/code"))),
        () ->
            new PaymentInstructions.CvsBarcode(
                of(DIGITS, 9), of(LETTERS, 16), of(DIGITS, 15), time()));
  }

  /** The invoice of an order, in any state. */
  public Invoice invoice(Order order) {
    String id = name();
    InvoiceDocument document = InvoiceOfOrder.document(new RelateNumber(id), order.content());
    Invoice.Draft draft =
        new Invoice.Draft(new InvoiceId(id), order.merchant(), order.id(), document, time());
    return oneOf(
        () -> new Invoice.Requested(draft, maybe(this::time)),
        () -> new Invoice.Unknown(draft, text(200), random.nextBoolean()),
        () -> new Invoice.Issued(draft, new IssuedInvoice(invoiceNumber(), time(), of(DIGITS, 4))),
        () -> new Invoice.Refused(draft, of(DIGITS, 7), text(200)));
  }

  /** An allowance of an order's invoice, in any state. */
  public Allowance allowance(Order order) {
    Allowance.Draft draft =
        new Allowance.Draft(
            new AllowanceId(name()),
            order.merchant(),
            order.id(),
            new AllowanceReference(name()),
            allowanceDocument(),
            time());
    AllowanceNumber number = new AllowanceNumber(of(DIGITS + LETTERS, 16));
    Reason reason = new Reason(text(20));
    return oneOf(
        () -> new Allowance.Requested(draft, maybe(this::time)),
        () -> new Allowance.Unknown(draft, text(200), random.nextBoolean(), time()),
        () -> new Allowance.AwaitingConsent(draft, number, time()),
        () -> new Allowance.Issued(draft, number, time()),
        () -> new Allowance.Cancelled(draft, number, reason, time()),
        () -> new Allowance.Expired(draft, maybe(() -> number), time()),
        () -> new Allowance.Voided(draft, number, reason, time()),
        () -> new Allowance.Refused(draft, of(DIGITS, 7), text(200)));
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
        invoice, consent(), maybe(() -> of("王小明Lee09", 10)), amount, items);
  }

  private AllowanceItem allowanceItem(int sequence) {
    Quantity count = new Quantity(decimal(1, 1000, 2));
    UnitPrice price = new UnitPrice(decimal(1, 10_000, 7));
    Money amount = Rounding.toWholeDollars(count.value().multiply(price.value()));
    BigDecimal written = BigDecimal.valueOf(amount.twd()).setScale(random.nextInt(3));
    return new AllowanceItem(
        sequence, text(100), count, text(6), price, Optional.of(TaxKind.TAXABLE), written);
  }

  public Consent consent() {
    NotifyMail mail = new NotifyMail(List.of(email(), email()));
    return oneOf(
        () -> new Consent.Online(mail, Samples.merchant().callbacks().allowanceReturn()),
        () ->
            new Consent.Paper(
                oneOf(
                    () -> new Consent.Signature.Recorded(time()),
                    () -> new Consent.Signature.Owed(text(100))),
                new Consent.Notice(maybe(() -> mail), maybe(this::phone))));
  }

  private Buyer buyer() {
    return oneOf(
        () -> new Buyer(text(50), Optional.of(email()), maybe(this::phone)),
        () -> new Buyer(text(50), Optional.empty(), Optional.of(phone())));
  }

  private Set<PaymentMethod> methods() {
    Set<PaymentMethod> methods = EnumSet.of(PaymentMethod.CARD);
    for (PaymentMethod method : PaymentMethod.values()) {
      if (random.nextBoolean()) {
        methods.add(method);
      }
    }
    return methods;
  }

  private InvoiceNumber invoiceNumber() {
    return new InvoiceNumber(of(LETTERS, 2) + of(DIGITS, 8));
  }

  private EmailAddress email() {
    return new EmailAddress(of("abc.'+x", 8) + "@example.com");
  }

  private PhoneNumber phone() {
    return new PhoneNumber("09" + of(DIGITS, 8));
  }

  /** Upper-case letters and digits. */
  private String name() {
    names++;
    return "N" + names + "R" + of(LETTERS, 8);
  }

  /** In whole microseconds, of any year from 1970 to 2100. */
  private Instant time() {
    return Instant.ofEpochSecond(
        random.nextLong(4_102_444_800L), random.nextInt(1_000_000) * 1000L);
  }

  private BigDecimal decimal(int least, int below, int mostDecimals) {
    int scale = random.nextInt(mostDecimals + 1);
    BigDecimal fraction =
        BigDecimal.valueOf(random.nextLong(BigDecimal.TEN.pow(scale).longValueExact()), scale);
    return fraction.add(BigDecimal.valueOf(least + random.nextInt(below - least)));
  }

  /** One to {@code most} characters that ECPay accepts, not beginning with a space. */
  private String text(int most) {
    int[] characters = TEXT.codePoints().toArray();
    StringBuilder text = new StringBuilder("書");
    for (int i = random.nextInt(Math.min(most, 40)); i > 0; i--) {
      String next = Character.toString(characters[random.nextInt(characters.length)]);
      if (text.length() + next.length() <= most) {
        text.append(next);
      }
    }
    return text.toString();
  }

  private String of(String alphabet, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  @SafeVarargs
  private <T> T oneOf(Supplier<? extends T>... choices) {
    return choices[random.nextInt(choices.length)].get();
  }
}
