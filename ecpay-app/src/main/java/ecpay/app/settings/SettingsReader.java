package ecpay.app.settings;

import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.adapter.persistence.vault.CardVault;
import ecpay.app.settings.Settings.Checkout;
import ecpay.app.settings.Settings.Database;
import ecpay.app.settings.Settings.Ecpay;
import ecpay.app.settings.Settings.Embedded;
import ecpay.app.settings.Settings.External;
import ecpay.app.settings.Settings.Hosts;
import ecpay.app.settings.Settings.Jobs;
import ecpay.app.settings.Settings.LogFormat;
import ecpay.app.settings.Settings.Shop;
import ecpay.app.settings.Settings.Web;
import ecpay.domain.followup.Patience;
import ecpay.domain.journal.usecase.Departure;
import ecpay.domain.reconciliation.ReconciliationPolicy;
import java.io.Console;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes settings of values, reporting everything that is wrong with them at once. */
final class SettingsReader {
  private static final int MOST_OLD_KEYS = 10;

  /**
   * How long a call towards ECPay may take to leave once it is written down: until it is handed
   * over, and then while ECPay is asked for its time, while it waits for room and for its pace, and
   * while the books are asked whether ECPay wants calls (see the transport of the HTTP adapter).
   */
  private static final Duration LONGEST_QUEUE = Departure.LATEST.plusSeconds(30);

  /** ECPay asks for at least 30 seconds (R-TRN-04). */
  private static final Duration LEAST_READ_TIMEOUT = Duration.ofSeconds(30);

  private final Values values;
  private final InvoiceSettingsReader invoicing;
  private final StatementSettingsReader statements;

  private SettingsReader(Values values) {
    this.values = values;
    this.invoicing = new InvoiceSettingsReader(values);
    this.statements = new StatementSettingsReader(values);
  }

  static Settings read(Map<String, String> given) {
    Values values = new Values(given);
    return new SettingsReader(values).read();
  }

  private Settings read() {
    Environment environment = values.choice(Setting.ENVIRONMENT, Environment.class);
    Ecpay ecpay = ecpay(environment);
    List<Shop> shops = new MerchantsReader(values, environment).read();
    Settings.Web web = web();
    Database database = database();
    Patience patience = patience(ecpay);
    Checkout checkout = checkout(environment, ecpay.hosts());
    Jobs jobs =
        new Jobs(
            values.number(Setting.JOBS_WORKERS, 1, 256), values.duration(Setting.JOBS_POLLING));
    LogFormat logFormat = logFormat();
    CardVault.Keys cardKeys = cardKeys();
    ReconciliationPolicy reconciliation = statements.policy();
    values.throwIfAny();
    return new Settings(
        web, database, ecpay, shops, patience, checkout, jobs, logFormat, cardKeys, reconciliation);
  }

  private Web web() {
    URI checkoutUrl =
        values.origin(
            values.isGiven(Setting.CHECKOUT_URL) ? Setting.CHECKOUT_URL : Setting.PUBLIC_URL);
    return new Web(
        values.text(Setting.HTTP_BIND), values.number(Setting.HTTP_PORT, 0, 65_535), checkoutUrl);
  }

  private Database database() {
    int connections = values.number(Setting.DATABASE_CONNECTIONS, 2, 256);
    Optional<Path> folder = values.path(Setting.DATABASE_FOLDER);
    if (folder.isPresent() == values.isGiven(Setting.DATABASE_URL)) {
      values.refuse(
          Setting.DATABASE_URL,
          "give exactly one of database.url and database.folder (a PostgreSQL of our own)");
    }
    if (folder.isPresent()) {
      return new Embedded(folder.get(), connections);
    }
    String url = values.text(Setting.DATABASE_URL);
    if (values.isGiven(Setting.DATABASE_URL) && !url.startsWith("jdbc:postgresql:")) {
      values.refuse(Setting.DATABASE_URL, "jdbc:postgresql://host:port/name");
    }
    return new External(
        url,
        values.text(Setting.DATABASE_USER),
        values.text(Setting.DATABASE_PASSWORD),
        connections);
  }

  private Ecpay ecpay(Environment environment) {
    Duration read = values.duration(Setting.OUTGOING_READ_TIMEOUT);
    Hosts hosts = hosts(environment);
    boolean local =
        Stream.of(hosts.ecpg(), hosts.ecpayment(), hosts.einvoice())
            .allMatch(SettingsReader::isThisMachine);
    if (!local && read.compareTo(LEAST_READ_TIMEOUT) < 0) {
      values.refuse(Setting.OUTGOING_READ_TIMEOUT, "at least 30s towards ECPay (R-TRN-04)");
    }
    Optional<Path> trust = values.path(Setting.OUTGOING_TRUST);
    if (trust.isPresent() && !Files.isReadable(trust.get())) {
      values.refuse(Setting.OUTGOING_TRUST, "a readable PEM file of certificate authorities");
    }
    return new Ecpay(
        environment,
        hosts,
        values.hostAndPort(Setting.OUTGOING_PROXY),
        trust,
        values.duration(Setting.OUTGOING_CONNECT_TIMEOUT),
        read,
        new EcpaySettings.PaymentWire(
            values.number(Setting.PAYMENT_REDEEM, 0, 9),
            values.flag(Setting.PAYMENT_PERIOD_IN_ORDER_INFO),
            pageLanguage(),
            statements.wire()),
        invoicing.wire(environment),
        statements.limits(isThisMachine(hosts.vendor())));
  }

