package ecpay.adapter.http;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import ecpay.crypto.CryptoKeys;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.InvoiceDocument;
import ecpay.domain.invoice.InvoiceItem;
import ecpay.domain.invoice.InvoiceType;
import ecpay.domain.invoice.RelateNumber;
import ecpay.domain.invoice.TaxType;
import ecpay.domain.invoice.Taxation;
import ecpay.domain.merchant.CallbackUrl;
import ecpay.domain.merchant.CallbackUrls;
import ecpay.domain.merchant.Credentials;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderLine;
import ecpay.domain.order.OrderReference;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.PaymentMethod;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Valid facts to speak about, with the public stage credentials. */
final class Facts {
  static final String PAYMENT_KEY = "pwFHCqoQZGmho4w6";
  static final String PAYMENT_IV = "EkRm7iFT261dpevs";
  static final String INVOICE_KEY = "ejCk326UnaZWKisg";
  static final String INVOICE_IV = "q9jcZX8Ib9LM8wYk";
  static final CryptoKeys PAYMENT_KEYS = CryptoKeys.of(PAYMENT_KEY, PAYMENT_IV);
  static final CryptoKeys INVOICE_KEYS = CryptoKeys.of(INVOICE_KEY, INVOICE_IV);

  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final MerchantTradeNo TRADE_NO = new MerchantTradeNo("test123456789");
  static final PayToken PAY_TOKEN = new PayToken("enter your paytoken");

  static final Merchant MERCHANT =
      new Merchant(
          new MerchantId("tea-house"),
          "Tea House",
          account("3002607", PAYMENT_KEY, PAYMENT_IV),
          account("2000132", INVOICE_KEY, INVOICE_IV),
          new CallbackUrls(
              new CallbackUrl("https://shop.example/callbacks/payment"),
              new CallbackUrl("https://shop.example/pay/result"),
              new CallbackUrl("https://shop.example/callbacks/allowance")),
          false);

  private Facts() {}

  static EcpayAccount account(String id, String key, String iv) {
    return new EcpayAccount(new EcpayMerchantId(id), new Credentials(key, iv));
  }

  static Order order() {
    List<OrderLine> lines =
        List.of(
            new OrderLine(
                "茶具 (A*B)",
                Quantity.of(1),
                "組",
                UnitPrice.of(1200),
                Money.of(1200),
                TaxKind.TAXABLE),
            new OrderLine(
                "Cup #1", Quantity.of(2), "個", UnitPrice.of(240), Money.of(480), TaxKind.TAXABLE));
    OrderContent content =
        new OrderContent(
            new Buyer(
                "王小明",
                Optional.of(new EmailAddress("test@ecpay.com.tw")),
                Optional.of(new PhoneNumber("0912345678"))),
            lines,
            Money.of(1680),
            "Spring sale",
            InvoicePreference.on(new Carrier.MobileBarcode("/ABC+.-1")));
    return Order.place(new OrderId("o1"), MERCHANT.id(), new OrderReference("A-1"), content, NOW);
  }

  static Attempt attempt(Set<PaymentMethod> methods) {
    Order order = order();
    return new Attempt(
        new PaymentId("p1"),
        MERCHANT.id(),
        order.id(),
        TRADE_NO,
        order.total(),
        methods,
        Instant.parse("2026-03-05T01:08:07Z"));
  }

  static InvoiceDocument invoice() {
    return invoice(InvoicePreference.on(new Carrier.MobileBarcode("/ABC+.-1")));
  }

  static InvoiceDocument invoice(InvoicePreference delivery) {
    return new InvoiceDocument(
        new RelateNumber("INV0001"),
        "王小明",
        Optional.of(new EmailAddress("test@ecpay.com.tw")),
        Optional.of(new PhoneNumber("0912345678")),
        delivery,
        new Taxation(InvoiceType.GENERAL, TaxType.TAXABLE, Optional.empty(), OptionalInt.empty()),
        List.of(
            new InvoiceItem(
                1,
                "茶具",
                new Quantity(new BigDecimal("1.5")),
                "組",
                UnitPrice.of(100),
                Optional.of(TaxKind.TAXABLE),
                new BigDecimal("150.00"))),
        Money.of(150));
  }

  /** Settings for a server on this machine, with a read time-out that a test can wait for. */
  static HttpModule.Settings settings(URI server) {
    return withReadTimeout(HttpModule.Settings.sandbox(server), Duration.ofSeconds(20));
  }

  static HttpModule.Settings withReadTimeout(HttpModule.Settings plain, Duration readTimeout) {
    return new HttpModule.Settings(
        plain.hosts(),
        plain.connectTimeout(),
        readTimeout,
        plain.proxy(),
        plain.trust(),
        plain.invoiceRevision(),
        plain.allowanceDigests(),
        plain.perMerchantConcurrency(),
        plain.spacing());
  }

  /** The adapter as the app gets it. */
  static Injector adapter(HttpModule.Settings settings) {
    return adapter(settings, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static Injector adapter(HttpModule.Settings settings, Clock clock) {
    return Guice.createInjector(
        new HttpModule(settings),
        new AbstractModule() {
          @Provides
          Clock clock() {
            return clock;
          }
        });
  }
}
