package ecpay.adapter.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import ecpay.crypto.CryptoKeys;
import ecpay.domain.Samples;
import ecpay.domain.merchant.Credentials;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.MerchantTradeNo;
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

/** What the tests of this adapter share: the public stage accounts, settings and resources. */
final class Facts {
  static final String PAYMENT_KEY = "pwFHCqoQZGmho4w6";
  static final String PAYMENT_IV = "EkRm7iFT261dpevs";
  static final String INVOICE_KEY = "ejCk326UnaZWKisg";
  static final String INVOICE_IV = "q9jcZX8Ib9LM8wYk";
  static final CryptoKeys PAYMENT_KEYS = CryptoKeys.of(PAYMENT_KEY, PAYMENT_IV);
  static final CryptoKeys INVOICE_KEYS = CryptoKeys.of(INVOICE_KEY, INVOICE_IV);

  /** The MerchantTradeNo of seed 001. */
  static final MerchantTradeNo TRADE_NO = new MerchantTradeNo("test123456789");

  static final Merchant MERCHANT =
      merchant(
          account("3002607", PAYMENT_KEY, PAYMENT_IV), account("2000132", INVOICE_KEY, INVOICE_IV));

  private Facts() {}

  static Merchant merchant(EcpayAccount payments, EcpayAccount invoices) {
    Merchant sample = Samples.merchant();
    return new Merchant(sample.id(), sample.name(), payments, invoices, sample.callbacks(), false);
  }

  static EcpayAccount account(String id, String key, String iv) {
    return new EcpayAccount(new EcpayMerchantId(id), new Credentials(key, iv));
  }

  static HttpModule.Settings settings(URI server) {
    return settings(server, Duration.ofSeconds(20));
  }

  /** For a server on this machine, with time-outs that a test can wait for. */
  static HttpModule.Settings settings(URI server, Duration timeout) {
    HttpModule.Settings plain = HttpModule.Settings.sandbox(server);
    return new HttpModule.Settings(
        plain.hosts(),
        timeout,
        timeout,
        plain.proxy(),
        plain.trust(),
        plain.invoiceRevision(),
        plain.allowanceDigests(),
        plain.perMerchantConcurrency(),
        plain.spacing());
  }

  /** The adapter as the app gets it, at the time of the samples. */
  static Injector adapter(HttpModule.Settings settings) {
    return adapter(settings, Clock.fixed(Samples.NOW, ZoneOffset.UTC));
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

  static Injector adapterAt(HttpModule.Settings settings, long epochSecond) {
    return adapter(settings, Clock.fixed(Instant.ofEpochSecond(epochSecond), ZoneOffset.UTC));
  }

  /** A member of one of the JSON resources. */
  static ObjectNode resource(String file, String member) {
    return (ObjectNode) ScriptedEcpay.parse(text(file)).get(member);
  }

  static String text(String file) {
    try (InputStream stream =
        Objects.requireNonNull(Facts.class.getResourceAsStream("/ecpay/" + file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
