package ecpay.adapter.http.setting;

import ecpay.crypto.Digest;
import ecpay.domain.contact.EmailAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * How to reach ECPay.
 *
 * @param connectTimeout more than zero
 * @param readTimeout at least 30 seconds (R-TRN-04), unless every host is this very machine
 * @param proxy the way out, if not directly
 * @param trust the certificates to trust, if not the Java runtime's
 * @param payments how the payment services are spoken to
 * @param invoices how the e-invoice service is spoken to
 * @param perMerchantConcurrency calls under way at once per merchant and service, at least 1
 * @param spacing average time between two calls per merchant and service; zero for none
 * @param files what statement files may take
 */
public record EcpaySettings(
    Hosts hosts,
    Duration connectTimeout,
    Duration readTimeout,
    Optional<ProxySelector> proxy,
    Optional<SSLContext> trust,
    PaymentWire payments,
    InvoiceWire invoices,
    int perMerchantConcurrency,
    Duration spacing,
    FileLimits files) {
  private static final Duration SHORTEST_READ_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration SPACING = Duration.ofMillis(200);
  private static final Duration LONGEST_SPACING = Duration.ofSeconds(10);

  public EcpaySettings {
    require(connectTimeout.isPositive(), "connectTimeout must be more than zero");
    require(
        readTimeout.compareTo(SHORTEST_READ_TIMEOUT) >= 0
            || (hosts.areLocal() && readTimeout.isPositive()),
        "readTimeout must be at least 30 seconds (R-TRN-04)");
    require(
        !hosts.areStages() || invoices.everyMailGoesTo().isPresent(),
        "ECPay's stage must see no real email address (R-INV-36)");
    require(perMerchantConcurrency >= 1, "perMerchantConcurrency must be at least 1");
    require(
        !spacing.isNegative() && spacing.compareTo(LONGEST_SPACING) <= 0,
        "spacing must be 0 to 10 seconds");
  }

  /** ECPay's test environment. */
  public static EcpaySettings stage() {
    return to(ecpays("-stage"), InvoiceWire.stage(), SPACING, FileLimits.USUAL);
  }

  /** ECPay itself. */
  public static EcpaySettings production() {
    return to(ecpays(""), InvoiceWire.usual(), SPACING, FileLimits.USUAL);
  }

  private static Hosts ecpays(String environment) {
    return new Hosts(
        URI.create("https://ecpg" + environment + ".ecpay.com.tw"),
        URI.create("https://ecpayment" + environment + ".ecpay.com.tw"),
        URI.create("https://payment" + environment + ".ecpay.com.tw"),
        URI.create("https://vendor" + environment + ".ecpay.com.tw"),
        URI.create("https://einvoice" + environment + ".ecpay.com.tw"));
  }

  /** One address that stands in for all of ECPay's hosts, without pacing. */
  public static EcpaySettings sandbox(URI everything) {
    return to(
        new Hosts(everything, everything, everything, everything, everything),
        InvoiceWire.usual(),
        Duration.ZERO,
        FileLimits.USUAL.every(Duration.ZERO));
  }

  private static EcpaySettings to(
      Hosts hosts, InvoiceWire invoices, Duration spacing, FileLimits files) {
    return new EcpaySettings(
        hosts,
        Duration.ofSeconds(10),
        Duration.ofSeconds(35),
        Optional.empty(),
        Optional.empty(),
        PaymentWire.USUAL,
        invoices,
        8,
        spacing,
        files);
  }

  /**
   * What statement files may take.
   *
   * @param spacing at least so long from one to the next, whoever they are for: ECPay gives one a
   *     minute to an address; zero for none, at most an hour
   * @param mostBytes of one file, at least 1; more is not read
   * @param longest until the whole file is here, more than zero
   */
  public record FileLimits(Duration spacing, long mostBytes, Duration longest) {
    private static final Duration LONGEST_SPACING = Duration.ofHours(1);

    /** One each 65 seconds, 2 GiB (some ten million lines), ten minutes. */
    public static final FileLimits USUAL =
        new FileLimits(Duration.ofSeconds(65), 2L << 30, Duration.ofMinutes(10));

    public FileLimits {
      require(
          !spacing.isNegative() && spacing.compareTo(LONGEST_SPACING) <= 0,
          "the spacing of files must be 0 to 60 minutes");
      require(mostBytes >= 1, "mostBytes must be at least 1");
      require(longest.isPositive(), "longest must be more than zero");
    }

    /** The same at another pace. */
    public FileLimits every(Duration other) {
      return new FileLimits(other, mostBytes, longest);
    }
  }

  /**
   * How the e-invoice service is spoken to, where the sources disagree.
   *
   * @param revision RqHeader.Revision; empty to leave it out (D-05)
   * @param allowanceDigests what may sign a consent callback (D-06), at least one
   * @param companyLookup the path of GetCompanyNameByTaxID after {@code /B2CInvoice/} (D-11)
   * @param addTrack the path of AddInvoiceWordSetting, likewise (D-12)
   * @param switchTrack the path of UpdateInvoiceWordStatus, likewise (D-13)
   * @param barcodeField what the field of CheckBarcode is called (D-39)
   * @param everyMailGoesTo takes the place of every email address in every request, payments too;
   *     set on ECPay's stage, which must see no real one (R-INV-36), and empty elsewhere
   */
  public record InvoiceWire(
      String revision,
      Set<Digest> allowanceDigests,
      String companyLookup,
      String addTrack,
      String switchTrack,
      String barcodeField,
      Optional<EmailAddress> everyMailGoesTo) {
    public InvoiceWire {
      allowanceDigests = Set.copyOf(allowanceDigests);
      require(revision.length() <= 5, "revision has at most 5 characters");
      require(!allowanceDigests.isEmpty(), "allowanceDigests must name at least one digest");
      Stream.of(companyLookup, addTrack, switchTrack, barcodeField)
          .forEach(
              name -> require(name.matches("[A-Za-z]{1,50}"), "a name is 1 to 50 Latin letters"));
    }

    /** As the reference decides. */
    public static InvoiceWire usual() {
      return withMailTo(Optional.empty());
    }

    /** The same for ECPay's stage: every mail goes to {@code stage@example.com}. */
    public static InvoiceWire stage() {
      return withMailTo(Optional.of(new EmailAddress("stage@example.com")));
    }

    private static InvoiceWire withMailTo(Optional<EmailAddress> everyMailGoesTo) {
      return new InvoiceWire(
          "3.0.0",
          Set.of(Digest.values()),
          "GetCompanyNameByTaxID",
          "AddInvoiceWordSetting",
          "UpdateInvoiceWordStatus",
          "BarCode",
          everyMailGoesTo);
    }
  }

  /**
   * How the payment services are spoken to, where the sources disagree.
   *
   * @param redeem what CardInfo.Redeem says when bonus points may be used (D-28)
   * @param periodInOrderInfo whether the period fields of GetTokenbyTrade stand in OrderInfo, not
   *     in CardInfo (U-04)
   * @param pageLanguage of AIO's page: CHT, ENG, KOR, JPN or CHI; empty for ECPay's own choice
   * @param statements how statement files are asked for and read
   */
  public record PaymentWire(
      int redeem, boolean periodInOrderInfo, String pageLanguage, StatementWire statements) {
    /** As the reference decides. */
    public static final PaymentWire USUAL = new PaymentWire(1, false, "", StatementWire.USUAL);

    public PaymentWire {
      require(
          pageLanguage.isEmpty() || pageLanguage.matches("CHT|ENG|KOR|JPN|CHI"),
          "pageLanguage must be CHT, ENG, KOR, JPN or CHI");
    }
  }

  /**
   * How statement files are asked for and read, where the sources disagree.
   *
   * @param mediaFormat what TradeNoAio's MediaFormated says: 0 the old columns, 1 the new ones, 2
   *     those with the fees apart (D-41)
   * @param columns further headers, by column (U-03)
   */
  public record StatementWire(int mediaFormat, Map<String, List<String>> columns) {
    /** The highest that {@code mediaFormat} may be. */
    public static final int NEWEST_FORMAT = 2;

    /** As the reference decides. */
    public static final StatementWire USUAL = new StatementWire(NEWEST_FORMAT, Map.of());

    public StatementWire {
      columns = Map.copyOf(columns);
      require(mediaFormat >= 0 && mediaFormat <= NEWEST_FORMAT, "mediaFormat must be 0, 1 or 2");
    }
  }

  /**
   * ECPay's hosts, without a slash at the end. Always https (R-TRN-01); http only to this very
   * machine, for a sandbox.
   *
   * @param ecpg tokens and payments
   * @param ecpayment queries and actions of ECPG
   * @param payment AIO: the hosted page, its queries and actions
   * @param vendor statement files of AIO
   * @param einvoice invoices, allowances and notices
   */
  public record Hosts(URI ecpg, URI ecpayment, URI payment, URI vendor, URI einvoice) {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    public Hosts {
      ecpg = checked("ecpg", ecpg);
      ecpayment = checked("ecpayment", ecpayment);
      payment = checked("payment", payment);
      vendor = checked("vendor", vendor);
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

    /** Whether invoices go to ECPay's stage. */
    boolean areStages() {
      return einvoice.getHost().toLowerCase(Locale.ROOT).endsWith("-stage.ecpay.com.tw");
    }

    boolean areLocal() {
      return Stream.of(ecpg, ecpayment, payment, vendor, einvoice).allMatch(Hosts::isLocal);
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
