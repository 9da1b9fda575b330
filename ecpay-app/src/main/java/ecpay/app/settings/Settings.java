package ecpay.app.settings;

import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.adapter.persistence.vault.CardVault;
import ecpay.domain.followup.Patience;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.reconciliation.ReconciliationPolicy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything an operator decides, checked.
 *
 * @param shops who sells, at least one
 * @param cardKeys seal and open the ids of bound cards; without one no card can be bound
 * @param reconciliation which statement files are compared each morning
 */
public record Settings(
    Web web,
    Database database,
    Ecpay ecpay,
    List<Shop> shops,
    Patience patience,
    Checkout checkout,
    Jobs jobs,
    LogFormat logFormat,
    CardVault.Keys cardKeys,
    ReconciliationPolicy reconciliation) {
  public Settings {
    shops = List.copyOf(shops);
  }

  /**
   * Somebody who sells.
   *
   * @param merchant with its accounts and callback addresses
   * @param apiKeyFile where its new API key is written, mode 0600; it is never read from there
   */
  public record Shop(Merchant merchant, Optional<Path> apiKeyFile) {}

  /** The shops by their names. */
  public Merchants merchants() {
    return new Directory(shops.stream().map(Shop::merchant).toList());
  }

  /**
   * Reads settings by their names in the file, such as {@code http.port}.
   *
   * @throws InvalidSettingsException with all problems together
   */
  public static Settings from(Map<String, String> values) {
    return SettingsReader.read(values);
  }

  /**
   * Reads a properties file, if one is given, under the environment, which wins.
   *
   * @throws InvalidSettingsException with all problems together
   */
  public static Settings load(Optional<Path> file, Map<String, String> environment) {
    return from(SettingsSources.merge(file, environment));
  }

  /**
   * Where we listen.
   *
   * @param port 0 for any free one
   * @param checkoutUrl what buyers' browsers open, without a slash at its end
   */
  public record Web(String bind, int port, URI checkoutUrl) {}

  /** Where the books are kept. */
  public sealed interface Database {
    /** The most connections held open. */
    int connections();
  }

  /** A PostgreSQL of the operator's. */
  public record External(String url, String user, String password, int connections)
      implements Database {
    @Override
    public String toString() {
      return "External[" + url + "]";
    }
  }

  /** A PostgreSQL of our own, whose data stay in a folder. */
  public record Embedded(Path folder, int connections) implements Database {}

  /**
   * How ECPay is called.
   *
   * @param trust PEM file of certificate authorities to trust instead of Java's own
   * @param payments how its payment services are spoken to
   * @param invoices how its e-invoice is spoken to
   * @param files what its statement files may take
   */
  public record Ecpay(
      Environment environment,
      Hosts hosts,
      Optional<InetSocketAddress> proxy,
      Optional<Path> trust,
      Duration connectTimeout,
      Duration readTimeout,
      EcpaySettings.PaymentWire payments,
      EcpaySettings.InvoiceWire invoices,
      EcpaySettings.FileLimits files) {}

  /** The services of ECPay; payment and vendor are AIO's. */
  public record Hosts(URI ecpg, URI ecpayment, URI payment, URI vendor, URI einvoice) {}

  /**
   * The buyer's page.
   *
   * @param scripts ECPay's, in the order in which they are loaded
   * @param origins every origin the page may load from, show in frames and talk to
   * @param scriptEnvironment what ECPay's script calls the environment: {@code Stage} or {@code
   *     Prod}
   */
  public record Checkout(List<URI> scripts, List<String> origins, String scriptEnvironment) {
    public Checkout {
      scripts = List.copyOf(scripts);
      origins = List.copyOf(origins);
    }
  }

  /** Follow-ups: how many at once, and how often the schedule is looked at. */
  public record Jobs(int workers, Duration polling) {}

  /** How log lines look. */
  public enum LogFormat {
    TEXT,
    JSON
  }
}
