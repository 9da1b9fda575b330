package ecpay.domain;

import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.document.NotifyMail;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.InvoiceItem;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.invoice.document.Taxation;
import ecpay.domain.merchant.CallbackUrls;
import ecpay.domain.merchant.CardTerms;
import ecpay.domain.merchant.Credentials;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.merchant.InvoicePolicy;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.RefundPolicy;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.Rounding;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.Notification;
import ecpay.domain.notification.NotificationId;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderLine;
import ecpay.domain.order.OrderReference;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.CheckoutToken;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.TradeDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One valid thing of every kind, all of the same story: a shop sells two books and a bookmark, is
 * paid, issues the invoice, and takes one book back.
 */
public final class Samples {
  public static final MerchantId SHOP = new MerchantId("shop");
  public static final OrderId ORDER = new OrderId("ORDER0001");

  /** A time in whole microseconds, which is what the books keep. */
  public static final Instant NOW = Instant.parse("2026-11-21T04:05:06.123456Z");

  private static final EmailAddress EMAIL = new EmailAddress("buyer@example.com");
  private static final PhoneNumber PHONE = new PhoneNumber("0912345678");

  private Samples() {}

  public static Merchant merchant() {
    return merchant(SHOP);
  }

  /** The keys are not anybody's. */
  public static Merchant merchant(MerchantId id) {
    return new Merchant(
        id,
        "小書店",
        new EcpayAccount(
            new EcpayMerchantId("1000001"),
            new Credentials("FakePaymentKey01", "FakePaymentIv001")),
        new EcpayAccount(
            new EcpayMerchantId("1000002"),
            new Credentials("FakeInvoiceKey01", "FakeInvoiceIv001")),
        CallbackUrls.below("https://shop.example/callbacks/shop"),
        false,
        InvoicePolicy.DEFAULT,
        new CardTerms(true, true, Optional.of(new CardTerms.CheckCode("59997889"))),
        RefundPolicy.DEFAULT);
  }

  public static Buyer buyer() {
    return new Buyer("王小明", Optional.of(EMAIL), Optional.of(PHONE));
  }

  /** Three lines, 1,000 TWD in all, one of them with a fraction in its price. */
  public static List<OrderLine> lines() {
    return List.of(
        new OrderLine("小說", Quantity.of(2), "本", UnitPrice.of(350), Money.of(700), TaxKind.TAXABLE),
        new OrderLine(
            "書籤",
            new Quantity(new BigDecimal("3")),
            "張",
            new UnitPrice(new BigDecimal("33.3333")),
            Money.of(100),
            TaxKind.TAXABLE),
        new OrderLine(
            "運費", Quantity.of(1), "式", UnitPrice.of(200), Money.of(200), TaxKind.TAXABLE));
  }

  /** On a mobile barcode. */
  public static OrderContent content() {
    return content(InvoicePreference.on(new Carrier.MobileBarcode("/ABC.+-1")));
  }

  public static OrderContent content(InvoicePreference invoice) {
    return new OrderContent(buyer(), lines(), Money.of(1000), "小書店訂單", invoice);
  }

  public static Order order() {
    return order(ORDER, new OrderReference("2026-0001"));
  }

  public static Order order(OrderId id, OrderReference reference) {
    return Order.place(id, SHOP, reference, content(), NOW);
  }

  public static Attempt attempt() {
    return attempt(ORDER, new PaymentId("PAYMENT0001"), new MerchantTradeNo("TRADE0001"));
  }

  /** Any way of paying, for the whole sample order. */
  public static Attempt attempt(OrderId order, PaymentId id, MerchantTradeNo tradeNo) {
    return new Attempt(
        id,
        SHOP,
        order,
        tradeNo,
        Money.of(1000),
        Offer.embedded(
            EnumSet.of(
                PaymentMethod.CARD,
                PaymentMethod.UNION_PAY,
                PaymentMethod.ATM,
                PaymentMethod.CVS_CODE,
                PaymentMethod.CVS_BARCODE)),
        NOW);
  }

  public static CheckoutToken checkoutToken() {
    return new CheckoutToken("fake-token-of-nobody");
  }

