package ecpay.domain;

import static ecpay.domain.RandomValues.DIGITS;
import static ecpay.domain.RandomValues.LETTERS;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.invoice.Invoice;
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
import ecpay.domain.payment.Payment;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Valid things of every shape, the same for the same seed. Ids never repeat within one instance.
 */
public final class RandomSamples {
  private final Random random;
  private final RandomValues any;
  private final RandomPayments payments;
  private final RandomInvoices invoices;
  private final RandomAllowances allowances;

  public RandomSamples(long seed) {
    this.random = new Random(seed);
    this.any = new RandomValues(random);
    this.payments = new RandomPayments(random, any);
    this.invoices = new RandomInvoices(random, any);
    this.allowances = new RandomAllowances(random, any);
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

  private OrderContent content() {
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

  private InvoicePreference preference() {
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

  private Buyer buyer() {
    return any.oneOf(
        () -> new Buyer(any.text(50), Optional.of(any.email()), any.maybe(any::phone)),
        () -> new Buyer(any.text(50), Optional.empty(), Optional.of(any.phone())));
  }

  /** An attempt to pay an order, in any state. */
  public Payment payment(Order order) {
    return payments.payment(order);
  }

  /** The invoice of an order, in any state. */
  public Invoice invoice(Order order) {
    return invoices.invoice(order);
  }

  /** An allowance of an order's invoice, in any state. */
  public Allowance allowance(Order order) {
    return allowances.allowance(order);
  }

  public AllowanceDocument allowanceDocument() {
    return allowances.allowanceDocument();
  }
}