  private String pageLanguage() {
    String language = values.text(Setting.PAYMENT_PAGE_LANGUAGE);
    if (!language.matches("auto|CHT|ENG|KOR|JPN|CHI")) {
      values.refuse(Setting.PAYMENT_PAGE_LANGUAGE, "CHT, ENG, KOR, JPN, CHI, or auto");
    }
    return language.matches("[A-Z]{3}") ? language : "";
  }

  private Hosts hosts(Environment environment) {
    return new Hosts(
        host(environment, Setting.HOST_ECPG, EcpaySettings.Hosts::ecpg),
        host(environment, Setting.HOST_ECPAYMENT, EcpaySettings.Hosts::ecpayment),
        host(environment, Setting.HOST_PAYMENT, EcpaySettings.Hosts::payment),
        host(environment, Setting.HOST_VENDOR, EcpaySettings.Hosts::vendor),
        host(environment, Setting.HOST_EINVOICE, EcpaySettings.Hosts::einvoice));
  }

  private URI host(
      Environment environment, Setting setting, Function<EcpaySettings.Hosts, URI> service) {
    boolean overridden = values.isGiven(setting);
    Optional<URI> ecpays = environment.hosts().map(service);
    if (!overridden && ecpays.isPresent()) {
      return ecpays.get();
    }
    Setting source = overridden ? setting : Setting.SANDBOX_URL;
    URI host = values.origin(source);
    if (!environment.mayCall(host.getHost().toLowerCase(Locale.ROOT))) {
      values.refuse(source, "not a host of environment " + values.text(Setting.ENVIRONMENT));
    }
    if (!"https".equals(host.getScheme()) && !isThisMachine(host)) {
      values.refuse(source, "https, except to this very machine (R-TRN-01)");
    }
    return host;
  }

  private static boolean isThisMachine(URI host) {
    return Set.of("localhost", "127.0.0.1", "[::1]").contains(host.getHost());
  }

  private Patience patience(Ecpay ecpay) {
    Duration span = values.duration(Setting.PATIENCE);
    Duration call = ecpay.connectTimeout().plus(ecpay.readTimeout());
    Duration longest = isThisMachine(ecpay.hosts()) ? call : call.plus(LONGEST_QUEUE);
    if (span.compareTo(longest) <= 0) {
      values.refuse(
          Setting.PATIENCE,
          "more than the longest call: waiting for its turn, connecting and reading take "
              + longest.toMillis()
              + "ms together");
    }
    return new Patience(span);
  }

  private static boolean isThisMachine(Hosts hosts) {
    return Stream.of(hosts.ecpg(), hosts.ecpayment(), hosts.einvoice())
        .allMatch(SettingsReader::isThisMachine);
  }

  private Checkout checkout(Environment environment, Hosts hosts) {
    List<URI> scripts =
        values.isGiven(Setting.CHECKOUT_SCRIPTS)
            ? values.addresses(Setting.CHECKOUT_SCRIPTS)
            : environment.scripts(hosts.ecpg());
    List<String> origins =
        Stream.of(scripts, environment.formOrigins(), List.of(hosts.ecpg()))
            .flatMap(List::stream)
            .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority())
            .distinct()
            .toList();
    return new Checkout(scripts, origins, environment.scriptName());
  }

  private CardVault.Keys cardKeys() {
    return new CardVault.Keys(
        cardKeys(Setting.CARDS_KEY, 1).stream().findFirst(),
        cardKeys(Setting.CARDS_OLD_KEYS, MOST_OLD_KEYS));
  }

  private List<CardVault.Key> cardKeys(Setting setting, int most) {
    if (!values.isGiven(setting)) {
      return List.of();
    }
    String[] given = values.text(setting).split(",", -1);
    try {
      if (given.length <= most) {
        return Stream.of(given).map(CardVault.Key::new).toList();
      }
    } catch (IllegalArgumentException _) {
      // said below, without the key
    }
    values.refuse(
        setting,
        "32 random bytes in Base64 (openssl rand -base64 32), at most %d of them".formatted(most));
    return List.of();
  }

  private LogFormat logFormat() {
    if (values.isGiven(Setting.LOG_FORMAT)) {
      return values.choice(Setting.LOG_FORMAT, LogFormat.class);
    }
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        ? LogFormat.TEXT
        : LogFormat.JSON;
  }
}