  public static CardDetails card() {
    return new CardDetails(
        "431195",
        "2222",
        "777777",
        10_735_183L,
        Optional.of(Instant.parse("2026-11-21T04:07:00Z")),
        "5",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "測試銀行",
        "999");
  }

  /** The sample order, paid by card. */
  public static TradeDetails tradeDetails() {
    return new TradeDetails(
        "2611211205061234",
        Money.of(1000),
        "Credit_CreditCard",
        Optional.of(Instant.parse("2026-11-21T04:05:06Z")),
        Optional.of(Instant.parse("2026-11-21T04:07:00Z")),
        new BigDecimal("25.50"),
        new BigDecimal("0"),
        Optional.of(card()),
        Optional.empty());
  }

  public static InvoiceDocument invoiceDocument() {
    return invoiceDocument(new RelateNumber("INVOICE0001"));
  }

  /** For the sample order. */
  public static InvoiceDocument invoiceDocument(RelateNumber relateNumber) {
    List<InvoiceItem> items = new ArrayList<>();
    for (OrderLine line : lines()) {
      items.add(
          new InvoiceItem(
              items.size() + 1,
              line.name(),
              line.quantity(),
              line.unit(),
              line.price(),
              Optional.of(line.tax()),
              BigDecimal.valueOf(line.amount().twd())));
    }
    return new InvoiceDocument(
        relateNumber,
        buyer().name(),
        Optional.of(EMAIL),
        Optional.of(PHONE),
        content().invoice(),
        Taxation.of(Set.of(TaxKind.TAXABLE), Optional.empty()),
        items,
        Money.of(1000));
  }

  public static Invoice.Requested requestedInvoice() {
    return requestedInvoice(ORDER, new InvoiceId("INVOICE0001"));
  }

  /** The invoice's id is its RelateNumber as well. */
  public static Invoice.Requested requestedInvoice(OrderId order, InvoiceId id) {
    return Invoice.request(
        new Invoice.Draft(
            id,
            SHOP,
            order,
            InvoiceReference.OF_PAYMENT,
            invoiceDocument(new RelateNumber(id.value())),
            wholeOf(invoiceDocument().items()),
            Optional.empty(),
            NOW));
  }

  /** All parts of the order that those items stand for, one to one. */
  private static List<Part> wholeOf(List<InvoiceItem> items) {
    return items.stream()
        .map(item ->
            new Part(item.sequence(), item.count().value(), Rounding.toWholeDollars(item.amount())))
        .toList();
  }

  /** One that ECPay issues after some days, or when it is triggered. */
  public static Invoice.Scheduled scheduledInvoice(InvoiceTiming.Delayed delay) {
    Invoice.Draft draft = requestedInvoice().draft();
    return Invoice.request(
            new Invoice.Draft(
                draft.id(),
                draft.merchant(),
                draft.order(),
                draft.reference(),
                draft.document(),
                draft.parts(),
                Optional.of(delay),
                draft.requestedAt()))
        .scheduled(NOW);
  }

  public static IssuedInvoice invoiceFacts() {
    return new IssuedInvoice(
        new InvoiceNumber("UV12345678"), Instant.parse("2026-11-21T04:08:00Z"), "6099");
  }

  public static Invoice.Issued issuedInvoice() {
    return requestedInvoice().issued(invoiceFacts());
  }

  public static Consent onlineConsent() {
    return new Consent.Online(
        new NotifyMail(List.of(EMAIL)), merchant().callbacks().allowanceReturn());
  }

  public static Consent paperConsent() {
    return new Consent.Paper(new Consent.Signature.Recorded(NOW), Consent.Notice.NONE);
  }

  public static Notice notice() {
    return new Notice(
        invoiceFacts().number(),
        Optional.empty(),
        Notice.Subject.INVOICE_ISSUED,
        Notice.Channel.EMAIL,
        Notice.Recipient.CUSTOMER,
        Optional.of(PHONE),
        List.of(EMAIL));
  }

  public static Notification notification() {
    return Notification.request(new NotificationId("NOTICE0001"), SHOP, ORDER, notice(), NOW);
  }
}
