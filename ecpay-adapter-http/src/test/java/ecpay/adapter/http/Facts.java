package ecpay.adapter.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.multibindings.OptionalBinder;
import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Digest;
import ecpay.domain.Samples;
import ecpay.domain.journal.Silences;
import ecpay.domain.merchant.Credentials;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.reconciliation.StatementSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;

/** What the tests of this adapter share: the public stage accounts, settings and resources. */
public final class Facts {
  public static final String PAYMENT_KEY = "pwFHCqoQZGmho4w6";
  public static final String PAYMENT_IV = "EkRm7iFT261dpevs";
  public static final String INVOICE_KEY = "ejCk326UnaZWKisg";
  public static final String INVOICE_IV = "q9jcZX8Ib9LM8wYk";
  public static final CryptoKeys PAYMENT_KEYS = CryptoKeys.of(PAYMENT_KEY, PAYMENT_IV);
  public static final CryptoKeys INVOICE_KEYS = CryptoKeys.of(INVOICE_KEY, INVOICE_IV);

  /** The MerchantTradeNo of seed 001. */
  public static final MerchantTradeNo TRADE_NO = new MerchantTradeNo("test123456789");

  public static final Merchant MERCHANT =
      merchant(
          account("3002607", PAYMENT_KEY, PAYMENT_IV), account("2000132", INVOICE_KEY, INVOICE_IV));

  private Facts() {}

  public static Merchant merchant(EcpayAccount payments, EcpayAccount invoices) {
    Merchant sample = Samples.merchant();
    return new Merchant(
        sample.id(),
        sample.name(),
        payments,
        invoices,
        sample.callbacks(),
        false,
        sample.invoicing());
  }

  public static EcpayAccount account(String id, String key, String iv) {
    return new EcpayAccount(new EcpayMerchantId(id), new Credentials(key, iv));
  }

  public static EcpaySettings settings(URI server) {
    return settings(server, Duration.ofSeconds(20), Duration.ofSeconds(20));
  }

  /** For a server on this machine that is spoken to like that. */
  public static EcpaySettings settings(URI server, EcpaySettings.InvoiceWire wire) {
    EcpaySettings plain = settings(server);
    return new EcpaySettings(
        plain.hosts(),
        plain.connectTimeout(),
        plain.readTimeout(),
        plain.proxy(),
        plain.trust(),
        plain.payments(),
        wire,
        plain.perMerchantConcurrency(),
        plain.spacing(),
        plain.files());
  }

  /** For a server on this machine, with time-outs that a test can wait for. */
  public static EcpaySettings settings(URI server, Duration connect, Duration read) {
    EcpaySettings plain = EcpaySettings.sandbox(server);
    return new EcpaySettings(
        plain.hosts(),
        connect,
        read,
        plain.proxy(),
        plain.trust(),
        plain.payments(),
        plain.invoices(),
        plain.perMerchantConcurrency(),
        plain.spacing(),
        plain.files());
  }

  /** For a server on this machine, with other limits of statement files. */
  public static EcpaySettings settings(URI server, EcpaySettings.FileLimits files) {
    EcpaySettings plain = settings(server);
    return new EcpaySettings(
        plain.hosts(),
        plain.connectTimeout(),
        plain.readTimeout(),
        plain.proxy(),
        plain.trust(),
        plain.payments(),
        plain.invoices(),
        plain.perMerchantConcurrency(),
        plain.spacing(),
        files);
  }

  /** The reference's choices with another Revision and other digests. */
  public static EcpaySettings.InvoiceWire wire(String revision, Set<Digest> digests) {
    EcpaySettings.InvoiceWire usual = EcpaySettings.InvoiceWire.usual();
    return new EcpaySettings.InvoiceWire(
        revision,
        digests,
        usual.companyLookup(),
        usual.addTrack(),
        usual.switchTrack(),
        usual.barcodeField(),
        usual.everyMailGoesTo());
  }

  /** The adapter as the app gets it, at the time of the samples. */
  public static Injector adapter(EcpaySettings settings) {
    return adapter(settings, Clock.fixed(Samples.NOW, ZoneOffset.UTC));
  }

  public static Injector adapter(EcpaySettings settings, Clock clock) {
    return adapter(settings, clock, StatementSource.Turn.ALONE, Silences.UNSHARED);
  }

  /** The adapter of one node among several. */
  public static Injector adapter(
      EcpaySettings settings, Clock clock, StatementSource.Turn amongNodes) {
    return adapter(settings, clock, amongNodes, Silences.UNSHARED);
  }

  /** The adapter of one node among several. */
  public static Injector adapter(
      EcpaySettings settings, Clock clock, StatementSource.Turn amongNodes, Silences silences) {
    return Guice.createInjector(
        new HttpModule(settings),
        binder ->
            OptionalBinder.newOptionalBinder(binder, StatementSource.Turn.class)
                .setBinding()
                .toInstance(amongNodes),
        binder ->
            OptionalBinder.newOptionalBinder(binder, Silences.class)
                .setBinding()
                .toInstance(silences),
        new AbstractModule() {
          @Provides
          Clock clock() {
            return clock;
          }
        });
  }

  public static Injector adapterAt(EcpaySettings settings, long epochSecond) {
    return adapter(settings, Clock.fixed(Instant.ofEpochSecond(epochSecond), ZoneOffset.UTC));
  }

  /** A member of one of the JSON resources. */
  public static ObjectNode resource(String file, String member) {
    return (ObjectNode) ScriptedEcpay.parse(text(file)).get(member);
  }

  public static String text(String file) {
    try (InputStream stream =
        Objects.requireNonNull(Facts.class.getResourceAsStream("/ecpay/" + file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An embedded attempt to pay by card, under the MerchantTradeNo of seed 001. */
  public static Attempt attempt() {
    return new Attempt(
        new PaymentId("P1"),
        MERCHANT.id(),
        new OrderId("O1"),
        TRADE_NO,
        Money.of(1680),
        Offer.embedded(Set.of(PaymentMethod.CARD)),
        Instant.parse("2026-03-05T01:00:00Z"));
  }
}
