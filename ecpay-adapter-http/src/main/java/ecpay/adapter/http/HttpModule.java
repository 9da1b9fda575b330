package ecpay.adapter.http;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import ecpay.adapter.http.transport.Transport;
import ecpay.crypto.Digest;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceNoticeReader;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.notification.NotificationGateway;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.PaymentNoticeReader;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Binds the ports to ECPay: gateways and notice readers. Needs a {@link Clock}. */
public final class HttpModule extends AbstractModule {
  private final Settings settings;

  public HttpModule(Settings settings) {
    this.settings = settings;
  }

  @Override
  protected void configure() {
    requireBinding(Clock.class);
    bind(PaymentGateway.class).to(Gateways.class);
    bind(InvoiceGateway.class).to(Gateways.class);
    bind(AllowanceGateway.class).to(Gateways.class);
    bind(NotificationGateway.class).to(Gateways.class);
  }

  @Provides
  @Singleton
  Gateways gateways(Clock clock) {
    Transport transport =
        new Transport(settings.limits(), settings.proxy(), settings.trust(), clock);
    return new Gateways(
        new EcpayApi(transport, settings.hosts(), settings.invoiceRevision(), clock));
  }

  @Provides
  @Singleton
  static PaymentNoticeReader paymentNotices() {
    return new EcpgNotices();
  }

  @Provides
  @Singleton
  AllowanceNoticeReader allowanceNotices() {
    return new ConsentNotices(settings.allowanceDigests());
  }

  /**
   * How to reach ECPay.
   *
   * @param connectTimeout more than zero
   * @param readTimeout at least 30 seconds (R-TRN-04), unless every host is this very machine
   * @param proxy the way out, if not directly
   * @param trust the certificates to trust, if not the Java runtime's
   * @param invoiceRevision RqHeader.Revision of e-invoices; empty to leave it out (D-05)
   * @param allowanceDigests what may sign a consent callback (D-06), at least one
   * @param perMerchantConcurrency calls under way at once per merchant and service, at least 1
   * @param spacing average time between two calls per merchant and service; zero for none
   */
  public record Settings(
      Hosts hosts,
      Duration connectTimeout,
      Duration readTimeout,
      Optional<ProxySelector> proxy,
      Optional<SSLContext> trust,
      String invoiceRevision,
      Set<Digest> allowanceDigests,
      int perMerchantConcurrency,
      Duration spacing) {
    private static final Duration SHORTEST_READ_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LONGEST_SPACING = Duration.ofSeconds(10);

    public Settings {
      allowanceDigests = Set.copyOf(allowanceDigests);
      require(connectTimeout.isPositive(), "connectTimeout must be more than zero");
      require(
          readTimeout.compareTo(SHORTEST_READ_TIMEOUT) >= 0
              || (hosts.areLocal() && readTimeout.isPositive()),
          "readTimeout must be at least 30 seconds (R-TRN-04)");
      require(invoiceRevision.length() <= 5, "invoiceRevision has at most 5 characters");
      require(!allowanceDigests.isEmpty(), "allowanceDigests must name at least one digest");
      require(perMerchantConcurrency >= 1, "perMerchantConcurrency must be at least 1");
      require(
          !spacing.isNegative() && spacing.compareTo(LONGEST_SPACING) <= 0,
          "spacing must be 0 to 10 seconds");
    }

    /** ECPay's test environment. */
    public static Settings stage() {
      return to(
          new Hosts(
              URI.create("https://ecpg-stage.ecpay.com.tw"),
              URI.create("https://ecpayment-stage.ecpay.com.tw"),
              URI.create("https://einvoice-stage.ecpay.com.tw")),
          Duration.ofMillis(200));
    }

    /** ECPay itself. */
    public static Settings production() {
      return to(
          new Hosts(
              URI.create("https://ecpg.ecpay.com.tw"),
              URI.create("https://ecpayment.ecpay.com.tw"),
              URI.create("https://einvoice.ecpay.com.tw")),
          Duration.ofMillis(200));
    }

    /** One address that stands in for all of ECPay's hosts, without pacing. */
    public static Settings sandbox(URI everything) {
      return to(new Hosts(everything, everything, everything), Duration.ZERO);
    }

    private static Settings to(Hosts hosts, Duration spacing) {
      return new Settings(
          hosts,
          Duration.ofSeconds(10),
          Duration.ofSeconds(35),
          Optional.empty(),
          Optional.empty(),
          "3.0.0",
          Set.of(Digest.values()),
          8,
          spacing);
    }

    private Transport.Limits limits() {
      return new Transport.Limits(connectTimeout, readTimeout, perMerchantConcurrency, spacing);
    }
  }

  /**
   * ECPay's hosts, without a slash at the end. Always https (R-TRN-01); http only to this very
   * machine, for a sandbox.
   *
   * @param ecpg tokens and payments
   * @param ecpayment queries
   * @param einvoice invoices, allowances and notices
   */
  public record Hosts(URI ecpg, URI ecpayment, URI einvoice) {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    public Hosts {
      ecpg = checked("ecpg", ecpg);
      ecpayment = checked("ecpayment", ecpayment);
      einvoice = checked("einvoice", einvoice);
    }

    private static URI checked(String name, URI host) {
      require(
          host.getHost() != null
              && host.getUserInfo() == null
              && host.getQuery() == null
              && host.getFragment() == null,
          name + " must be an address like https://ecpg.ecpay.com.tw");
      require(
          "https".equals(host.getScheme()) || ("http".equals(host.getScheme()) && isLocal(host)),
          name + " must use https (R-TRN-01)");
      return URI.create(host.toString().replaceAll("/+$", ""));
    }

    private static boolean isLocal(URI host) {
      return LOCAL.contains(host.getHost());
    }

    boolean areLocal() {
      return Stream.of(ecpg, ecpayment, einvoice).allMatch(Hosts::isLocal);
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
